import { groupBy } from '../util/group-by'
import type { Change, ChangedSection, ChangeList } from './change-list'
import { paperWords } from './paper-words'
import { sectionWords } from './place-of'
import { summaryLines, type Names } from './print-summary'
import { classWords, kindWords } from './words'
import { shortened } from './words-of-parts'

const longest = 120

/** A report of changes as plain lines, for a terminal: how much, then every change under its section. */
export function changesInLines(list: ChangeList, { was, now }: Names): readonly string[] {
  const { changes, sections, summary } = list
  if (summary.changes === 0) return [paperWords.none(was, now)]
  const inSections = sections.filter(({ id, changes: count }) => id !== '' && count > 0).length
  const bySection = groupBy(changes, ({ place }) => place.section?.id ?? '')
  return [
    paperWords.total(was, now, summary.changes, inSections),
    ...summaryLines(list).map(line => `- ${line}`),
    ...sections.flatMap(section => [
      '',
      sectionLine(section),
      ...(bySection.get(section.id) ?? []).map(change => `  - ${changeLine(change)}`),
    ]),
  ]
}

function sectionLine(section: ChangedSection): string {
  const name = section.id === '' ? paperWords.head : sectionWords(section)
  const states = section.state === 'stayed' ? [] : [paperWords.states[section.state]]
  const { was, now } = section.number
  const renumbered = was !== null && now !== null && was !== now ? [`${was} → ${now}`] : []
  const behind = [...states, ...renumbered]
  return behind.length === 0 ? name : `${name} (${behind.join('; ')})`
}

/** "Sửa chữ (số liệu): “8,5%” → “9,1%” (… bình quân 9,1% mỗi năm)" */
export function changeLine(change: Change): string {
  const { kind, place, before, after, edits } = change
  const lead = `${kindWords[kind]} (${classWords[change.class].toLocaleLowerCase('vi')})`
  const where = place.section ? place.words.slice(sectionWords(place.section).length + 2) : place.words
  const whole = (text: string | null): string => `“${shortened(text ?? '', longest)}”`
  const what =
    kind === 'words'
      ? edits.map(editLine).join('; ')
      : kind === 'chosen'
        ? `${whole(before)} → ${whole(after)}`
        : whole(kind === 'removed' ? before : after)
  const from = place.from === undefined ? '' : ` (${paperWords.from(place.from)})`
  const author = change.author === undefined ? '' : ` [${change.author}]`
  return `${[lead, ...(where === '' ? [] : [where])].join(', ')}: ${what}${from}${author}`
}

function editLine({ before, after, lead, tail }: Change['edits'][number]): string {
  const quoted = (text: string): string =>
    text === '' ? paperWords.missing : `“${shortened(text, longest)}”`
  const around = [lead, after, tail].filter(part => part !== '' && part !== after).length
  const context = around > 0 ? ` (${[lead, shortened(after, longest), tail].filter(Boolean).join(' ')})` : ''
  return `${quoted(before)} → ${quoted(after)}${context}`
}
