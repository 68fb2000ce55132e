import { basename } from 'node:path'

/** What the store says to a person. `path` arguments are shown by their last part only. */
export const words = {
  notFound: (path: string) => `Không tìm thấy tệp “${basename(path)}”.`,
  notAReport: (path: string) => `“${basename(path)}” không phải là tệp báo cáo của Dự Thảo.`,
  newerVersion: (path: string) =>
    `“${basename(path)}” được lưu bằng phiên bản Dự Thảo mới hơn. Hãy cập nhật chương trình rồi mở lại; tệp chưa bị thay đổi.`,
  nothingReadable: (path: string) =>
    `“${basename(path)}” bị hỏng đến mức không đọc được nội dung nào. Tệp vẫn được giữ nguyên; hãy thử mở bản sao lưu.`,
  cannotRead: (path: string) => `Không đọc được “${basename(path)}”: ổ đĩa hoặc thư mục mạng báo lỗi.`,
  damaged: (kept: string, lost: number) =>
    `Tệp báo cáo bị hỏng ${lost} chỗ. Phần đọc được đã được mở; bản hỏng được giữ nguyên trong “${basename(kept)}”. Hãy kiểm tra lại nội dung.`,
  damagedReadOnly: 'Tệp báo cáo bị hỏng một phần; chỉ xem được những gì còn đọc được.',
  migrated: (kept: string) =>
    `Báo cáo đã được chuyển sang định dạng mới. Bản cũ được giữ trong “${basename(kept)}”.`,
  recovered: 'Đã đưa lại những thay đổi chưa kịp ghi vào tệp của lần làm việc trước.',
  openElsewhere:
    'Báo cáo đang được mở ở một cửa sổ chương trình khác hoặc máy khác nên ở đây chỉ xem được. Đóng bên kia rồi mở lại để sửa.',
  readOnlyPlace: 'Tệp hoặc thư mục này chỉ cho phép đọc. Dùng “Lưu bản sao” sang nơi khác để sửa.',
  cannotReplace: 'Tệp đang được mở ở một chương trình khác nên không ghi đè được.',
  folderGone: 'Không tìm thấy thư mục để ghi tệp.',
  openHere: 'Báo cáo này đang được mở trong chương trình.',
  diskFull: 'Ổ đĩa đã đầy nên chưa ghi được vào tệp báo cáo.',
  fileGone: 'Không còn thấy tệp báo cáo (ổ đĩa hoặc thư mục mạng đã ngắt, hoặc tệp bị chuyển đi).',
  cannotWrite: 'Ổ đĩa hoặc thư mục mạng báo lỗi nên chưa ghi được vào tệp báo cáo.',
  keptInRecovery:
    'Những gì vừa viết được giữ trong bản khôi phục và sẽ tự ghi vào tệp khi được. Chưa nên tắt máy.',
  keptInMemory:
    'Những gì vừa viết chỉ đang nằm trong bộ nhớ: hãy giải phóng ổ đĩa hoặc “Lưu bản sao” sang nơi khác trước khi đóng.',
  damagedName: (name: string, time: string) => `${name} (bản hỏng ${time})`,
  olderName: (name: string, version: number) => `${name} (bản cũ, định dạng ${version})`,
  recoveredName: (name: string) => `${name} (khôi phục)`,
}
