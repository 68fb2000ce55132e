import { compareContents, compareReports } from '../../compare/compare-contents'
import { contentOf } from '../../compare/content'
import { fieldNames, type Fields } from '../../report/fields'
import { blocksOf } from '../../report/nodes'
import type { Report } from '../../report/report'
import { unreachable } from '../../util/exhaustive'
import { blocksAgain } from './blocks-again'
import { intoTodaysSheets } from './into-todays-sheets'
import { noteAgain } from './note-again'
import { recordsAgain } from './records-again'
import type { Restoring, RestoreWhat } from './restore-what'
import { sectionAgain } from './section-again'
import { tableAgain } from './table-again'

/** A report as it is to be, before it is known what that changes. */
export interface Again {
  readonly after: Report
  readonly elsewhere: number
}

/**
 * What a version brings back into today's report. Nothing is written; a person sees the differences first. What stays as
 * it is stays the very same object, so whoever writes the plan touches nothing else.
 */
export function planRestore(today: Report, version: Report, what: RestoreWhat): Restoring {
  const again = bringBack(today, version, what)
  if (!again) return { kind: 'gone' }
  const { differences } = compareReports(today, again.after)
  return differences.length === 0 ? { kind: 'same' } : { kind: 'plan', differences, ...again }
}

function bringBack(today: Report, version: Report, what: RestoreWhat): Again | null {
  switch (what.kind) {
    case 'report':
      return reportAgain(today, version)
    case 'section':
      return sectionAgain(today, version, what.section)
    case 'note':
      return noteAgain(today, version, what.note)
    case 'table':
      return tableAgain(today, version, what.table)
    default:
      return unreachable(what)
  }
}

/** All but the draft mark: it says what the text becomes, not what it was. */
function reportAgain(today: Report, version: Report): Again {
  const { flow } = compareContents(contentOf(today), contentOf(version))
  const blocks = blocksAgain(flow)
  const text = intoTodaysSheets(today.text, blocks)
  const fields = sameOr(today.fields, { ...version.fields, draftNumber: today.fields.draftNumber })
  return {
    after: recordsAgain({ ...today, fields, text }, { today, version, back: blocksOf(text) }),
    elsewhere: 0,
  }
}

const sameOr = (today: Fields, again: Fields): Fields =>
  fieldNames.every(name => today[name] === again[name]) ? today : again
