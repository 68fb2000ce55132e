import type { Node } from 'prosemirror-model'
import type { Options, Wording } from '../options/options'
import type { BlockId, WordingId } from '../report/ids'
import { optionsIdOf } from '../report/nodes'
import { align, type Group } from './align'
import type { Sides } from './block-differences'
import { textOfNote } from './blocks-of-content'
import { compareInline, compareInlineTexts } from './compare-inline'
import type { Difference } from './difference'
import { differenceOf, oneSided, wholePart, wordDifferences, type Where } from './difference-of'
import { bareText } from './inline-text'
import type { Item } from './item'

/** Alternative wordings, wording by wording, and which of them is decided on. */
export function optionsDifferences(
  { was, now }: Sides,
  before: Node,
  after: Node,
  section: BlockId | null,
): Difference[] {
  const id = optionsIdOf(after)
  const [old, fresh] = [was.content.options.get(optionsIdOf(before)), now.content.options.get(id)]
  if (old === fresh) return []
  const whereIs = (wording: WordingId | null): Where => ({
    place: { kind: 'options', id, wording },
    section,
  })
  const name = compareInlineTexts(bareText(old?.name ?? ''), bareText(fresh?.name ?? ''))
  return [
    ...wordDifferences(name, whereIs(null)),
    ...wordingDifferences(old?.wordings ?? [], fresh?.wordings ?? [], whereIs),
    ...choice(old, fresh, whereIs(null)),
  ]
}

/** Which wording became which. */
export const alignWordings = (was: readonly Wording[], now: readonly Wording[]): readonly Group[] =>
  align(was.map(itemOf), now.map(itemOf))

function wordingDifferences(
  was: readonly Wording[],
  now: readonly Wording[],
  whereIs: (wording: WordingId) => Where,
): Difference[] {
  return alignWordings(was, now).flatMap(({ was: [a = -1], now: [b = -1], moved }): Difference[] => {
    const [old, fresh] = [was[a], now[b]]
    if (!fresh) return old ? [oneSided('removed', textOfNote(old.body), whereIs(old.id))] : []
    const text = textOfNote(fresh.body)
    if (!old) return [oneSided('added', text, whereIs(fresh.id))]
    const where = whereIs(fresh.id)
    return [
      ...(moved
        ? [differenceOf({ kind: 'moved', class: 'move', parts: wholePart('same', text), ...where })]
        : []),
      ...(old.body.eq(fresh.body) ? [] : wordDifferences(compareInline(old.body, fresh.body), where)),
    ]
  })
}

function choice(was: Options | undefined, now: Options | undefined, where: Where): Difference[] {
  if ((was?.chosen ?? '') === (now?.chosen ?? '')) return []
  const chosen = (of: Options | undefined): string => {
    const wording = of?.wordings.find(({ id }) => id === of.chosen)
    return wording ? textOfNote(wording.body) : ''
  }
  const parts = [...wholePart('removed', chosen(was)), ...wholePart('added', chosen(now))]
  return [differenceOf({ kind: 'chosen', class: 'content', parts, ...where })]
}

const itemOf = ({ id, body }: Wording): Item => ({
  id,
  kind: 'wording',
  weight: body.content.size,
  text: () => textOfNote(body),
})
