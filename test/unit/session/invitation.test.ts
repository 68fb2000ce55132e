import { describe, expect, test } from 'vitest'
import { fromBase32, toBase32 } from '../../../shared/session/base32'
import {
  readInvitation,
  toInvitationFile,
  toInvitationLink,
  type Invitation,
} from '../../../shared/session/invitation'
import { toInvitationCode } from '../../../shared/session/invitation-code'
import { randomFrom } from '../../support/random'

const invitation: Invitation = {
  kind: 'duthao-invite',
  version: 1,
  urls: ['wss://192.168.1.20:8443', 'wss://may-chu:8443'],
  report: 'b0f5-11',
  certificate: '0123456789abcdef'.repeat(4),
  secret: 'abcdEFGH0123_-zZ',
  expires: '2026-03-03T08:00:00.000Z',
  title: 'Báo cáo “tổng kết”',
}
const pack = (change: object): string => JSON.stringify({ ...invitation, ...change })

test.each([
  ['file', toInvitationFile(invitation)],
  ['link', toInvitationLink(invitation)],
  ['link with a browser’s slash', `${toInvitationLink(invitation)}/`],
  ['link without its beginning', toInvitationLink(invitation).split('/').at(-1)!],
])('an invitation comes through as a %s', (_form, text) => {
  expect(readInvitation(`\n ${text} `)).toEqual(invitation)
})

describe('a code', () => {
  const code = toInvitationCode(invitation)!

  test('carries host, secret and the beginning of the certificate in twelve groups of four', () => {
    expect(code).toMatch(/^([0-9A-Z]{4}-){11}[0-9A-Z]{4}$/)
    expect(readInvitation(code)).toEqual({
      urls: ['wss://192.168.1.20:8443'],
      secret: invitation.secret,
      certificate: invitation.certificate.slice(0, 20),
    })
  })

  test('is read as people type it', () => {
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(readInvitation(typed)).toEqual(readInvitation(code))
  })

  test('with one wrong letter is none, wherever the letter stands', () => {
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue
      const wrong = code.slice(0, at) + (code[at] === 'K' ? 'M' : 'K') + code.slice(at + 1)
      const read = readInvitation(wrong)
      // One check byte: 1 in 256 goes through, and then the host has no such invitation.
      if (read) expect(read).not.toEqual(readInvitation(code))
    }
    expect(readInvitation(code.slice(0, -1) + (code.endsWith('K') ? 'M' : 'K'))).toBeNull()
  })

  test('names a host that has a name, and cannot be made for one without TLS or with IPv6', () => {
    const named = toInvitationCode({ ...invitation, urls: ['wss://may-chu.tinh.vn:443'] })!
    expect(readInvitation(named)?.urls).toEqual(['wss://may-chu.tinh.vn:443'])
    expect(toInvitationCode({ ...invitation, urls: ['wss://[fe80::1]:1'] })).toBeNull()
    expect(
      toInvitationCode({ ...invitation, urls: ['ws://127.0.0.1:1'], certificate: 'loopback' }),
    ).toBeNull()
  })
})

test.each([
  ['plain ws over the network', pack({ urls: ['ws://192.168.1.20:80'], certificate: 'loopback' })],
  [
    'plain ws to a name like an address of this computer',
    pack({ urls: ['ws://127.0.0.1.evil.vn:80'], certificate: 'loopback' }),
  ],
  ['plain ws with a certificate', pack({ urls: ['ws://127.0.0.1:80'] })],
  ['TLS without one', pack({ certificate: 'loopback' })],
  ['an address of another kind', pack({ urls: ['https://a:1'] })],
  ['an address with a path', pack({ urls: ['wss://a:1/x'] })],
  ['an address with a name and password', pack({ urls: ['wss://a:b@c:1'] })],
  ['a port that is none', pack({ urls: ['wss://a:70000'] })],
  ['no address', pack({ urls: [] })],
  ['nine addresses', pack({ urls: Array(9).fill('wss://a:1') })],
  ['a short secret', pack({ secret: 'abc' })],
  ['another version', pack({ version: 2 })],
  ['half a file', toInvitationFile(invitation).slice(0, 90)],
  ['half a link', toInvitationLink(invitation).slice(0, 90)],
  ['a link of nonsense', 'du-thao://invite/eyAAAA_-__'],
  ['nothing', ''],
  ['a megabyte', 'A'.repeat(1_000_000)],
  ['words', 'Kính mời đồng chí'],
])('%s is no invitation', (_what, text) => {
  expect(readInvitation(text)).toBeNull()
})

test('plain ws is for this computer', () => {
  for (const url of ['ws://127.0.0.1:80', 'ws://localhost:80', 'ws://[::1]:80'])
    expect(readInvitation(pack({ urls: [url], certificate: 'loopback' }))?.urls).toEqual([url])
})

test('random text is never an invitation, nor an error', () => {
  const random = randomFrom(7)
  for (let round = 0; round < 3000; round++) {
    const text = String.fromCharCode(
      ...Array.from({ length: Math.floor(random() * 80) }, () => 32 + Math.floor(random() * 96)),
    )
    expect(readInvitation(text)).toBeNull()
    expect(readInvitation(`du-thao://invite/ey${text}`)).toBeNull()
  }
})

test('base32 gives back every byte', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 31) & 255)
    expect(fromBase32(toBase32(bytes))?.slice(0, length)).toEqual(bytes)
  }
})
