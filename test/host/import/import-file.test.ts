import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { importFile } from '../../../electron/host/import/import-file'
import { Failure } from '../../../shared/ipc/failure'

const isolate = { entry: resolve('.build/node/import-worker.js') }
const folder = mkdtempSync(join(tmpdir(), 'du-thao-import-'))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
afterAll(() => rmSync(folder, { recursive: true }))

test('a file is read in a process of its own and comes back as a report', async () => {
  const steps: number[] = []
  const path = file('a.txt', 'I- KINH TẾ\nSản lượng tăng.\n')
  const { report, counts } = await importFile(path, { isolate, onProgress: ({ done }) => steps.push(done) })
  expect(counts).toMatchObject({ romans: 1, paragraphs: 1 })
  expect(report.text.textContent).toBe('KINH TẾSản lượng tăng.')
  expect(steps).toEqual([0, 1, 2])
})

test('an import that is cancelled ends at once with that reason', async () => {
  const path = file('long.txt', 'Sản lượng tăng.\n'.repeat(150_000))
  const stop = new AbortController()
  const importing = importFile(path, { isolate, signal: stop.signal, onProgress: () => stop.abort() })
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' })
})

test.each([
  ['missing', join(folder, 'missing.txt'), 'not-found'],
  ['a folder', folder, 'unreadable-file'],
  ['empty', file('empty.txt', ''), 'unreadable-file'],
])('%s is refused before any process starts', async (_, path, code) => {
  const failure: unknown = await importFile(path, { isolate: { entry: 'nowhere' } }).catch(
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(Failure)
  expect(failure).toMatchObject({ code })
})
