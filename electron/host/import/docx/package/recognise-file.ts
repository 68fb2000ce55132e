import { limits } from '../limits'
import { refuse } from '../refuse'
import type { refusals } from '../words'

const oleSignature = 'd0cf11e0a1b11ae1'

const startsWith = (bytes: Buffer, text: string) =>
  bytes.subarray(0, 64).toString('latin1').trimStart().toLowerCase().startsWith(text)

/** Throws the Failure that fits when the first bytes show that this is no zip, so that the words can say what it is. */
export function refuseOtherFiles(bytes: Buffer): void {
  const reason = reasonToRefuse(bytes)
  if (reason) throw refuse(reason)
}

function reasonToRefuse(bytes: Buffer): keyof typeof refusals | null {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > limits.file) return 'tooBig'
  if (bytes.subarray(0, 8).toString('hex') === oleSignature) return reasonOfCompound(bytes)
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return null
  if (startsWith(bytes, '{\\rtf')) return 'rich'
  if (startsWith(bytes, '%pdf')) return 'pdf'
  if (startsWith(bytes, '<')) return 'markup'
  return 'notWord'
}

/** An OLE compound file names its streams in UTF-16: Word's encryption and the old formats differ in them. */
function reasonOfCompound(bytes: Buffer): keyof typeof refusals {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return holds('WordDocument') ? 'oldWord' : 'otherOffice'
}
