import { connect } from 'node:net'

/**
 * Whether anybody answers there, told within seconds: a fetch from a silent host would hang for minutes.
 * @param {string} address an http(s) address
 * @param {number} [patience] ms
 * @param {NodeJS.ProcessEnv} [env] a proxy set there is asked instead, since it is what the fetch will use
 * @returns {Promise<boolean>}
 */
export function answers(address, patience = 3000, env = process.env) {
  const { hostname, port } = whomToAsk(address, env)
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port })
    /** @param {boolean} reached */
    const end = reached => {
      socket.destroy()
      clearTimeout(clock)
      resolve(reached)
    }
    // Not the socket's own time-out: that one starts over after the name is looked up.
    const clock = setTimeout(end, patience, false)
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}

/**
 * @param {string} address
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ hostname: string, port: number }}
 */
export function whomToAsk(address, env) {
  const target = new URL(address)
  const proxy = env['HTTPS_PROXY'] || env['https_proxy'] || env['HTTP_PROXY'] || env['http_proxy']
  const url = proxy && URL.canParse(proxy) ? new URL(proxy) : target
  return { hostname: url.hostname, port: Number(url.port) || (url.protocol === 'http:' ? 80 : 443) }
}
