/**
 * What stands above and below the text. Every field is what a person typed (free text, may be empty);
 * lines within a field are separated by "\n".
 */
export const fieldNames = [
  'superiorBody', // ĐẢNG BỘ TỈNH …: the body above, first line left
  'issuingBody', // THÀNH ỦY …: the body that issues, below it
  'number', // Số 12-BC/TU
  'draftNumber', // 2, printed as "Dự thảo lần 2"; empty = no draft mark
  'circulation', // LƯU HÀNH NỘI BỘ
  'place', // TP Bắc Giang
  'date', // ngày 07 tháng 02 năm 2020, also with the day left open
  'type', // BÁO CÁO CHÍNH TRỊ
  'title', // của Ban Chấp hành …
  'authority', // T/M BAN CHẤP HÀNH
  'position', // BÍ THƯ
  'signer',
  'recipients', // Nơi nhận, one a line
  'profile', // layout profile, a key of resources/profiles
  'partStyle', // 'ordinal' (Phần thứ nhất) | 'roman' (Phần I) | '' = as the profile says
  'markStyle', // 'hyphen' (A-, I-) | 'dot' (A., I.) | '' = as the profile says
] as const

export type FieldName = (typeof fieldNames)[number]
export type Fields = Readonly<Record<FieldName, string>>

export const defaultProfile = 'dang-hd05-2026'

export const emptyFields: Fields = {
  ...(Object.fromEntries(fieldNames.map(name => [name, ''])) as Record<FieldName, string>),
  profile: defaultProfile,
}
