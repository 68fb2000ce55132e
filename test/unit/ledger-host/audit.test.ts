import { expect, test } from 'vitest'
import { runCli } from '../../../electron/host/cli/run-cli'
import { LedgerHost } from '../../../electron/host/ledger/ledger-host'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { headingsOf } from '../../../shared/report/text-blocks'
import { blockIdOf } from '../../../shared/report/nodes'
import { readReport } from '../../../shared/sync/read-report'
import { invite, makeKey, operator, as } from '../../support/ledger-fixture'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()

/** A report's file with a ledger of four entries, closed. */
function filed(): void {
  const store = file.open()
  const ledger = new LedgerHost(store)
  const section = blockIdOf(headingsOf(readReport(store.body).text)[0]!)
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  ledger.run({ kind: 'ledger.found', name: 'Lê Thị Hoa', unit: '', key: makeKey().publicKey }, operator)
  const [hoa] = [...ledger.current.members.keys()] as [string]
  ledger.run(invite('leader', 'Nguyễn Thị Lan', { expires }), as(hoa))
  ledger.run({ kind: 'section.lock', section }, as(hoa))
  ledger.run({ kind: 'section.unlock', section, reason: 'Sửa số liệu' }, as(hoa))
  store.close()
}

async function audit(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await runCli(['audit', file.path, ...options], {
    out: text => void (said.out += `${text}\n`),
    err: text => void (said.err += `${text}\n`),
  })
  return { code, ...said }
}

function inFile(sql: string): void {
  const database = openDatabase(file.path)
  database.exec(sql)
  database.close()
}

test('who did what is told line by line, in words', async () => {
  filed()
  const { code, out } = await audit()
  expect(code).toBe(0)
  expect(out.trim().split('\n')).toHaveLength(4)
  expect(out).toMatch(/^1 · .* · Người quản trị tệp lập tổ biên tập; thư ký: Lê Thị Hoa$/m)
  expect(out).toMatch(/^2 · .* · Lê Thị Hoa mời Nguyễn Thị Lan làm lãnh đạo$/m)
  expect(out).toMatch(/^4 · .* · Lê Thị Hoa mở khóa mục “.+”: Sửa số liệu$/m)
})

test('a sound record is called so, with the hash to be written down', async () => {
  filed()
  const { code, out } = await audit('--verify')
  expect(code).toBe(0)
  expect(out).toMatch(/Sổ có 4 mục, không mục nào bị sửa/)
  expect(out).toMatch(/Mục cuối: số 4, mã băm [0-9a-f]{64}/)
})

test.each([
  [
    'changed',
    `UPDATE ledger SET entry = replace(entry, 'Lan', 'Mai') WHERE seq = 2`,
    /Mục 2: nội dung đã bị sửa/,
  ],
  ['removed', 'DELETE FROM ledger WHERE seq = 2', /Mục 2: đã bị bỏ/],
  ['put elsewhere', 'UPDATE ledger SET seq = 9 WHERE seq = 2', /Mục 2: không đứng đúng thứ tự/],
  ['cut off', 'DELETE FROM ledger WHERE seq > 2', /Mục 3 đến 4: đã bị cắt; bản gửi cho thành viên/],
])('an entry that was %s in the file is found, and the command fails', async (_what, sql, told) => {
  filed()
  inFile(sql)
  const { code, out, err } = await audit('--verify')
  expect([code, err.trim()]).toEqual([1, expect.stringMatching(/chỗ không đúng/)])
  expect(out).toMatch(told)
})

test('programs are told the same as JSON', async () => {
  filed()
  inFile('DELETE FROM ledger WHERE seq = 2')
  const { out } = await audit('--json')
  expect(JSON.parse(out)).toMatchObject({
    entries: [{ seq: 1 }, { seq: 3 }, { seq: 4 }],
    findings: expect.arrayContaining([{ kind: 'missing', seq: 2, last: 2 }]) as unknown,
    last: { seq: 4 },
  })
})
