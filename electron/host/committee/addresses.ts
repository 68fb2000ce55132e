import { hostname, networkInterfaces } from 'node:os'

/** An address that never leaves this computer: only there may the network be read along. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::'

const most = 8

/** The addresses under which others may reach a server that listens there, the likeliest first. */
export function urlsOf(host: string, port: number, scheme: 'ws' | 'wss'): string[] {
  const hosts = isEverywhere(host) ? ownHosts() : [host]
  return hosts.map(name => `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`).slice(0, most)
}

function ownHosts(): string[] {
  const own = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  const name = hostname()
  // A host without a network still has its own computer.
  return [...own, ...(/^[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]$/.test(name) ? [name] : []), '127.0.0.1']
}
