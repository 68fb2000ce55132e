import type { RowKind } from '../../shared/indicators/indicator-row'

const kinds: Readonly<Record<RowKind, string>> = {
  group: 'Nhóm',
  indicator: 'Chỉ tiêu',
  sub: 'Chỉ tiêu thành phần',
}

/** What a person should look at before the report goes out. */
export const reviewWords = {
  none: 'Không thấy vấn đề nào. Phần này tự cập nhật khi đồng chí viết.',
  go: 'Đến chỗ này',
  list: 'Các vấn đề cần xem',
  placeTable: 'Đặt bảng vào chỗ con trỏ',
  section: (path: string, title: string) => (title ? `${path}. ${title}` : path),
  /** "Chỉ tiêu 3: Tỷ lệ hộ nghèo"; without a number the row's place in the table stands for it. */
  row: (kind: RowKind, number: string, index: number, name: string) => {
    const which = number ? `${kinds[kind]} ${number}` : `${kinds[kind]} ở dòng ${index}`
    return name ? `${which}: ${name}` : which
  },
  column: (title: string) => `cột ${title}`,
} as const
