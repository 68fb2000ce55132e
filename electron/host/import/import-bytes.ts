import { recognise } from '../../../shared/import/recognise'
import type { ImportResult } from '../../../shared/import/import-result'
import type { SourceDocument } from '../../../shared/import/source'
import { sourceFromText } from '../../../shared/import/text/source-from-text'
import { Failure } from '../../../shared/ipc/failure'
import { decodeText } from './decode-text'
import { readDocx } from './docx/read-docx'
import type { ImportProgress } from './import-progress'
import { isTextName, words } from './words'

/**
 * A file's bytes as a report, in this process (`importFile` uses one of its own). `name` decides only between plain
 * text and Word where the bytes do not. Throws a Failure for bad input.
 */
export async function importBytes(
  bytes: Uint8Array,
  name: string,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportResult> {
  if (bytes.length === 0) throw new Failure('unreadable-file', words.empty)
  onProgress({ step: words.steps.reading, done: 0, of: 3 })
  const source = await readSource(bytes, name)
  onProgress({ step: words.steps.recognising, done: 1, of: 3 })
  const result = recognise(source)
  onProgress({ step: words.steps.finishing, done: 2, of: 3 })
  return result
}

/** A zip or an old Office file is the Word reader's to open or refuse, whatever its name says. */
async function readSource(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  const isOffice = signature.startsWith('PK') || signature === '\xd0\xcf\x11\xe0' || signature === '%PDF'
  return isTextName(name) && !isOffice ? sourceFromText(decodeText(bytes, name)) : readDocx(bytes)
}
