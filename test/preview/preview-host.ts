import type { ImportedBlock, ImportPreview, RecentReport } from '../../shared/ipc/contract'
import type { Level } from '../../shared/report/levels'

const now = Date.now()
const hours = (count: number): string => new Date(now - count * 3_600_000).toISOString()

export const previewRecent: readonly RecentReport[] = [
  {
    path: '/home/vp/Báo cáo/Tong ket nhiem ky.duthao',
    title: 'Báo cáo tổng kết nhiệm kỳ của Ban Chấp hành Đảng bộ thành phố khóa VII',
    openedAt: hours(0.4),
    missing: false,
  },
  {
    path: '/mnt/vanphong/Quy 3/Bao cao quy 3.duthao',
    title: 'Báo cáo tình hình quý III và nhiệm vụ quý IV',
    openedAt: hours(26),
    missing: false,
  },
  {
    path: '/media/usb/Chuyen de.duthao',
    title: 'Báo cáo chuyên đề về cải cách hành chính',
    openedAt: hours(400),
    missing: true,
  },
]

let last = 0
const block = (level: Level | null, number: string, text: string): ImportedBlock => ({
  id: `i${++last}`,
  kind: level ? 'heading' : 'paragraph',
  level,
  number,
  text,
})

const section = (number: number): ImportedBlock[] => [
  block('number', `${number}.`, 'Thương mại - dịch vụ'),
  block(
    null,
    '',
    'Thương mại, dịch vụ tiếp tục tăng khá; tổng mức bán lẻ năm cuối nhiệm kỳ ước đạt 12.480 tỷ đồng, gấp 1,6 lần đầu nhiệm kỳ; mạng lưới chợ phủ khắp các khu dân cư.',
  ),
  block(null, '', 'Hạ tầng thương mại được đầu tư, nâng cấp.'),
]

export const previewImport: ImportPreview = {
  token: 'preview',
  sourceName: 'Bao cao tong ket - lan 3.docx',
  title: 'Báo cáo tổng kết nhiệm kỳ của Ban Chấp hành Đảng bộ thành phố khóa VII',
  counts: {
    ...{
      parts: 2,
      letters: 4,
      romans: 21,
      numbers: 41,
      subnumbers: 5,
      paragraphs: 214,
      notes: 42,
      noteRefs: 42,
    },
    indicators: { groups: 5, numbered: 23, subs: 13 },
    options: 1,
    tables: 1,
  },
  warnings: [
    {
      code: 'a',
      place: 'đoạn 112',
      message: 'Chú thích số 10 được dẫn hai lần; đã giữ thành hai chú thích.',
    },
    { code: 'b', place: 'bảng 1, dòng 3', message: 'Dòng này thiếu một ô; ô cuối để trống.' },
  ],
  blocks: [
    block('part', 'Phần thứ nhất', 'Kết quả thực hiện nhiệm kỳ'),
    block('letter', 'A-', 'Tình hình trên từng lĩnh vực'),
    block('roman', 'I-', 'Phát triển kinh tế'),
    ...Array.from({ length: 30 }, (_, index) => section(index + 1)).flat(),
    { id: 'it', kind: 'indicator_table', level: null, number: '', text: 'Các chỉ tiêu chủ yếu' },
  ],
}
