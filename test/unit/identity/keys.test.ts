import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCertificate } from '../../../electron/host/identity/certificate'
import { isSigned, openIdentity } from '../../../electron/host/identity/identity'
import { keptSecret, type Sealer } from '../../../electron/host/identity/sealed-file'
import { refusal } from '../../support/store-fixture'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'keys-test-'))))
afterEach(() => rmSync(folder, { recursive: true }))
const path = () => join(folder, 'inner', 'key.json')

const inHex: Sealer = {
  seal: text => Buffer.from(text).toString('hex'),
  unseal: sealed => Buffer.from(sealed, 'hex').toString(),
}

test('a computer keeps its key, and others recognise what it signed', () => {
  const identity = openIdentity(path())
  expect(openIdentity(path()).publicKey).toBe(identity.publicKey)
  const signature = identity.sign('Xin chào')
  expect(isSigned('Xin chào', signature, identity.publicKey)).toBe(true)
  expect(isSigned('Xin chào!', signature, identity.publicKey)).toBe(false)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: identity.publicKey }, format: 'jwk' })
  expect(verify(null, Buffer.from('Xin chào'), key, Buffer.from(signature, 'base64url'))).toBe(true)
})

test.each(['', 'A', 'A'.repeat(43), 'không phải khóa', `${'A'.repeat(42)}B`])(
  'nobody signs with the key “%s”',
  key => {
    expect(isSigned('Xin chào', 'A'.repeat(86), key)).toBe(false)
  },
)

test.runIf(process.platform !== 'win32')('the key is its owner’s alone', () => {
  openIdentity(path())
  expect(statSync(path()).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'inner')).mode & 0o777).toBe(0o700)
})

test('where the system can lock it away, the file does not show it', () => {
  const { publicKey } = openIdentity(path(), inHex)
  expect(readFileSync(path(), 'utf8')).not.toContain('PRIVATE')
  expect(openIdentity(path(), inHex).publicKey).toBe(publicKey)
})

test('a key that cannot be read is never replaced', () => {
  openIdentity(path(), inHex)
  const sealed = readFileSync(path(), 'utf8')
  const wrong: Sealer = {
    ...inHex,
    unseal: () => {
      throw new Error('sealed by somebody else')
    },
  }
  for (const sealer of [undefined, wrong])
    expect(() => openIdentity(path(), sealer)).toThrow(refusal('unreadable-file'))
  expect(readFileSync(path(), 'utf8')).toBe(sealed)
  for (const damaged of ['', '{', '{"version":2}']) {
    writeFileSync(path(), damaged)
    expect(() => openIdentity(path())).toThrow(refusal('unreadable-file'))
    expect(readFileSync(path(), 'utf8')).toBe(damaged)
  }
})

test('two programs that make the key at once have the same one', () => {
  const second = () => keptSecret(path(), () => 'second')
  let inner = ''
  const first = keptSecret(path(), () => {
    inner = second()
    return 'first'
  })
  expect([inner, first]).toEqual(['second', 'second'])
  expect(readdirSync(join(folder, 'inner'))).toEqual(['key.json'])
})

test('a host keeps its certificate, which it signed itself and which is good at any time', () => {
  const { key, cert, fingerprint } = openCertificate(path())
  expect(openCertificate(path())).toEqual({ key, cert, fingerprint })
  const read = new X509Certificate(cert)
  expect(read.verify(createPublicKey(key))).toBe(true)
  expect(read.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(fingerprint)
  expect([read.validFrom, read.validTo]).toEqual(['Jan  1 00:00:00 2000 GMT', 'Dec 31 23:59:59 9999 GMT'])
  expect(read.subject).toBe('CN=Dự Thảo')
})
