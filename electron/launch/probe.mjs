import { connect } from 'node:net'

/**
 * Whether anybody answers there, told within seconds: a fetch from a silent host would hang for minutes.
 * @param {string} address an http(s) address
 * @param {number} [patience] ms
 * @param {NodeJS.ProcessEnv} [env] a proxy set there is asked instead, since it is what the fetch will go through
 * @returns {Promise<boolean>}
 */
export function answers(address, patience = 3000, env = process.env) {
  const proxy = proxyOf(env)
  return proxy ? takesConnections(proxy, patience) : speaksHttp(address, patience)
}

/** Any answer counts, also a refusal. @param {string} address @param {number} patience */
const speaksHttp = (address, patience) =>
  fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patience) }).then(
    () => true,
    () => false,
  )

/** @param {URL} proxy @param {number} patience @returns {Promise<boolean>} */
function takesConnections({ hostname, port }, patience) {
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port: Number(port) || 80 })
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

/** @param {NodeJS.ProcessEnv} env @returns {URL | null} */
export function proxyOf(env) {
  const proxy = env['HTTPS_PROXY'] || env['https_proxy'] || env['HTTP_PROXY'] || env['http_proxy']
  return proxy && URL.canParse(proxy) ? new URL(proxy) : null
}
