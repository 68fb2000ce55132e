import type { PrintDocument } from '../../../../shared/print/print-document'

/**
 * The document's properties without a time: the same report gives the same file, so that a frozen draft can be
 * checked against its exported paper.
 */
export function coreProperties({ properties }: Pick<PrintDocument, 'properties'>): {
  path: string
  data: string
} {
  const { title, subject, author } = properties
  const element = (name: string, text: string) => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`)
  return {
    path: 'docProps/core.xml',
    data: [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
      element('dc:title', title),
      element('dc:subject', subject),
      element('dc:creator', author),
      '<dc:language>vi-VN</dc:language></cp:coreProperties>',
    ].join(''),
  }
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfCentral = 0x06054b50
/** 1 January 1980, 00:00: the first moment a zip can name, and the one Word itself writes. */
const firstMoment = 0x00210000

/** Sets the time of every entry of a zip to the same moment. Changes the bytes in place. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endOfCentral) end--
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(entry + 42, true)
    if (view.getUint32(entry, true) !== centralHeader || view.getUint32(local, true) !== localHeader)
      throw new Error('The packed document is not a plain zip')
    view.setUint32(entry + 12, firstMoment, true)
    view.setUint32(local + 10, firstMoment, true)
    entry += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(entry + field, true), 0)
  }
  return zip
}
