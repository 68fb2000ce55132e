import { writeFileSync } from 'node:fs'
import { readSource } from './read-source'
import { sampleDocx } from './sample-docx'
import { sampleText } from './sample-text'

// Writes resources/sample anew from its source: npx vite-node test/support/sample/make-sample.ts

const folder = new URL('../../../resources/sample/', import.meta.url)
const blocks = readSource()
writeFileSync(new URL('bao-cao-mau.txt', folder), sampleText(blocks))
writeFileSync(new URL('bao-cao-mau.docx', folder), await sampleDocx(blocks))
