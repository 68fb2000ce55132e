import type { Role } from '../../../shared/permissions/rights'
import { fieldsOf, notesOf, textOf } from '../../../shared/sync/report-doc'
import { blockIn, newElement, newId, sheetsIn, wordsIn } from '../shared-blocks'
import { heading, noteWords, paragraph, putBeside, remove, row, setLevel, type Change } from './changes'

interface Trespass {
  readonly what: string
  readonly role: Role
  /** Sections of `gateReport()` in which the person may edit; "report": everywhere. */
  readonly sections: readonly string[]
  readonly change: Change
}

const typing: Change = replica => wordsIn(replica, 'B-p').insert(0, 'xen')
const marking: Change = replica => wordsIn(replica, 'B-p').format(0, 2, { strong: {} })
const field: Change = replica => fieldsOf(replica).set('place', 'Bến Lức')

/** Edits by people who may not make them there: each is refused as "no-right". */
export const trespasses: readonly Trespass[] = [
  { what: 'a reader types', role: 'reader', sections: [], change: typing },
  { what: 'a reader changes a field', role: 'reader', sections: [], change: field },
  { what: 'a leader, who annotates, makes words bold', role: 'leader', sections: [], change: marking },
  { what: 'a drafter, who proposes, types', role: 'drafter', sections: [], change: typing },
  {
    what: 'a drafter of the whole report changes a field',
    role: 'drafter',
    sections: ['report'],
    change: field,
  },
  { what: 'a drafter of A1 types in B', role: 'drafter', sections: ['A1'], change: typing },
  {
    what: 'a drafter of A1 changes a note of B',
    role: 'drafter',
    sections: ['A1'],
    change: replica => noteWords(replica, 'B-note').insert(0, 'xen'),
  },
  {
    what: 'a drafter of A1 changes a figure of B',
    role: 'drafter',
    sections: ['A1'],
    change: replica => row(replica, 'B').set('result', '100'),
  },
  {
    what: 'a drafter of A1 takes the next heading away, so that A1 grows',
    role: 'drafter',
    sections: ['A1'],
    change: replica => remove(replica, 'L'),
  },
  {
    what: 'a drafter of A1 promotes it over what follows',
    role: 'drafter',
    sections: ['A1'],
    change: replica => setLevel(replica, 'A1', 'part'),
  },
  {
    what: 'a drafter of A1 adds a sheet at the end',
    role: 'drafter',
    sections: ['A1'],
    change: replica => {
      const sheet = newElement('sheet', {})
      sheet.insert(0, [paragraph()])
      textOf(replica).insert(textOf(replica).length, [sheet])
    },
  },
  {
    what: 'a drafter of A1 writes elsewhere under a copy of its heading',
    role: 'drafter',
    sections: ['A1'],
    change: replica => sheetsIn(replica)[3]!.push([heading('roman', 'A1'), paragraph()]),
  },
  {
    what: 'a drafter of B puts a paragraph before it',
    role: 'drafter',
    sections: ['B'],
    change: replica => putBeside(replica, 'B', 0, newElement('paragraph', { id: newId() }, 'Đoạn mới.')),
  },
  {
    what: 'a reader deletes a note and its mark',
    role: 'reader',
    sections: [],
    change: replica => {
      notesOf(replica).delete('B-note')
      blockIn(replica, 'B-p').element.delete(1)
    },
  },
]
