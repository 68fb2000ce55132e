import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
  type KeyObject,
} from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509'
import { keptSecret, type Sealer } from './sealed-file'

/** What a host shows on the network. Peers know it by its fingerprint, from their invitation. */
export interface HostCertificate {
  /** PEM, for `tls.createServer`. */
  readonly key: string
  /** PEM. */
  readonly cert: string
  /** sha256 of the certificate, hexadecimal. */
  readonly fingerprint: string
}

/** The certificate of a file, made on the first call. Throws a Failure where it is there and cannot be read. */
export function openCertificate(path: string, sealer?: Sealer): HostCertificate {
  const [key = '', cert = ''] = keptSecret(path, make, sealer).split(between)
  return { key, cert, fingerprint: fingerprintOf(new X509Certificate(cert).raw) }
}

/** sha256 of a certificate (DER), hexadecimal. */
export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex')

const between = '\n\n'
const ecdsaWithSha256 = '1.2.840.10045.4.3.2'
const commonName = '2.5.4.3'

function make(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()
  return key + between + selfSigned(createPrivateKey(key))
}

function selfSigned(privateKey: KeyObject): string {
  const content = contentOf(createPublicKey(privateKey))
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(content)), privateKey)
  const certificate = new Certificate({
    tbsCertificate: content,
    signatureAlgorithm: content.signature,
    signatureValue: new Uint8Array(signature).buffer,
  })
  return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString()
}

function contentOf(publicKey: KeyObject): TBSCertificate {
  const serial = randomBytes(16)
  // Positive, and never with a leading zero.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  const name = new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: commonName, value: new AttributeValue({ utf8String: 'Dự Thảo' }) }),
    ]),
  ])
  return new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array(serial).buffer,
    signature: new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 }),
    issuer: name,
    subject: name,
    validity: anyTime(),
    subjectPublicKeyInfo: AsnConvert.parse(
      publicKey.export({ type: 'spki', format: 'der' }),
      SubjectPublicKeyInfo,
    ),
  })
}

/** The pin decides, not the date: computers whose clock is years off must still meet. The end is RFC 5280's "never". */
function anyTime(): Validity {
  const validity = new Validity()
  validity.notBefore = new Time({ utcTime: new Date('2000-01-01T00:00:00Z') })
  validity.notAfter = new Time({ generalTime: new Date('9999-12-31T23:59:59Z') })
  return validity
}
