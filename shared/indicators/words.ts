import type { UnknownReason } from './indicator-status'
import type { TypedStatus } from './status-remark'

/** As offices write it in the column "Ghi chú". */
export const statusWords: Readonly<Record<TypedStatus, string>> = {
  reached: 'Hoàn thành',
  exceeded: 'Hoàn thành vượt',
  missed: 'Chưa hoàn thành',
}

/** Why no status is shown; for a tooltip. */
export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  'title-row': 'Dòng tiêu đề, không có số liệu',
  'no-target': 'Chưa có mục tiêu',
  'no-result': 'Chưa có kết quả thực hiện',
  'unreadable-target': 'Mục tiêu không phải là con số so sánh được',
  'unreadable-result': 'Kết quả không phải là con số so sánh được',
  'units-differ': 'Mục tiêu và kết quả khác đơn vị tính',
  'not-a-change': 'Mục tiêu là mức tăng, giảm; kết quả thì chưa rõ',
  direction: 'Chưa rõ cao hơn hay thấp hơn là tốt; chọn chiều của chỉ tiêu để so sánh',
}
