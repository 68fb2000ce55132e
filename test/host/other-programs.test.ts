import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createReportFile, readReportFile } from '../../electron/host/store/report-file'
import { readReport } from '../../shared/sync/read-report'
import { buildChild } from '../support/build-child'
import {
  blocksIn,
  lastBlockOf,
  refusal,
  sampleReport,
  typeParagraph,
  withReportFile,
} from '../support/store-fixture'

const file = withReportFile()
const children: ChildProcess[] = []
let holder = ''

beforeAll(async () => {
  holder = await buildChild('hold')
}, 120_000)
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts a second program on the file, and waits until it has written its words; its lines so far, and how to kill it and wait until it is dead. */
async function secondProgram(options: { words?: string; wrap?: readonly string[]; uid?: number } = {}) {
  const line: string[] = [...(options.wrap ?? []), process.execPath, holder, file.path, options.words ?? '']
  const [command = '', ...args] = line
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  })
  children.push(child)
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', line => lines.push(line))
  await expect.poll(() => lines, { timeout: 20_000 }).toContain('ready')
  return {
    lines,
    kill: () =>
      new Promise(resolve => {
        child.once('close', resolve)
        child.kill('SIGKILL')
      }),
  }
}

describe('two programs on one file', () => {
  test('the second may only read, sees the newest words, and says why', async () => {
    await secondProgram({ words: 'mới' })
    const store = file.open()
    expect(store.readOnly).toContain('đang được mở')
    expect(store.state()).toMatchObject({ kind: 'read-only', message: store.readOnly })
    expect(lastBlockOf(store)).toBe('mới'.repeat(2000))
  })

  test('the second cannot replace it, but can read it', async () => {
    await secondProgram()
    expect(() => createReportFile(file.path, sampleReport())).toThrow(refusal('read-only'))
    expect(blocksIn(readReportFile(file.path))).toHaveLength(2)
  })

  test('the first is not disturbed by the second', async () => {
    const store = file.open()
    const second = await secondProgram({ words: 'xen' })
    expect(second.lines[0]).toContain('đang được mở')
    await second.kill()
    typeParagraph(store, 'Câu mới.')
    expect(store.flush()).toBe(true)
    store.close()
    expect(blocksIn(readReportFile(file.path)).slice(1)).toEqual(['Một đoạn có chú thích.', 'Câu mới.'])
  })

  test('a program that was killed no longer holds it', async () => {
    const first = await secondProgram({ words: 'còn' })
    await first.kill()
    const store = file.open()
    expect(store.readOnly).toBeNull()
    expect(lastBlockOf(store)).toBe('còn'.repeat(2000))
  })
})

describe('a disk that is full', () => {
  test('is noticed; what was written before stays, and the file is sound', async () => {
    // The system refuses files over 64 KB, as a full disk would refuse the next page.
    const limited = ['bash', '-c', 'trap "" XFSZ; ulimit -f 64; exec "$@"', '-']
    const words = Array.from({ length: 60 }, (_, index) => `w${index}x`).join(' ')
    const writer = await secondProgram({ words, wrap: limited })
    await expect.poll(() => writer.lines.at(-1), { timeout: 20_000 }).toMatch(/^failing .*(Ổ đĩa|Chưa ghi)/)
    await writer.kill()
    const store = file.open()
    expect(store.notice).toBeNull()
    expect(blocksIn(readReport(store.body)).slice(0, 4)).toEqual([
      'Phần đầu',
      'Một đoạn có chú thích.',
      'w0x'.repeat(2000),
      'w1x'.repeat(2000),
    ])
  })
})

describe('a place that is read-only', () => {
  // Root may write everywhere, so the program that opens the file is then somebody else's.
  const reader = process.getuid?.() === 0 ? { uid: 65534 } : {}

  test('opens for reading and says so, and leaves everything as it was', async () => {
    const bytes = readFileSync(file.path)
    chmodSync(file.folder, 0o555)
    chmodSync(file.path, 0o444)
    const { lines } = await secondProgram(reader)
    chmodSync(file.folder, 0o755)
    expect(lines[0]).toContain('chỉ cho phép đọc')
    expect(readFileSync(file.path)).toEqual(bytes)
  })
})
