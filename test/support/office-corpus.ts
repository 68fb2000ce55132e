import {
  cell,
  escapeXml,
  footnote,
  footnoteReference,
  inList,
  makeDocx,
  numbering,
  paragraph,
  paragraphStyle,
  run,
  table,
  type DocxParts,
} from './make-docx'

/*
 * Small Word files of the kinds that offices make, with what is a heading in them. A line that begins with "#" and a
 * level is one; all others are not. Invented words; the habits are those counted in public files.
 */

export interface OfficeFile {
  readonly name: string
  readonly docx: Promise<Uint8Array>
  /** "level title", in order. */
  readonly headings: readonly string[]
}

const centre = '<w:jc w:val="center"/>'
const justify = '<w:jc w:val="both"/>'
const b = '<w:b/>'

/** `*…*` is bold, as in "*1. Mở đầu:* nội dung". */
const runs = (text: string): string =>
  text
    .split('*')
    .map((part, index) => (part === '' ? '' : run(part, index % 2 === 1 ? b : '')))
    .join('')

interface Typed {
  readonly xml: string
  readonly heading?: string
}

/** "# level | as typed | title" is a bold heading, "^ text" is centred and bold, all else a justified paragraph. */
function typed(line: string): Typed {
  const heading = /^# (\w+) \| (.*?) \| (.*)$/.exec(line)
  if (heading) {
    const [, level = '', label = '', title = ''] = heading
    const space = label.endsWith('\\t') ? '<w:r><w:tab/></w:r>' : run(' ')
    const placed = level === 'part' || level === 'letter' ? centre : justify
    // Word cuts text into runs wherever somebody once typed.
    const half = Math.ceil(title.length / 2)
    const words = run(title.slice(0, half), b) + run(title.slice(half), b)
    return {
      xml: paragraph(run(label.replace('\\t', ''), b) + space + words, placed),
      heading: `${level} ${title}`,
    }
  }
  if (line.startsWith('^ ')) return { xml: paragraph(runs(`*${line.slice(2)}*`), centre) }
  return { xml: paragraph(line === '' ? '' : runs(line), justify) }
}

const noBorders =
  '<w:tblBorders><w:top w:val="none"/><w:left w:val="none"/><w:bottom w:val="none"/><w:right w:val="none"/><w:insideH w:val="none"/><w:insideV w:val="none"/></w:tblBorders>'
const borders =
  '<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
const column = (...lines: string[]): string => cell(lines.map(line => paragraph(runs(line), centre)).join(''))

const stateHeader = (body: string, number: string): string =>
  table(
    [
      [
        column('UBND TỈNH AN BÌNH', `*${body}*`),
        column('*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*', '*Độc lập - Tự do - Hạnh phúc*'),
      ],
      [column(number), column('An Bình, ngày 05 tháng 6 năm 2024')],
    ],
    noBorders,
    [4000, 5300],
  )

const partyHeader = table(
  [
    [
      column('ĐẢNG BỘ TỈNH AN BÌNH', '*HUYỆN ỦY SƠN HÀ*', '*', 'Số 12-BC/HU'),
      column('*ĐẢNG CỘNG SẢN VIỆT NAM*', 'Sơn Hà, ngày 05 tháng 6 năm 2024'),
    ],
  ],
  noBorders,
)

const signature = (...right: string[]): string =>
  table(
    [
      [
        cell(['*Nơi nhận:*', '- Như trên;', '- Lưu: VT.'].map(line => paragraph(runs(line))).join('')),
        column(...right),
      ],
    ],
    noBorders,
  )

const officer = ['*KT. GIÁM ĐỐC*', '*PHÓ GIÁM ĐỐC*', '', '', '*Trần Văn An*']
const dataTable = (...rows: string[][]): string =>
  table(
    rows.map(cells => cells.map(text => cell(text))),
    borders,
  )

