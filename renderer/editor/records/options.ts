import { generateKeyBetween } from 'fractional-indexing'
import type { Node } from 'prosemirror-model'
import { Map as YMap, type Doc } from 'yjs'
import { newWordingId, type OptionsId, type WordingId } from '../../../shared/report/ids'
import type { Options } from '../../../shared/options/options'
import { inOrder, orderOf } from '../../../shared/sync/read-report'
import { byHand, optionsOf, wordingsOf, type Record } from '../../../shared/sync/report-doc'
import { toFragment, toOptions } from '../../../shared/sync/write-report'
import { cleanText } from '../../../shared/util/text'
import { mayChangeRecord } from '../rights/rights'
import { emptyNote } from './notes'

/* What a person does to alternative wordings. Each call is one change; words are typed in wording editors. */

export const newOptions = (id: OptionsId, name: string): Options => ({
  id,
  name,
  wordings: [0, 1].map(() => ({ id: newWordingId(), body: emptyNote() })),
  chosen: '',
})

export const addOptions = (body: Doc, options: Options): void =>
  body.transact(() => void optionsOf(body).set(options.id, toOptions(options)), byHand)

/** Adds a wording at the end and returns its id; undefined if the options are gone. */
export function addWording(body: Doc, id: OptionsId, words: Node = emptyNote()): WordingId | undefined {
  const wordingId = newWordingId()
  const isThere = edit(body, id, options => {
    const last = inOrder(wordingsOf(options) as YMap<YMap<unknown>>).at(-1)
    const wording = new YMap<unknown>()
    wording.set('order', generateKeyBetween(last ? orderOf(last[1]) : null, null))
    wording.set('body', toFragment(words))
    wordingsOf(options).set(wordingId, wording)
  })
  return isThere ? wordingId : undefined
}

export function removeWording(body: Doc, id: OptionsId, wording: WordingId): void {
  edit(body, id, options => {
    wordingsOf(options).delete(wording)
    if (options.get('chosen') === wording) options.set('chosen', '')
  })
}

/** Decides on one wording; '' opens the choice again. The others stay stored. */
export function chooseWording(body: Doc, id: OptionsId, wording: WordingId | ''): void {
  edit(body, id, options => options.set('chosen', wording))
}

/** The word before each number: "Chủ đề", "Phương án". */
export function renameOptions(body: Doc, id: OptionsId, name: string): void {
  edit(body, id, options => options.set('name', cleanText(name)))
}

function edit(body: Doc, id: OptionsId, change: (options: Record) => void): boolean {
  const options = optionsOf(body).get(id)
  if (!options || !mayChangeRecord(body, id)) return false
  body.transact(() => change(options), byHand)
  return true
}
