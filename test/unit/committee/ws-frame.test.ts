import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { frameOf } from '../../../electron/host/committee/ws-frame'

test('messages of every length arrive as they are, between those of the socket itself', async () => {
  const lengths = [0, 1, 125, 126, 65_535, 65_536, 300_000]
  const messages = lengths.map((length, at) => new Uint8Array(length).fill(at + 1))
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  server.on('connection', (socket, request) => {
    for (const message of messages) {
      request.socket.write(frameOf(message))
      socket.send(new Uint8Array([99]))
    }
    socket.close(4400, 'over')
  })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const heard: Buffer[] = []
  client.on('message', data => heard.push(data as Buffer))
  const [code] = (await once(client, 'close')) as [number]
  server.close()
  expect(code).toBe(4400)
  const ours = heard.filter((_, at) => at % 2 === 0)
  expect(ours.map((bytes, at) => Buffer.compare(bytes, messages[at]!))).toEqual(messages.map(() => 0))
  expect(heard).toHaveLength(2 * messages.length)
})

test('a message that goes to many is framed once', () => {
  const message = new Uint8Array([1, 2, 3])
  expect(frameOf(message)).toBe(frameOf(message))
})
