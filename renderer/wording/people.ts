import type { CommitteeState } from '../../shared/ipc/committee'

/** Who else is in the report, and how this computer stands with the committee's host. */
export const peopleWords = {
  open: (count: number, names: string) => `${count} người khác đang mở báo cáo: ${names}`,
  title: 'Đang mở báo cáo',
  more: (count: number) => `+${count}`,
  elsewhere: 'Chưa rõ đang ở chỗ nào',
  inRow: (row: string) => `Bảng chỉ tiêu, ${row}`,
  inOptions: (name: string) => `Phương án: ${name}`,
  inNote: (names: string) => `${names} đang ở đây`,
  otherComputer: 'Máy khác của mình',
  idle: 'Tạm ngừng',
  goTo: 'Đến chỗ này',
  goToLong: (name: string) => `Đến chỗ này: ${name}`,
  follow: 'Cuộn theo',
  followLong: (name: string) => `Cuộn theo ${name}`,
  following: (name: string) => `Đang cuộn theo ${name}`,
  stop: 'Dừng',
  stopLong: 'Dừng cuộn theo',
  stopHint: 'gõ, bấm chuột hoặc Esc để dừng',
  here: (names: string) => `Đang ở mục này: ${names}`,
  came: (names: string) => `${names} vừa mở báo cáo`,
  left: (names: string) => `${names} vừa rời báo cáo`,
} as const

type Told = Exclude<CommitteeState['connection'], 'none'>

const states: Readonly<Record<Told, string>> = {
  sharing: 'Đang chia sẻ báo cáo',
  connecting: 'Đang kết nối máy chủ tổ biên tập…',
  connected: 'Đã kết nối máy chủ tổ biên tập',
  offline: 'Mất mạng, sửa đổi được giữ trên máy',
  refused: 'Máy chủ không nhận một sửa đổi, đang lấy lại bản chung…',
  revoked: 'Không còn trong tổ biên tập',
  'other-version': 'Khác phiên bản với máy chủ tổ biên tập',
}

export const connectionWords = {
  states,
  unsent: (count: number) => `${count} sửa đổi chưa gửi`,
} as const
