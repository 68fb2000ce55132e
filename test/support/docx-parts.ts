import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** Every part of a DOCX by its name, as text. */
export function docxParts(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) reject(error)
      else readAll(zip).then(resolve, reject)
    })
  })
}

function readAll(zip: ZipFile): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(parts))
    zip.on('entry', (entry: Entry) => {
      readEntry(zip, entry).then(text => {
        parts.set(entry.fileName, text)
        zip.readEntry()
      }, reject)
    })
    zip.readEntry()
  })
}

function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    })
  })
}

/** The paragraphs of a part, outermost tags included. */
export const paragraphsOf = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? []

/** The words of a piece of XML. */
export const wordsOf = (xml: string): string =>
  (xml.match(/<w:t[ >].*?<\/w:t>|<w:br\/>|<w:tab\/>/gs) ?? [])
    .map(piece =>
      piece === '<w:br/>' ? '\n' : piece === '<w:tab/>' ? '\t' : plain(piece.replace(/<[^>]*>/g, '')),
    )
    .join('')

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
