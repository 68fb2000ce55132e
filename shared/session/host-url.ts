const pattern =
  /^(wss?):\/\/(\[[0-9a-fA-F:]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::(\d{1,5}))?$/

export interface HostUrl {
  readonly scheme: 'ws' | 'wss'
  /** A name, an IPv4 address, or an IPv6 address without its brackets. */
  readonly host: string
  readonly port: number
}

/** `wss://host:port` or `ws://host:port` and nothing behind; null for anything else. */
export function readHostUrl(url: string): HostUrl | null {
  const [, scheme, host = '', port] = pattern.exec(url) ?? []
  if (scheme !== 'ws' && scheme !== 'wss') return null
  const number = port === undefined ? (scheme === 'ws' ? 80 : 443) : Number(port)
  if (number < 1 || number > 65_535) return null
  return { scheme, host: host.replace(/^\[|\]$/g, '').toLowerCase(), port: number }
}

export const isHostUrl = (url: string): boolean => readHostUrl(url) !== null

/** Addresses that never leave this computer. */
export function isOnThisComputer(url: string): boolean {
  const host = readHostUrl(url)?.host ?? ''
  return host === 'localhost' || host === '::1' || isLoopback4(host)
}

const isLoopback4 = (host: string): boolean =>
  /^127(\.\d{1,3}){3}$/.test(host) && host.split('.').every(part => Number(part) <= 255)
