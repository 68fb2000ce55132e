import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { answers, whomToAsk } from '../../../electron/launch/probe.mjs'

const server = createServer()
afterEach(() => void server.close())

test('a host that takes the connection answers, and one that has closed does not', async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await answers(`http://127.0.0.1:${port}/x`, 2000, {})).toBe(true)
  server.close()
  await once(server, 'close')
  expect(await answers(`http://127.0.0.1:${port}/x`, 2000, {})).toBe(false)
})

test('a name that nobody knows is no answer, told within the patience given', async () => {
  const before = Date.now()
  expect(await answers('https://khong-co.invalid/', 500, {})).toBe(false)
  expect(Date.now() - before).toBeLessThan(1500)
})

test('where a proxy is set, the proxy is asked', () => {
  expect(whomToAsk('https://example.org/x', {})).toEqual({ hostname: 'example.org', port: 443 })
  expect(whomToAsk('http://example.org:8080/x', {})).toEqual({ hostname: 'example.org', port: 8080 })
  const env = { https_proxy: 'http://proxy.lan:3128' }
  expect(whomToAsk('https://example.org/x', env)).toEqual({ hostname: 'proxy.lan', port: 3128 })
})
