import { expect, test } from 'vitest'
import { reachHost } from '../../../electron/host/peer/reach-host'
import type { PinnedHost } from '../../../electron/host/identity/pinned'
import { Failure } from '../../../shared/ipc/failure'
import { refusal } from '../../support/store-fixture'

const silent = (): Promise<PinnedHost> => Promise.reject(new Failure('not-ready', 'im lặng'))
const never = (): Promise<PinnedHost> => new Promise(() => undefined)
const stranger = (): Promise<PinnedHost> => Promise.reject(new Failure('not-allowed', 'người lạ'))
const here = (url: string): Promise<PinnedHost> =>
  Promise.resolve({ url, certificate: 'loopback', pem: null })

const finding =
  (answers: Record<string, (url: string) => Promise<PinnedHost>>) =>
  (url: string): Promise<PinnedHost> =>
    (answers[url] ?? silent)(url)

test('the first address that answers is taken, in their order', async () => {
  const asked: string[] = []
  const find = (url: string): Promise<PinnedHost> => {
    asked.push(url)
    return here(url)
  }
  expect((await reachHost(['wss://a', 'wss://b'], 'loopback', find)).url).toBe('wss://a')
  expect(asked).toEqual(['wss://a'])
})

test('an address that leads nowhere any more does not keep anybody from one that does', async () => {
  const find = finding({ 'wss://gone': never, 'wss://moved': here })
  expect((await reachHost(['wss://gone', 'wss://off', 'wss://moved'], 'loopback', find)).url).toBe(
    'wss://moved',
  )
})

test('a stranger under one address says more than silence under the others', async () => {
  const find = finding({ 'wss://b': stranger })
  await expect(reachHost(['wss://a', 'wss://b', 'wss://c'], 'loopback', find)).rejects.toThrow(
    refusal('not-allowed'),
  )
  await expect(reachHost(['wss://a', 'wss://c'], 'loopback', find)).rejects.toThrow(refusal('not-ready'))
})

test('what nobody expected is not taken for silence', async () => {
  const bug = (): Promise<PinnedHost> => Promise.reject(new TypeError('hỏng'))
  const find = finding({ 'wss://b': bug })
  await expect(reachHost(['wss://a', 'wss://b'], 'loopback', find)).rejects.toThrow(TypeError)
})
