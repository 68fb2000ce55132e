import type { Role } from '../permissions/rights'
import { unreachable } from '../util/exhaustive'
import type { Caller, Entry } from './entry'
import type { Fact, FactOf } from './facts'

/** How people and places are called. */
export interface Names {
  readonly member: (id: string) => string
  /** With its number, in quotes or as it stands; "cả báo cáo" for all of it. */
  readonly section: (id: string) => string
}

const roles: Readonly<Record<Role, string>> = {
  secretary: 'thư ký',
  drafter: 'người soạn',
  leader: 'lãnh đạo',
  reader: 'người đọc',
}

/** Who did what, in one sentence without its end; `at` is told beside it. */
export const sayEntry = ({ by, fact }: Pick<Entry, 'by' | 'fact'>, names: Names): string =>
  `${sayCaller(by, names)} ${sayFact(fact, names)}`

function sayCaller(by: Caller, names: Names): string {
  if (by.kind === 'member') return names.member(by.id)
  return by.kind === 'operator' ? 'Người quản trị tệp' : 'Máy chủ'
}

function sayFact(fact: Fact, names: Names): string {
  switch (fact.kind) {
    case 'ledger.found':
      return `lập tổ biên tập; thư ký: ${fact.name}`
    case 'member.invite':
      return `mời ${fact.name} làm ${roles[fact.role]}`
    case 'member.inviteAgain':
      return `viết thêm giấy mời cho ${names.member(fact.member)}`
    case 'invitation.withdraw':
      return 'thu hồi một giấy mời'
    case 'invitation.redeem':
      return 'nhận một thành viên dùng giấy mời'
    case 'member.change':
      return `ghi lại ${names.member(fact.member)}: ${fact.name}, ${roles[fact.role]}`
    case 'member.grant':
      return sayGrant(fact, names)
    case 'member.revoke':
      return `ngừng sự tham gia của ${names.member(fact.member)}`
    case 'member.restore':
      return `nhận lại ${names.member(fact.member)}`
    case 'key.revoke':
      return `bỏ một máy của ${names.member(fact.member)}`
    case 'version.freeze':
      return `chốt ${fact.label} (lần ${fact.number})${because(fact.purpose)}`
    case 'report.export':
      return `xuất ${fact.official ? 'bản chính thức' : 'báo cáo'} ra ${fact.files.map(({ format }) => (format === 'docx' ? 'Word' : 'PDF')).join(' và ')}`
    default:
      return sayOfSections(fact, names)
  }
}

type OfMembers = Extract<
  Fact,
  {
    kind:
      | `member.${string}`
      | `invitation.${string}`
      | 'ledger.found'
      | 'key.revoke'
      | 'version.freeze'
      | 'report.export'
  }
>

function sayOfSections(fact: Exclude<Fact, OfMembers>, names: Names): string {
  switch (fact.kind) {
    case 'section.assign':
      return `giao ${names.section(fact.section)} cho ${listOf(fact.members, names)}${until(fact.due)}`
    case 'section.unassign':
      return `thôi giao ${names.section(fact.section)}`
    case 'section.lock':
      return `khóa ${names.section(fact.section)}`
    case 'section.unlock':
      return `mở khóa ${names.section(fact.section)}${because(fact.reason)}`
    case 'section.openForComment':
      return `xin ý kiến về ${names.section(fact.section)}`
    case 'section.ready':
      return `trình duyệt ${names.section(fact.section)}`
    case 'section.resumeWriting':
      return `soạn tiếp ${names.section(fact.section)}`
    case 'tracking.set':
      return fact.on ? 'bật theo dõi thay đổi cho mọi người' : 'tắt theo dõi thay đổi cho mọi người'
    default:
      return sayOfApprovals(fact, names)
  }
}

type OfApprovals = FactOf<
  | 'section.approve'
  | 'section.return'
  | 'approval.withdraw'
  | 'approval.delegate'
  | 'approval.rules'
  | 'approval.touch'
  | 'approvers.set'
  | 'change.editorial'
>

function sayOfApprovals(fact: OfApprovals, names: Names): string {
  switch (fact.kind) {
    case 'section.approve':
      return `duyệt ${names.section(fact.section)} (phần duyệt của ${names.member(fact.member)})${because(fact.note)}`
    case 'section.return':
      return `trả lại ${names.section(fact.section)}${because(fact.reason)}`
    case 'approval.withdraw':
      return `rút lại việc duyệt ${names.section(fact.section)}${because(fact.reason)}`
    case 'approval.delegate':
      return fact.to === null
        ? `thôi ủy quyền duyệt ${names.section(fact.section)}`
        : `ủy quyền duyệt ${names.section(fact.section)} cho ${names.member(fact.to)}${until(fact.until)}`
    case 'approval.rules':
      return `đặt quy định duyệt: ${fact.noOpenThreads ? 'phải xử lý hết ý kiến trước khi duyệt' : 'duyệt được khi còn ý kiến'}; ${fact.lockOnApproval ? 'duyệt xong thì khóa' : 'duyệt xong không khóa'}`
    case 'approval.touch':
      return `ghi nhận ${names.member(fact.member)} đã sửa ${names.section(fact.section)} sau khi duyệt`
    case 'approvers.set':
      return fact.members.length === 0
        ? `thôi chỉ định người duyệt ${names.section(fact.section)}`
        : `chỉ định người duyệt ${names.section(fact.section)}, theo thứ tự: ${listOf(fact.members, names)}`
    case 'change.editorial':
      return `xác nhận thay đổi ở ${names.section(fact.section)} chỉ là chính tả, dấu câu${because(fact.note)}`
    default:
      return unreachable(fact)
  }
}

function sayGrant({ member, section, rights }: FactOf<'member.grant'>, names: Names): string {
  const who = names.member(member)
  if (rights === null) return `bỏ quyền riêng của ${who} ở ${names.section(section)}`
  const list = rights.map(right => rightWords[right]).join(', ') || 'không có quyền nào'
  return `đặt quyền của ${who} ở ${names.section(section)}: ${list}`
}

const rightWords = {
  read: 'đọc',
  annotate: 'ghi ý kiến',
  propose: 'đề xuất sửa',
  edit: 'soạn',
  approve: 'duyệt',
} as const

const listOf = (members: readonly string[], names: Names): string => members.map(names.member).join(', ')
const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '')
const until = (day: string | null): string => (day ? `, hạn ${day.split('-').reverse().join('/')}` : '')
