/* A sentence with an error that can be decided by arithmetic or by looking, and its correct twin. */
type Twin = readonly [rule: string, wrong: string, right: string]

export const twins: readonly Twin[] = [
  [
    'parts-of-whole',
    'Tiếp nhận 120 đơn (khiếu nại 30; tố cáo 10; kiến nghị 81).',
    'Tiếp nhận 120 đơn (khiếu nại 30; tố cáo 10; kiến nghị 80).',
  ],
  [
    'parts-of-whole',
    'Toàn ngành có 45 trường, gồm 20 trường mầm non, 15 trường tiểu học và 11 trường trung học.',
    'Toàn ngành có 45 trường, gồm 20 trường mầm non, 15 trường tiểu học và 10 trường trung học.',
  ],
  [
    'parts-of-whole',
    'Có 14 chợ, trong đó 05 chợ hạng I, 03 chợ hạng II, 09 chợ hạng III.',
    'Có 14 chợ, trong đó 01 chợ hạng I, 03 chợ hạng II, 10 chợ hạng III; 9 chợ do doanh nghiệp quản lý.',
  ],
  [
    'parts-of-whole',
    'Tổng vốn 1.250 tỷ đồng (ngân sách 450 tỷ đồng, doanh nghiệp 700 tỷ đồng, nhân dân 120 tỷ đồng).',
    'Tổng vốn 1.250 tỷ đồng (ngân sách 450 tỷ đồng, doanh nghiệp 700 tỷ đồng, nhân dân 100 tỷ đồng).',
  ],
  [
    'parts-of-whole',
    'Kỷ luật 24 đảng viên (khiển trách 15; cảnh cáo 6; khai trừ 4).',
    'Kỷ luật 24 đảng viên (khiển trách 15; cảnh cáo 6; khai trừ 3).',
  ],
  [
    'parts-of-whole',
    'Đã giải quyết 37/120 đơn (khiếu nại 6; tố cáo 1; kiến nghị 31).',
    'Đã giải quyết 37/120 đơn (khiếu nại 6; tố cáo 1; kiến nghị 30).',
  ],
  [
    'shares-of-hundred',
    'Cơ cấu kinh tế: công nghiệp 49,3%; dịch vụ 44,8%; nông nghiệp 6,9%.',
    'Cơ cấu kinh tế: công nghiệp 49,3%; dịch vụ 44,8%; nông nghiệp 5,9%.',
  ],
  [
    'shares-of-hundred',
    'Tỷ trọng thương mại chiếm 48% (tăng 1,4%); công nghiệp 49,5% (giảm 0,5%); nông nghiệp 2,5% (giảm 0,7%).',
    'Tỷ trọng thương mại chiếm 48% (tăng 1,4%); công nghiệp 49,5% (giảm 0,5%); nông nghiệp 2,5% (giảm 0,9%).',
  ],
  [
    'shares-of-hundred',
    'Cơ cấu doanh thu gồm xuất khẩu 62,5%, nội địa 35,0% và dịch vụ 4,5%.',
    'Cơ cấu doanh thu gồm xuất khẩu 62,5%, nội địa 33,0% và dịch vụ 4,5%.',
  ],
  [
    'percent-of-whole',
    'Đã giải quyết 150/200 kiến nghị, đạt 78%.',
    'Đã giải quyết 150/200 kiến nghị, đạt 75%.',
  ],
  [
    'percent-of-whole',
    'Có 42/45 trường đạt chuẩn quốc gia, đạt 92,3%.',
    'Có 42/45 trường đạt chuẩn quốc gia, đạt 93,3%.',
  ],
  [
    'percent-of-whole',
    'Xử lý 80 trường hợp, trong đó cán bộ quản lý 16 trường hợp, chiếm 22%.',
    'Xử lý 80 trường hợp, trong đó cán bộ quản lý 16 trường hợp, chiếm 20%.',
  ],
  ['percent-of-whole', 'Đã quản lý 111,5ha/215,5ha, đạt 53,65%.', 'Đã quản lý 111,5ha/215,5ha, đạt 51,74%.'],
  ['percent-of-whole', 'Kết nối 1.120/1.400 hộ (đạt 90%).', 'Kết nối 1.120/1.400 hộ (đạt 80%).'],
  [
    'years-and-total',
    'Giai đoạn 2018 - 2020 thu 300 tỷ đồng; năm 2018 thu 90 tỷ đồng, năm 2019 thu 100 tỷ đồng, năm 2020 thu 120 tỷ đồng.',
    'Giai đoạn 2018 - 2020 thu 310 tỷ đồng; năm 2018 thu 90 tỷ đồng, năm 2019 thu 100 tỷ đồng, năm 2020 thu 120 tỷ đồng.',
  ],
  [
    'from-to',
    'Số doanh nghiệp tăng từ 400 lên 500 doanh nghiệp, tăng 20%.',
    'Số doanh nghiệp tăng từ 400 lên 500 doanh nghiệp, tăng 25%.',
  ],
  [
    'from-to',
    'Tỷ lệ bỏ học giảm từ 1,8% năm 2016 xuống còn 0,6% năm 2020, giảm 1,4 điểm %.',
    'Tỷ lệ bỏ học giảm từ 1,8% năm 2016 xuống còn 0,6% năm 2020, giảm 1,2 điểm %.',
  ],
  [
    'from-to',
    'Doanh thu tăng từ 820 tỷ đồng lên 1.640 tỷ đồng, gấp 2,5 lần.',
    'Doanh thu tăng từ 820 tỷ đồng lên 1.640 tỷ đồng, gấp 2 lần.',
  ],
  ['from-to', 'Số vụ tai nạn giảm từ 52 vụ xuống 61 vụ.', 'Số vụ tai nạn giảm từ 61 vụ xuống 52 vụ.'],
  [
    'from-to',
    'Đội tàu tăng từ 12 chiếc lên 17 chiếc, tăng 6 chiếc.',
    'Đội tàu tăng từ 12 chiếc lên 17 chiếc, tăng 5 chiếc.',
  ],
  ['impossible-figure', 'Đến nay 17/16 xã đạt chuẩn.', 'Đến nay 16/16 xã đạt chuẩn.'],
  ['impossible-figure', 'Tỷ lệ hộ dùng nước sạch đạt 104%.', 'Thu ngân sách đạt 104% dự toán.'],
  [
    'count-and-list',
    'Đã hoàn thành tại 04 phường: Hòa Bình, Tân Lập, Minh Khai.',
    'Đã hoàn thành tại 03 phường: Hòa Bình, Tân Lập, Minh Khai.',
  ],
  [
    'count-and-list',
    'Sáp nhập 02 xã (Yên Hòa, Tân Tiến, Lam Sơn) thành phường.',
    'Sáp nhập 03 xã (Yên Hòa, Tân Tiến, Lam Sơn) thành phường.',
  ],
  [
    'target-claim',
    'Thu nhập đạt 127 triệu đồng, vượt mục tiêu 130 triệu đồng.',
    'Thu nhập đạt 127 triệu đồng, vượt mục tiêu 120 triệu đồng.',
  ],
  [
    'target-claim',
    'Sản lượng đạt 85 nghìn tấn, chưa đạt kế hoạch 80 nghìn tấn.',
    'Sản lượng đạt 75 nghìn tấn, chưa đạt kế hoạch 80 nghìn tấn.',
  ],
  [
    'trend-claim',
    'Số thu năm sau cao hơn năm trước: năm 2018 đạt 90 tỷ đồng, năm 2019 đạt 85 tỷ đồng, năm 2020 đạt 99 tỷ đồng.',
    'Số thu năm sau cao hơn năm trước: năm 2018 đạt 80 tỷ đồng, năm 2019 đạt 85 tỷ đồng, năm 2020 đạt 99 tỷ đồng.',
  ],
  [
    'trend-claim',
    'Tai nạn giảm dần qua các năm: năm 2018 có 30 vụ, năm 2019 có 33 vụ, năm 2020 có 21 vụ.',
    'Tai nạn giảm dần qua các năm: năm 2018 có 35 vụ, năm 2019 có 33 vụ, năm 2020 có 21 vụ.',
  ],
  [
    'documents',
    'Thực hiện Nghị định số 15/2018/NĐ-CP ngày 02/2/2018 và Nghị định số 15/2018/NĐ-CP ngày 02/3/2018.',
    'Thực hiện Nghị định số 15/2018/NĐ-CP ngày 02/2/2018 và Nghị định số 16/2018/NĐ-CP ngày 02/3/2018.',
  ],
  [
    'documents',
    'Kế hoạch số 21-KH/TU ngày 05/3/2017 thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.',
    'Kế hoạch số 21-KH/TU ngày 05/12/2017 thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.',
  ],
  ['impossible-date', 'Kế hoạch ban hành ngày 31/4/2020.', 'Kế hoạch ban hành ngày 30/4/2020.'],
  ['impossible-date', 'Họp ngày 29 tháng 02 năm 2019.', 'Họp ngày 29 tháng 02 năm 2020.'],
  ['placeholder', 'Thu ngân sách đạt ??? tỷ đồng.', 'Thu ngân sách đạt bao nhiêu?'],
  ['placeholder', 'Có … hộ được hỗ trợ.', 'Có chợ, siêu thị, trung tâm thương mại…'],
  ['placeholder', 'Kế hoạch số XX/KH-UBND.', 'Đại hội khóa XX thành công.'],
  ['doubled-word', 'Đã có có 12 mô hình.', 'Luôn luôn gần gũi, ngày ngày bám cơ sở.'],
  [
    'unbalanced',
    'Phong trào “Toàn dân đoàn kết được đẩy mạnh.',
    'Phong trào “Toàn dân đoàn kết” được đẩy mạnh.',
  ],
  ['unbalanced', 'Các xã (Tân Lập, Yên Hòa đã hoàn thành.', 'Gồm a) xây dựng; b) giám sát (nội bộ).'],
  [
    'typed-note-number',
    'Các trung tâm thương mại, siêu thị(3).',
    'Nhiệm vụ gồm: (1) xây dựng; (2) giám sát.',
  ],
  [
    'missing-stop',
    'Đời sống vật chất và tinh thần của nhân dân được nâng lên rõ rệt qua từng năm',
    'Đời sống vật chất và tinh thần của nhân dân được nâng lên rõ rệt qua từng năm.',
  ],
  ['punctuation', 'Văn hóa , thể thao phát triển.', 'Văn hóa, thể thao phát triển.'],
  ['punctuation', 'Văn hóa,thể thao phát triển.', 'Tăng 1,5 lần so với năm 2015.'],
  [
    'change-and-base',
    'Năm 2020 thu 660 tỷ đồng, tăng 12% so với năm 2015 (600 tỷ đồng).',
    'Năm 2020 thu 660 tỷ đồng, tăng 10% so với năm 2015 (600 tỷ đồng).',
  ],
  [
    'change-and-base',
    'Doanh thu ước 11.450 tỷ đồng, gấp 2,9 lần năm 2015 (6.120 tỷ đồng).',
    'Doanh thu ước 11.450 tỷ đồng, gấp gần 1,9 lần năm 2015 (6.120 tỷ đồng).',
  ],
  [
    'change-and-base',
    'Năm 2020 thu 1.189 tỷ đồng so với 612 tỷ đồng năm 2015, tăng 84,3%.',
    'Năm 2020 thu 1.189 tỷ đồng so với 612 tỷ đồng năm 2015, tăng 94,3%.',
  ],
  [
    'change-and-base',
    'Có 52 vụ, tăng 9 vụ so với năm 2019 (61 vụ).',
    'Có 52 vụ, giảm 9 vụ so với năm 2019 (61 vụ).',
  ],
  [
    'names',
    'Xã Tân Mỹ đạt chuẩn nông thôn mới. Công an phường Tân Mỹ được khen thưởng.',
    'Xã Tân Mỹ được nâng cấp thành phường Tân Mỹ.',
  ],
  [
    'repeated-sentence',
    'Công tác giáo dục có nhiều chuyển biến tích cực. Công tác giáo dục có nhiều chuyển biến tích cực.',
    'Công tác giáo dục có nhiều chuyển biến tích cực. Công tác y tế có nhiều chuyển biến tích cực.',
  ],
  ['scale', 'Thu hút gần 10.000 nghìn lượt người tham gia.', 'Thu hút gần 10 nghìn lượt người tham gia.'],
  ['number-form', 'Tăng trưởng đạt 18.05%.', 'Tăng trưởng đạt 18,05%.'],
  ['number-form', 'Có 12500 hộ tham gia.', 'Có 12.500 hộ tham gia.'],
]
