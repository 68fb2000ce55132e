import { dirname } from 'node:path'
import { expect, test } from '@playwright/test'
import { hostFolderOf, readHostCard } from '../../electron/host/identity/host-card'
import { command } from '../../electron/host/identity/peer'
import { readCopy } from '../../electron/host/store/read-copy'
import { schemaVersion } from '../../shared/report/schema-version'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import { connectionOf, goBehind, joinByInvitation, type MemberProgram } from '../support/committee-program'
import { networkTo, type Network } from '../support/network-between'
import { textOf } from '../support/report-window'
import { serveReport, type ServedReport } from '../support/served-report'

let host: ServedReport
let network: Network
let lan: MemberProgram

test.beforeAll(async () => {
  host = await serveReport(
    report({
      text: text(
        sheet(heading('roman', 'KINH TẾ', 'economy'), paragraph('Thu ngân sách')),
        sheet(heading('roman', 'XÃ HỘI', 'society'), paragraph('Trường học ở xã')),
      ),
    }),
  )
  network = await networkTo(host.port)
  const link = await host.invite('Trần Thị Lan', 'drafter', network.port)
  lan = await joinByInvitation(link)
})
test.afterAll(async () => {
  await lan.close()
  await network.close()
  await host.remove()
})

test('words for a section that was locked meanwhile go to the tray; the window stays, and the caret with it', async () => {
  const { page } = lan
  network.cut()
  await expect(connectionOf(page)).toHaveText(/Mất mạng/)
  await goBehind(page, 'Thu ngân sách')
  await page.keyboard.type(' tăng nhiều.')
  await goBehind(page, 'Trường học ở xã')
  await page.keyboard.press('Home')
  for (let step = 0; step < 'Trường'.length; step++) await page.keyboard.press('ArrowRight')
  const card = readHostCard(hostFolderOf(dirname(host.file)))!
  const { reportId } = readCopy(host.file, schemaVersion)
  const lock = { kind: 'section.lock', section: 'economy' }
  expect(await command(card, reportId, lock)).toMatchObject({ ok: true })
  network.mend()
  await expect(textOf(page)).not.toContainText('tăng nhiều.', { timeout: 30_000 })
  await expect(page.getByRole('status').filter({ hasText: '1 đoạn chưa nhập' })).toBeVisible()
  await page.keyboard.type(' lớp')
  await expect(textOf(page)).toContainText('Trường lớp học ở xã')
  await expect(connectionOf(page)).toHaveText('Đã kết nối máy chủ tổ biên tập')
  expect(lan.consoleErrors).toEqual([])
})
