import { expect, test } from 'vitest'
import { MissingLetters } from '../../../electron/host/export/pdf/font-coverage'
import { literal } from '../../../electron/host/export/pdf/literals'
import { writeTypst } from '../../../electron/host/export/pdf/write-typst'
import { profileOf } from '../../../shared/print/profiles'
import { printReport } from '../../../shared/print/print-report'
import { paragraph, report, sheet, text } from '../../support/build-report'
import { listsInside } from '../../support/lists-inside'
import { fullReport } from '../../support/full-report'
import { randomFrom } from '../../support/random'

const source = (from = fullReport()) => writeTypst(printReport(from, profileOf('')))

/** What Typst reads: the literal's text, and where the literal ends. */
function readLiteral(code: string): { text: string; end: number } {
  let read = ''
  for (let at = 1; at < code.length; at++) {
    if (code[at] === '"') return { text: read, end: at + 1 }
    if (code[at] === '\\') at++
    read += code[at] ?? ''
  }
  throw new Error('The literal does not end')
}

test('whatever is typed, a literal holds exactly it and ends at its end', () => {
  const random = randomFrom(11)
  const signs = Array.from('"\\#$[]{}()*_`@<>=-+/;:,.\u00a0 aếđ')
  for (let round = 0; round < 2000; round++) {
    const typed = Array.from(
      { length: Math.floor(random() * 12) },
      () => signs[Math.floor(random() * signs.length)],
    ).join('')
    expect(readLiteral(literal(typed))).toEqual({ text: typed, end: literal(typed).length })
  }
})

test('user text stands in the source only inside literals', () => {
  const attack = '"] #import "@preview/x:1.0.0": * #read("/etc/passwd") \\'
  const code = source(report({ text: text(sheet(paragraph(attack))) }))
  let outside = ''
  for (let at = 0; at < code.length; at++) {
    if (code[at] !== '"') outside += code.charAt(at)
    else at += readLiteral(code.slice(at)).end - 1
  }
  expect(outside).not.toMatch(/import|read|passwd|preview/)
  expect(code).toContain(literal(attack))
})

test('the source is the same for the same report and names no time', () => {
  expect(source()).toBe(source())
  expect(source()).toContain('date: none')
})

test('letters that the fonts lack become a box and are remembered; Vietnamese ones are all there', () => {
  const missing = new MissingLetters()
  expect(missing.replace('Được 🙂 và 中 – “ế”\u200b\t')).toBe('Được □ và □ – “ế”\u200b\t')
  expect(missing.found).toEqual(['🙂', '中'])
  const vowels = 'aăâeêioôơuưy'.normalize('NFC')
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  const letters = Array.from(vowels).flatMap(vowel => tones.map(tone => (vowel + tone).normalize('NFC')))
  const all = new MissingLetters()
  all.replace(letters.join('') + letters.join('').toUpperCase() + 'đĐ₫≥≤±½²³°')
  expect(all.found).toEqual([])
})

test('lists in cells and notes have their marks', () => {
  const code = source(listsInside())
  for (const marked of ['#"2. "#"Ô hai"', '#"a) "#"Ô ba"', '#"1. "#"Ý một"', '#"2. "#"Ý hai"'])
    expect(code).toContain(marked)
})
