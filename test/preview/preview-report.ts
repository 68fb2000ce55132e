import type { Report } from '../../shared/report/report'
import { emptyFields } from '../../shared/report/fields'
import { heading, item, noteRef, note, paragraph, report, sheet, strong, text } from '../support/build-report'
import { optionsBlock, row, table, tableBlock } from '../support/build-indicators'
import type { OptionsId, WordingId } from '../../shared/report/ids'

/** An invented report with something of everything. */
export const previewReport = (): Report =>
  report({
    fields: {
      ...emptyFields,
      superiorBody: 'ĐẢNG BỘ TỈNH SÔNG LÀNH',
      issuingBody: 'THÀNH ỦY AN BÌNH',
      draftNumber: '3',
      place: 'An Bình',
      date: 'ngày 14 tháng 02 năm 2026',
      type: 'BÁO CÁO TỔNG KẾT NHIỆM KỲ',
      title: 'của Ban Chấp hành Đảng bộ thành phố khóa VII\ntrình Đại hội đại biểu lần thứ VIII',
    },
    text: text(
      sheet(
        heading('part', 'Kết quả thực hiện nhiệm kỳ'),
        optionsBlock('o1'),
        heading('letter', 'Tình hình trên từng lĩnh vực'),
        heading('roman', 'Phát triển kinh tế'),
      ),
      sheet(
        heading('number', 'Thương mại - dịch vụ'),
        paragraph(
          'Thương mại, dịch vụ tiếp tục tăng khá; tổng mức bán lẻ năm cuối nhiệm kỳ ước đạt 12.480 tỷ đồng, gấp 1,6 lần đầu nhiệm kỳ',
          noteRef('n1'),
          '; mạng lưới chợ và cửa hàng tiện lợi phủ khắp các khu dân cư, đáp ứng tốt hơn nhu cầu của Nhân dân.',
        ),
      ),
      sheet(
        heading('number', 'Công nghiệp - xây dựng'),
        paragraph(
          'Giá trị sản xuất công nghiệp - xây dựng tăng bình quân 14,2%/năm, vượt chỉ tiêu Nghị quyết đề ra',
          noteRef('n2'),
          '. Ba cụm công nghiệp được lấp đầy trên 86% diện tích, tạo việc làm cho 4.350 lao động; công tác khuyến công hỗ trợ 18 cơ sở đổi mới máy móc, thiết bị. Hạ tầng giao thông kết nối các cụm công nghiệp với tuyến đường tỉnh được đầu tư đồng bộ, rút ngắn thời gian vận chuyển hàng hóa.',
        ),
        paragraph(
          'Hoạt động xây dựng phát triển mạnh, góp phần chỉnh trang đô thị; nhiều công trình dân sinh hoàn thành, đưa vào sử dụng đúng tiến độ',
          noteRef('n3'),
          '. ',
          strong('Chất lượng quản lý dự án'),
          ' từng bước được nâng lên.',
        ),
      ),
      sheet(
        heading('number', 'Nông nghiệp, xây dựng nông thôn mới'),
        paragraph(
          'Sản xuất nông nghiệp chuyển dịch theo hướng hàng hóa, ứng dụng công nghệ cao; giá trị thu hoạch trên một héc-ta đạt 138 triệu đồng. Đến nay, 100% số xã đạt chuẩn nông thôn mới, trong đó có 02 xã đạt chuẩn nâng cao.',
        ),
        heading('subnumber', 'Trồng trọt'),
        item('bullet', 'Diện tích rau an toàn đạt 120 héc-ta, tăng 18 héc-ta.'),
        item('bullet', 'Hình thành 03 vùng cây ăn quả tập trung.'),
        heading('roman', 'Quy hoạch, quản lý đô thị'),
        item('number', 'Hoàn thành quy hoạch chung thành phố đến năm 2040.'),
        item('number', 'Lập lại trật tự đô thị ở các tuyến phố chính.'),
      ),
      sheet(
        heading('letter', 'Đánh giá chung'),
        heading('roman', 'Ưu điểm'),
        heading('roman', 'Hạn chế, khuyết điểm'),
      ),
      sheet(
        heading('part', 'Mục tiêu, nhiệm vụ'),
        heading('letter', 'Định hướng, chỉ tiêu chủ yếu'),
        item('target', 'Giá trị sản xuất tăng bình quân 13 - 14%/năm.'),
        tableBlock('t1'),
      ),
    ),
    notes: {
      n1: note('Năm đầu nhiệm kỳ đạt 7.800 tỷ đồng; trong đó dịch vụ lưu trú, ăn uống chiếm 18%.'),
      n2: note('Chỉ tiêu Nghị quyết: 13 – 14%/năm; riêng công nghiệp chế biến tăng 15,1%/năm.'),
      n3: note(
        'Gồm 07 tuyến đường, 04 trường học, 02 trạm y tế và nhà máy xử lý nước thải tập trung với tổng mức đầu tư trên 1.240 tỷ đồng từ ngân sách tỉnh, ngân sách thành phố và nguồn xã hội hóa.',
      ),
    },
    indicators: table(
      't1',
      [
        row({ kind: 'group', groupLevel: 'roman', name: 'Kinh tế' }),
        row({
          name: 'Tăng giá trị sản xuất bình quân',
          unit: '%/năm',
          base: '12,8',
          target: '13-14',
          result: '14,2',
          remark: 'Hoàn thành vượt',
        }),
        row({
          kind: 'sub',
          name: 'Công nghiệp - xây dựng',
          unit: '%/năm',
          base: '13,1',
          target: '14-15',
          result: '15,1',
        }),
        row({
          kind: 'sub',
          name: 'Dịch vụ',
          unit: '%/năm',
          base: '12,0',
          target: '13',
          result: '12,4',
          direction: 'up',
          remark: 'Hoàn thành',
        }),
        row({
          name: 'Thu nhập bình quân đầu người',
          unit: 'triệu đồng',
          base: '52',
          target: '>75',
          result: '78,4',
          remark: 'Hoàn thành vượt',
        }),
        row({
          name: 'Tỷ lệ lấp đầy cụm công nghiệp',
          unit: '%',
          base: '61',
          target: '≥ 85',
          result: '84,5',
          direction: 'up',
          remark: 'Hoàn thành',
        }),
        row({ kind: 'group', groupLevel: 'roman', name: 'Văn hóa - xã hội' }),
        row({
          name: 'Tỷ lệ hộ nghèo',
          unit: '%',
          base: '3,2',
          target: '<1',
          result: '0,8',
          remark: 'Hoàn thành vượt',
        }),
        row({ name: 'Trường đạt chuẩn quốc gia', unit: '%', base: '82', target: '95', result: '97' }),
      ],
      'CÁC CHỈ TIÊU CHỦ YẾU',
    ),
    options: new Map([
      [
        'o1' as OptionsId,
        {
          id: 'o1' as OptionsId,
          name: 'Chủ đề',
          chosen: '',
          wordings: [
            {
              id: 'w1' as WordingId,
              body: note(
                'Đoàn kết, dân chủ, kỷ cương, sáng tạo; xây dựng An Bình thành đô thị xanh, văn minh, đáng sống.',
              ),
            },
            {
              id: 'w2' as WordingId,
              body: note('Phát huy truyền thống, khơi dậy khát vọng; phát triển An Bình nhanh và bền vững.'),
            },
          ],
        },
      ],
    ]),
  })
