import type { Content } from '../../../shared/compare/content'
import type { Difference } from '../../../shared/compare/difference'
import * as blocks from './block-edits'
import { EditedText } from './edited-text'
import * as records from './record-edits'
import * as words from './word-edits'

type Edit = (edited: EditedText) => boolean

/** What happens between two drafts, by how often: a hundred edits in all. Structure comes first, while there is room for it. */
const script: readonly (readonly [times: number, edit: Edit])[] = [
  [2, blocks.moveSection],
  [3, blocks.moveParagraph],
  [2, blocks.moveEdited],
  [5, blocks.joinParagraphs],
  [5, blocks.splitParagraph],
  [6, blocks.addParagraph],
  [5, blocks.removeParagraph],
  [5, blocks.changeLevel],
  [2, records.moveNote],
  [2, records.removeNote],
  [3, records.addNote],
  [6, records.changeNote],
  [1, records.moveRow],
  [2, records.addRow],
  [2, records.removeRow],
  [7, records.changeCell],
  [2, records.renameRow],
  [1, records.changeWording],
  [1, records.choose],
  [11, words.changeWord],
  [9, words.changeFigure],
  [4, words.putInSentence],
  [2, words.deny],
  [3, words.takeOutWords],
  [4, words.changeHeading],
  [2, words.setOtherwise],
  [2, words.changeList],
  [1, words.changeField],
]

/** After so many tries at random places the text has no room left for an edit. */
const mostTries = 5_000

export interface KnownEdits {
  readonly content: Content
  /** "kind class subject id", one for each edit; a paragraph that moved and was reworded has two. */
  readonly told: readonly string[]
}

/** Edits that a Word file cannot hold as they are: it shows the chosen wording alone, and has no level without the one above. */
const lostInWord: readonly Edit[] = [blocks.changeLevel, records.changeWording, records.choose]

/** A hundred known edits at places that the seed chooses; `forWord`: without those that a Word file loses. */
export function hundredEdits(
  content: Content,
  seed: number,
  { forWord = false }: { readonly forWord?: boolean } = {},
): KnownEdits {
  const edited = new EditedText(content, seed)
  for (const [times, edit] of script)
    for (let made = 0; made < times; made++) if (!forWord || !lostInWord.includes(edit)) makeOne(edited, edit)
  return { content: edited.content, told: edited.told }
}

function makeOne(edited: EditedText, edit: Edit): void {
  for (let tries = 0; tries < mostTries; tries++) if (edit(edited)) return
  throw new Error(`No room for ${edit.name}`)
}

/** A difference as `told` names it. */
export function lineOf({ kind, class: of, place }: Difference): string {
  const lead = `${kind} ${of} ${place.kind}`
  switch (place.kind) {
    case 'cell':
      return [lead, place.row, place.column].filter(part => part !== null).join(' ')
    case 'options':
      return [lead, place.id, place.wording].filter(part => part !== null).join(' ')
    case 'field':
      return `${lead} ${place.name}`
    case 'block':
    case 'note':
    case 'table':
      return `${lead} ${place.id}`
  }
}
