/* What no host can be faster than: passes every message to everybody else, and knows nothing about it. */
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { type WebSocket, WebSocketServer } from 'ws'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const sockets = new Set<WebSocket>()
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('listening', () => say(`listening ${(server.address() as AddressInfo).port}`))
server.on('connection', socket => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', data => {
    for (const other of sockets) if (other !== socket) other.send(data)
  })
})

createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage()
    say(`used ${(user + system) / 1000} ${process.memoryUsage().rss}`)
  })
  .on('close', () => process.exit(0))
