import type { LineRole } from '../../../../shared/print/print-document'
import type { Level } from '../../../../shared/report/levels'

/** Word's own heading styles, so that its navigation pane, contents and cross references work. */
export const headingStyles: Readonly<Record<Level, string>> = {
  part: 'Heading1',
  letter: 'Heading2',
  roman: 'Heading3',
  number: 'Heading4',
  subnumber: 'Heading5',
}

export const bodyStyle = 'BodyText'
export const tableStyle = 'TableText'
export const tableHeaderStyle = 'TableHeader'
export const tableTitleStyle = 'TableTitle'
export const noteStyle = 'FootnoteText'
export const noteMarkStyle = 'FootnoteReference'
/** Empty lines that only keep things apart: between two tables, after a table at the end. */
export const gapStyle = 'Gap'
export const pageNumberStyle = 'Header'

/** Every line of header, title and signature has a style of its own, with the name Word shows for it. */
export const lineStyles: Readonly<Record<LineRole, { readonly id: string; readonly name: string }>> = {
  circulation: { id: 'Circulation', name: 'Phạm vi lưu hành' },
  superiorBody: { id: 'SuperiorBody', name: 'Cơ quan cấp trên' },
  issuingBody: { id: 'IssuingBody', name: 'Cơ quan ban hành' },
  star: { id: 'Star', name: 'Dấu sao' },
  number: { id: 'DocumentNumber', name: 'Số và ký hiệu' },
  draftMark: { id: 'DraftMark', name: 'Dấu dự thảo' },
  nation: { id: 'Nation', name: 'Quốc hiệu' },
  motto: { id: 'Motto', name: 'Tiêu ngữ' },
  placeAndDate: { id: 'PlaceAndDate', name: 'Địa danh và ngày tháng' },
  type: { id: 'Title', name: 'Title' },
  title: { id: 'Subtitle', name: 'Subtitle' },
  titleEnd: { id: 'TitleEnd', name: 'Gạch dưới trích yếu' },
  authority: { id: 'Authority', name: 'Quyền hạn ký' },
  position: { id: 'Position', name: 'Chức vụ' },
  signer: { id: 'Signer', name: 'Người ký' },
  recipientsTitle: { id: 'RecipientsTitle', name: 'Nơi nhận' },
  recipient: { id: 'Recipient', name: 'Danh sách nơi nhận' },
}
