import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { answers, proxyOf } from '../../../electron/launch/probe.mjs'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function addressOf(server: Server): Promise<string> {
  open.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}

test('a host that refuses the file still answers', async () => {
  const refusing = createHttpServer((_, response) => response.writeHead(404).end())
  expect(await answers(await addressOf(refusing), 2000, {})).toBe(true)
})

test('a closed port is no answer', async () => {
  const server = createServer()
  const address = await addressOf(server)
  server.close()
  await once(server, 'close')
  expect(await answers(address, 2000, {})).toBe(false)
})

test('a host that takes the connection and stays silent is given up within the patience given', async () => {
  const silent = createServer(socket => socket.on('error', () => socket.destroy()))
  const before = Date.now()
  expect(await answers(await addressOf(silent), 300, {})).toBe(false)
  expect(Date.now() - before).toBeLessThan(2000)
})

test('a name that nobody knows is no answer', async () => {
  expect(await answers('https://khong-co.invalid/', 500, {})).toBe(false)
})

test('where a proxy is set, the proxy is asked, not the host behind it', async () => {
  const proxy = createServer(socket => socket.on('error', () => socket.destroy()))
  const env = { https_proxy: await addressOf(proxy) }
  expect(await answers('https://khong-co.invalid/', 2000, env)).toBe(true)
  expect(proxyOf({})).toBeNull()
  expect(proxyOf({ HTTPS_PROXY: 'không phải địa chỉ' })).toBeNull()
})
