import { X509Certificate } from 'node:crypto'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect } from 'node:tls'
import { Failure } from '../../../shared/ipc/failure'
import { isOnThisComputer, readHostUrl, type HostUrl } from '../../../shared/session/host-url'
import { fingerprintOf } from './certificate'
import { words } from './words'

/** A host whose certificate was seen and is the expected one. */
export interface PinnedHost {
  readonly url: string
  /** Its whole fingerprint, or "loopback". */
  readonly certificate: string
  /** PEM; null on loopback. */
  readonly pem: string | null
  /** How long it may be silent in the middle of a request, in ms, for what takes longer than a look into a ledger. */
  readonly patience?: number
}

/** For `tls.connect` and ws: only the holder of exactly this certificate, whatever name it is reached by. */
export const tlsOptionsOf = ({
  pem,
}: PinnedHost): { ca: string; checkServerIdentity: () => undefined } | object =>
  pem === null ? {} : { ca: pem, checkServerIdentity: () => undefined }

const usualPatience = 8000
const largestAnswer = 4_000_000

/**
 * Looks at the host's certificate, before anything is sent to it. `pin` is the fingerprint, its beginning (20 digits at
 * least), or "loopback". Throws a Failure where the host is silent or another one.
 */
export async function findHost(url: string, pin: string): Promise<PinnedHost> {
  const host = readHostUrl(url)
  if (!host || (host.scheme === 'ws') !== (pin === 'loopback'))
    throw new Failure('not-allowed', words.otherCertificate)
  if (pin === 'loopback') {
    if (!isOnThisComputer(url)) throw new Failure('not-allowed', words.otherCertificate)
    return { url, certificate: pin, pem: null }
  }
  const shown = await certificateOf(host)
  const certificate = fingerprintOf(shown)
  if (pin.length < 20 || !certificate.startsWith(pin))
    throw new Failure('not-allowed', words.otherCertificate)
  return { url, certificate, pem: new X509Certificate(shown).toString() }
}

const certificateOf = ({ host, port }: HostUrl): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Nothing is sent over this connection: it shows the certificate and is closed.
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: usualPatience })
    const fail = (): void => {
      socket.destroy()
      reject(new Failure('not-ready', words.hostSilent))
    }
    socket.on('secureConnect', () => {
      const { raw } = socket.getPeerCertificate(true)
      socket.destroy()
      resolve(raw)
    })
    socket.on('error', fail).on('timeout', fail)
  })

/** Sends one request and gives back the answer's JSON, whatever its status. Throws a Failure where none comes. */
export function post(to: PinnedHost, path: string, body: object): Promise<unknown> {
  const host = readHostUrl(to.url)
  if (!host) throw new Failure('not-allowed', words.otherCertificate)
  const request = host.scheme === 'ws' ? plainRequest : secureRequest
  return new Promise((resolve, reject) => {
    const fail = (message: string): void => reject(new Failure('not-ready', message))
    const sent = request(
      {
        host: host.host,
        port: host.port,
        path,
        method: 'POST',
        timeout: to.patience ?? usualPatience,
        agent: false,
        ...tlsOptionsOf(to),
      },
      response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
          if (text.length > largestAnswer) sent.destroy()
        })
        response.on('error', () => fail(words.hostSilent))
        response.on('end', () => {
          const answer = parse(text)
          if (answer === undefined) fail(words.badAnswer)
          else resolve(answer)
        })
      },
    )
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => fail(words.hostSilent))
    sent.end(JSON.stringify(body))
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
