import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { createReportFile } from '../../../electron/host/store/report-file'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import { connectPeer, typeOn, typeParagraph, wordsOf, type Peer } from '../../support/network-peer'

// The built command line in processes of its own, as a script would call it (npm run build makes it).
const cli = '.build/node/cli.js'
const folder = mkdtempSync(join(tmpdir(), 'du-thao-invite-'))
const file = join(folder, 'Báo cáo.duthao')
const keys = join(folder, 'keys')
afterAll(() => rmSync(folder, { recursive: true }))

createReportFile(
  file,
  report({
    text: text(
      sheet(
        ...[heading('roman', 'KINH TẾ'), heading('number', 'Nông nghiệp'), paragraph('Sản lượng tăng.')],
        ...[heading('roman', 'XÃ HỘI'), heading('number', 'Y tế'), paragraph('Thêm hai trạm.')],
      ),
    ),
  }),
)

const duThao = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>(resolve => {
    const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, DU_THAO_KEYS: keys } })
    let [out, err] = ['', '']
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (err += data.toString()))
    child.on('close', code => resolve({ code, out, err }))
  })

const peers: Peer[] = []
const hosts: ChildProcess[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave()
  for (const host of hosts.splice(0)) await stop(host)
})

const stop = (host: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (host.exitCode !== null) resolve()
    host.on('close', () => resolve())
    host.kill('SIGTERM')
  })

async function serve(...args: string[]): Promise<ChildProcess> {
  const host = spawn(process.execPath, [cli, 'serve', '--data', folder, '--port', '0', '--json', ...args])
  hosts.push(host)
  await new Promise((resolve, reject) => {
    host.stdout.once('data', resolve)
    host.once('close', code => reject(new Error(`serve ended with ${String(code)}`)))
  })
  return host
}

interface Printed {
  readonly url: string
  readonly params: { readonly token: string; readonly schema: string }
  readonly rooms: Record<'body' | 'review' | 'ledger', string>
  readonly certificate: { readonly fingerprint: string; readonly pem: string } | null
  readonly report: string
  readonly member: { readonly member: string; readonly role: string }
}

async function sessionOf(invitation: string): Promise<Printed> {
  const { code, out, err } = await duThao('session', invitation, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Printed
}

const pinnedTo = (pem: string) =>
  ({ ca: pem, checkServerIdentity: () => undefined }) as unknown as ClientOptions

/** What the README tells scripts to do with it. */
async function enter({ url, params, report: reportId, certificate }: Printed): Promise<Peer> {
  class Pinned extends WebSocket {
    constructor(address: string) {
      super(address, certificate ? pinnedTo(certificate.pem) : {})
    }
  }
  const peer = connectPeer({
    port: 0,
    reportId,
    url,
    session: params.token,
    schema: params.schema,
    socket: Pinned as typeof WebSocket,
  })
  peers.push(peer)
  await peer.inStep()
  return peer
}

test('a drafter who was invited to one section writes there and nowhere else, with a standard client', async () => {
  await serve()
  const invited = await duThao(
    'invite',
    file,
    '--role',
    'drafter',
    '--sections',
    'II / 1',
    '--name',
    'Lê Thị C',
    '--json',
  )
  expect(invited.code).toBe(0)
  const session = await sessionOf(invited.out)
  expect(session.rooms).toEqual({
    body: `${session.report}/body`,
    review: `${session.report}/review`,
    ledger: `${session.report}/ledger`,
  })
  expect(session).toMatchObject({
    url: expect.stringMatching(/^wss:/) as string,
    member: { role: 'drafter' },
  })
  const peer = await enter(session)
  typeParagraph(peer.doc, 'Viết ở cuối, trong mục Y tế.')
  const again = await sessionOf(invited.out)
  const second = await enter(again)
  await expect.poll(() => wordsOf(second.doc)).toContain('trong mục Y tế')
  expect(again.member).toEqual(session.member)
  typeOn(second.doc, ' và chăn nuôi')
  expect(await second.ended).toBe(4403)
  await expect.poll(() => wordsOf(peer.doc)).not.toContain('chăn nuôi')
})

test('the same works before the host is started, on this computer without TLS, and through a file', async () => {
  const plain = ['--url', 'ws://127.0.0.1:4799']
  const path = join(folder, 'moi.duthao-invite')
  expect((await duThao('invite', file, '--role', 'reader', ...plain, '-o', path)).code).toBe(0)
  await serve('--host', '127.0.0.1', '--port', '4799')
  const session = await sessionOf(path)
  expect(session.certificate).toBeNull()
  expect(wordsOf((await enter(session)).doc)).toContain('Sản lượng tăng')
})

test('one who was revoked at the command line is out within a second', async () => {
  await serve()
  const { out } = await duThao('invite', file, '--role', 'reader')
  const session = await sessionOf(out.trim())
  const peer = await enter(session)
  const revoked = await duThao('members', file, '--revoke', session.member.member)
  const answered = Date.now()
  expect(revoked.out).toContain('đã ngừng tham gia')
  expect(await peer.ended).toBe(4401)
  expect(Date.now() - answered).toBeLessThan(1000)
  const refused = await duThao('session', out.trim(), '--json')
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('ngừng tham gia')
})

test('what cannot be is refused in words', async () => {
  writeFileSync(join(folder, 'thu.txt'), 'Kính mời')
  const said = async (...args: string[]) => {
    const { code, err } = await duThao(...args)
    return `${String(code)} ${err}`
  }
  expect(await said('invite', file)).toMatch(/^2 .*--role/)
  expect(await said('invite', file, '--role', 'admin')).toMatch(/^2 /)
  expect(await said('invite', file, '--role', 'drafter', '--sections', 'IX')).toMatch(/^1 .*“IX”/)
  expect(await said('invite', file, '--role', 'drafter', '--sections', '1')).toMatch(/^1 .*nhiều mục/)
  expect(await said('invite', file, '--role', 'reader', '--expires', '91d')).toMatch(/^1 .*90 ngày/)
  expect(await said('invite', file, '--role', 'reader', '--expires', 'mai')).toMatch(/^2 /)
  expect(await said('invite', file, '--role', 'reader', '--url', 'ws://10.0.0.1:80')).toMatch(/^1 .*wss/)
  expect(await said('session', join(folder, 'thu.txt'))).toMatch(/^1 .*không phải là giấy mời/)
  expect(await said('members', file, '--revoke', 'nobody')).toMatch(/^1 .*Không có thành viên/)
})