const long =
  'Thực hiện chỉ đạo của cấp trên, các phòng, ban, đơn vị trên địa bàn đã chủ động xây dựng kế hoạch, tổ chức triển khai nghiêm túc, bảo đảm tiến độ và chất lượng theo yêu cầu đề ra.'

/** Lines as `typed` takes them, or XML as it is. */
function office(name: string, content: readonly string[], more: Omit<DocxParts, 'body'> = {}): OfficeFile {
  const items = content.map(line => (line.startsWith('<') ? { xml: line } : typed(line)))
  const headings = items.flatMap(item => ('heading' in item && item.heading ? [item.heading] : []))
  return { name, docx: makeDocx({ body: items.map(item => item.xml).join(''), ...more }), headings }
}

export const officeFiles = (): OfficeFile[] => [
  office('a decision with articles', [
    stateHeader('SỞ NỘI VỤ', 'Số: 25/QĐ-SNV'),
    '',
    '^ QUYẾT ĐỊNH',
    '^ Về việc thành lập Tổ công tác rà soát thủ tục',
    '^ GIÁM ĐỐC SỞ NỘI VỤ',
    'Căn cứ Luật Tổ chức chính quyền địa phương;',
    'Theo đề nghị của Chánh Văn phòng Sở,',
    '^ QUYẾT ĐỊNH:',
    '*Điều 1.* Thành lập Tổ công tác gồm các ông, bà có tên sau:',
    '1. Ông Lê Văn Bình, Phó Giám đốc, Tổ trưởng;',
    '2. Bà Phạm Thị Cúc, Trưởng phòng, Tổ phó.',
    '*Điều 2. Nhiệm vụ của Tổ công tác*',
    '*1. Rà soát thủ tục*',
    long,
    'a) Lập danh mục;',
    'b) Đề xuất phương án;',
    'đ) Báo cáo kết quả.',
    '*Điều 3.* Quyết định này có hiệu lực kể từ ngày ký.',
    signature(...officer),
  ]),
  office('a report of a department', [
    stateHeader('SỞ NỘI VỤ', 'Số: 30/BC-SNV'),
    '^ BÁO CÁO',
    '^ Kết quả công tác 6 tháng đầu năm 2024',
    long,
    '# roman | I. | TÌNH HÌNH CHUNG',
    '# number | 1. | Đặc điểm tình hình',
    long,
    '# number | 2. | Thuận lợi, khó khăn',
    '*2.1. Thuận lợi:* được sự quan tâm của Tỉnh ủy.',
    '- Một là, ' + long,
    '+ Hai là, ' + long,
    '# roman | II. | KẾT QUẢ THỰC HIỆN',
    '# number | 1.\\t | Công tác tổ chức, biên chế',
    '# subnumber | 1.1. | Về tổ chức bộ máy',
    'a) Đã sắp xếp 05 đơn vị;',
    'b) Đã bổ nhiệm 12 người.',
    '# subnumber | 1.2. | Về biên chế',
    '*Kết quả nổi bật.* ' + long,
    dataTable(
      ['STT', 'Đơn vị', 'Biên chế', 'Ghi chú'],
      ['1', 'Phòng A', '10', ''],
      ['2', 'Phòng B', '12', 'Tăng 2'],
    ),
    '# number | 2. | Công tác thi đua, khen thưởng',
    '1. Đã tổ chức 03 phong trào thi đua trong toàn ngành, có sức lan tỏa.',
    '2. Đã khen thưởng 120 tập thể, cá nhân.',
    '# roman | III. | PHƯƠNG HƯỚNG, NHIỆM VỤ',
    '*1. Nhiệm vụ thứ nhất:* ' + long,
    '*2. Nhiệm vụ thứ hai:* ' + long,
    'Trên đây là báo cáo của Sở Nội vụ./.',
    signature(...officer),
  ]),
  office('a charter with chapters', [
    '^ ĐIỀU LỆ',
    '^ TỔ CHỨC VÀ HOẠT ĐỘNG CỦA HỘI',
    '^ Chương I',
    '^ QUY ĐỊNH CHUNG',
    '*Điều 1. Tên gọi, biểu tượng*',
    '1. Tên tiếng Việt: Hội Làm vườn.',
    '2. Hội có biểu tượng riêng.',
    '*Điều 2. Tôn chỉ, mục đích*',
    long,
    '^ Chương II',
    '^ HỘI VIÊN',
    '*Mục 1*',
    '*Điều 3. Tiêu chuẩn hội viên*',
    '1. Công dân Việt Nam:',
    'a) Từ đủ 18 tuổi;',
    'b) Tự nguyện.',
    '2. Tổ chức.',
  ]),
  office('minutes of a meeting', [
    '^ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    '^ Độc lập - Tự do - Hạnh phúc',
    '^ BIÊN BẢN',
    '^ Họp giao ban tháng 5',
    'Thời gian: 8 giờ 00 ngày 03 tháng 5 năm 2024.',
    '# roman | I. | THÀNH PHẦN THAM DỰ',
    '1. Ông Lê Văn Bình - Chủ trì',
    '2. Bà Phạm Thị Cúc - Thư ký',
    '# roman | II. | NỘI DUNG',
    '- Đồng chí Bình: ' + long,
    '*Kết luận:*',
    long,
    table([[column('*THƯ KÝ*', '', '*Phạm Thị Cúc*'), column('*CHỦ TRÌ*', '', '*Lê Văn Bình*')]], noBorders),
  ]),
  office('a plan whose numbers are partly headings', [
    stateHeader('SỞ Y TẾ', 'Số: 7/KH-SYT'),
    '^ KẾ HOẠCH',
    '^ Tuyên truyền phòng, chống dịch',
    '# roman | I. | MỤC ĐÍCH, YÊU CẦU',
    '# number | 1. | Mục đích',
    '- ' + long,
    '# number | 2. | Yêu cầu',
    '- ' + long,
    '# roman | II. | NỘI DUNG',
    '1. Tuyên truyền trên báo, đài.',
    '2. Phát tờ rơi.',
    '3. ' + long,
    '# roman | III. | TỔ CHỨC THỰC HIỆN',
    '# number | 1. | Phòng Nghiệp vụ',
    long,
    '# number | 2. | Trung tâm Kiểm soát bệnh tật',
    long,
    signature(...officer),
  ]),
  office('an official letter', [
    table(
      [
        [
          column('UBND TỈNH AN BÌNH', '*SỞ Y TẾ*', 'Số: 88/SYT-VP', 'V/v báo cáo kết quả'),
          column(
            '*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*',
            '*Độc lập - Tự do - Hạnh phúc*',
            'An Bình, ngày 05 tháng 6 năm 2024',
          ),
        ],
      ],
      noBorders,
    ),
    '^ Kính gửi: Các bệnh viện trong tỉnh',
    long,
    '*1. Về nhân lực:* ' + long,
    '*2. Về thuốc.* ' + long,
    '*Đề nghị các đơn vị báo cáo trước ngày 20/6/2024.*',
    signature(...officer),
  ]),
  office('a form to fill in', [
    '^ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    '^ Độc lập - Tự do - Hạnh phúc',
    '^ ĐƠN ĐỀ NGHỊ',
    '^ Cấp giấy phép',
    '*1. Họ và tên:* ..............................',
    '*2. Ngày sinh: ........................*',
    '*3. Địa chỉ: …………………………*',
    '*A. PHẦN TỰ KHAI: ................*',
    'Tôi xin cam đoan những lời khai trên là đúng.',
  ]),
  office(
    'a Party report with misused styles',
    [
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>`,
      partyHeader,
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/>${centre}</w:pPr>${run('BÁO CÁO', b)}</w:p>`,
      '^ Tổng kết nhiệm kỳ',
      '# letter | A- | KẾT QUẢ LÃNH ĐẠO',
      '# roman | I- | PHÁT TRIỂN KINH TẾ',
      '# number | 1. | Nông nghiệp',
      `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run(long)}</w:p>`,
      paragraph(run(long) + footnoteReference(1) + run('.'), justify),
      '# number | 2. | Công nghiệp',
      long,
      '# roman | II- | XÂY DỰNG ĐẢNG',
      '1. Đã kết nạp 120 đảng viên.',
      '# letter | B- | PHƯƠNG HƯỚNG',
      long,
      signature('*T/M BAN THƯỜNG VỤ*', 'BÍ THƯ', '', '*Lê Văn Bình*'),
    ],
    {
      styles:
        paragraphStyle('Heading1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>') +
        paragraphStyle('Heading2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      footnotes: footnote(1, 'Theo báo cáo của phòng chuyên môn.'),
    },
  ),
  office(
    'a guide with automatic numbers',
    [
      '^ HƯỚNG DẪN',
      '^ Thực hiện công tác văn thư',
      ...(
        [
          [0, 'QUY ĐỊNH CHUNG', b],
          [1, 'Phạm vi áp dụng', b],
          [2, 'Áp dụng cho các phòng.', ''],
          [1, 'Đối tượng', b],
          [2, 'Cán bộ, công chức.', ''],
          [0, 'TỔ CHỨC THỰC HIỆN', b],
        ] as const
      ).map(([level, text, weight]) => paragraph(run(text, weight), inList(level) + justify)),
      long,
    ],
    { numbering: numbering(['upperRoman', '%1.'], ['decimal', '%2.'], ['lowerLetter', '%3)']) },
  ),
  office('questions with answers', [
    '^ ĐỀ CƯƠNG',
    '^ Ôn tập kiến thức',
    '*Câu 1. Cơ quan nào ban hành nghị quyết?*',
    'A. Hội đồng nhân dân',
    '*B. Ủy ban nhân dân*',
    'C. Sở Nội vụ',
    'D. Phòng Nội vụ',
    '*Câu 2. Ai ký?*',
    '*A. Chủ tịch*',
    'B. Phó Chủ tịch',
  ]),
  office('a speech', [
    '^ BÀI PHÁT BIỂU',
    '^ của đồng chí Bí thư tại hội nghị',
    '*Kính thưa các đồng chí!*',
    long,
    '*Thứ nhất, tiếp tục nâng cao nhận thức.*',
    '*2024 là năm bản lề của nhiệm kỳ.*',
    'I. Đánh giá của cấp trên là đúng.',
  ]),
  office('a draft in parts', [
    partyHeader,
    '^ BÁO CÁO CHÍNH TRỊ',
    '^ trình Đại hội',
    '-----',
    '^ Phần thứ nhất',
    '^ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT',
    '^ NHIỆM KỲ 2015 - 2020',
    'Phần thứ nhất của báo cáo nêu kết quả.',
    '# roman | I- | KINH TẾ',
    long,
    `<w:p><w:pPr>${centre}</w:pPr><w:r><w:rPr>${b}</w:rPr><w:t>PHẦN THỨ HAI</w:t><w:br/><w:t>${escapeXml('NHIỆM VỤ')}</w:t></w:r></w:p>`,
    '# roman | I- | MỤC TIÊU',
    '(1). Thu ngân sách tăng 10%.',
    '(2). Giảm nghèo.',
  ]),
]

/** Headings that `typed` cannot show: automatic numbers, and parts over several paragraphs. */
export const otherHeadings: Readonly<Record<string, readonly string[]>> = {
  'a guide with automatic numbers': [
    'roman QUY ĐỊNH CHUNG',
    'number Phạm vi áp dụng',
    'number Đối tượng',
    'roman TỔ CHỨC THỰC HIỆN',
  ],
  'a draft in parts': [
    'part KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2015 - 2020',
    'roman KINH TẾ',
    'part NHIỆM VỤ',
    'roman MỤC TIÊU',
  ],
}
