import type { IParagraphOptions } from 'docx'
import type { PrintList } from '../../../../../shared/print/print-document'
import type {
  Form,
  RedlineBlock,
  RedlineChange,
  RedlineParagraph,
} from '../../../../../shared/redline/redline-document'
import { NativeLists, SectionCounter } from '../native-lists'
import { endOfNumbers, isNative, type ListDefinition, type NativeList } from '../numbering'

type Side = 'was' | 'now'

/** How a paragraph gets its number on one side: by Word, or typed. */
export interface SideNumber {
  readonly options: Pick<IParagraphOptions, 'numbering'>
  /** "a)", "Phần thứ nhất"; empty where Word counts, and where nothing begins. */
  readonly typed: string
}

export interface TrackedNumber {
  /** Null: no paragraph begins or ends here on that side. */
  readonly was: SideNumber | null
  readonly now: SideNumber | null
}

export interface TrackedNumbers {
  readonly of: ReadonlyMap<RedlineParagraph, TrackedNumber>
  readonly lists: readonly ListDefinition[]
  /** Headings as they are now: Word's list of sections counts as they do. */
  readonly headings: readonly { readonly kind: 'heading'; readonly number: string }[]
}

/**
 * Follows what Word will count when all is accepted and when all is rejected, so that both texts show their own numbers.
 * Lists that stayed keep one list of Word's, as long as both texts count alike in it.
 */
export function trackNumbers(blocks: readonly RedlineBlock[]): TrackedNumbers {
  const paragraphs = blocks.filter(block => block.kind === 'paragraph')
  const headings = paragraphs.flatMap(({ form, number }) =>
    form.kind === 'heading' && number.now !== null ? [{ kind: 'heading' as const, number: number.now }] : [],
  )
  const end = endOfNumbers(headings)
  const now = countSide(paragraphs, 'now', end)
  const was = countSide(paragraphs, 'was', end)
  const sameList = listsThatStayed(paragraphs, was, now)
  const own = new OwnLists([...now.lists.definitions, ...was.lists.definitions])
  const of = paragraphs.map((paragraph): [RedlineParagraph, TrackedNumber] => [
    paragraph,
    {
      was: own.number(sameList(was.numbers.get(paragraph) ?? null)),
      now: own.number(now.numbers.get(paragraph) ?? null),
    },
  ])
  return { of: new Map(of), lists: own.definitions, headings }
}

interface CountedSide {
  readonly numbers: ReadonlyMap<RedlineParagraph, SideNumber>
  readonly lists: NativeLists
}

function countSide(paragraphs: readonly RedlineParagraph[], side: Side, end: string): CountedSide {
  const numbers = new Map<RedlineParagraph, SideNumber>()
  const lists = new NativeLists()
  const sections = new SectionCounter()
  // Where the numbers of all sections end otherwise, Word's one list cannot count them: they are typed.
  const countsAlike = endOfNumbers(headingsOf(paragraphs, side)) === end
  let last: SideNumber | null = null
  for (const paragraph of paragraphs) {
    const number = paragraph.number[side]
    const form = formOf(paragraph, side)
    if (number !== null) last = sideNumber(form, number, { lists, sections, countsAlike })
    else if (!endsOn(side, paragraph)) continue
    numbers.set(paragraph, number === null ? continued(form, last) : (last ?? nothing))
  }
  return { numbers, lists }
}

const headingsOf = (paragraphs: readonly RedlineParagraph[], side: Side) =>
  paragraphs.flatMap(paragraph => {
    const number = paragraph.number[side]
    return number !== null && formOf(paragraph, side).kind === 'heading'
      ? [{ kind: 'heading' as const, number }]
      : []
  })

const formOf = ({ form, formWas }: RedlineParagraph, side: Side): Form =>
  side === 'was' ? (formWas ?? form) : form

/** Whether a paragraph of that side ends here. */
export const endsOn = (side: Side, { end }: Pick<RedlineParagraph, 'end'>): boolean =>
  end === null || isOf(side, end)

/** Whether what was changed stands on that side. */
export const isOf = (side: Side, { kind }: RedlineChange): boolean =>
  (kind === 'removed' || kind === 'moved-away' ? 'was' : 'now') === side

const nothing: SideNumber = { options: {}, typed: '' }

/** The rest of a paragraph that began further up. */
const continued = (form: Form, last: SideNumber | null): SideNumber =>
  form.kind === 'heading' || form.kind === 'paragraph' ? { ...(last ?? nothing), typed: '' } : nothing

interface Counters {
  readonly lists: NativeLists
  readonly sections: SectionCounter
  readonly countsAlike: boolean
}

function sideNumber(form: Form, number: string, { lists, sections, countsAlike }: Counters): SideNumber {
  if (form.kind === 'heading') {
    const agrees = sections.agrees(form.level, number) && countsAlike
    if (form.level === 'part') return { options: {}, typed: number }
    return agrees ? nothing : { options: { numbering: false }, typed: number }
  }
  if (form.kind !== 'paragraph' || form.list === null) return nothing
  if (!isNative(form.list)) return { options: {}, typed: number }
  const item: PrintList & { kind: NativeList } = { kind: form.list, mark: number }
  return { options: { numbering: lists.numberingOf(item) }, typed: '' }
}

/**
 * Word's list of the new text for each list of the old one that begins with the same number and of which a paragraph
 * stayed; each is given once, so that the old text counts alone in it. Others are lists of their own.
 */
function listsThatStayed(paragraphs: readonly RedlineParagraph[], was: CountedSide, now: CountedSide) {
  const found = new Map<string, number>()
  const taken = new Set<string>()
  for (const paragraph of paragraphs) {
    const [old, fresh] = [listOf(was.numbers.get(paragraph)), listOf(now.numbers.get(paragraph))]
    if (!old || !fresh || old.reference !== fresh.reference) continue
    if (found.has(keyOf(old)) || taken.has(keyOf(fresh))) continue
    found.set(keyOf(old), fresh.instance)
    taken.add(keyOf(fresh))
  }
  return (number: SideNumber | null): SideNumber | null => {
    const list = listOf(number ?? undefined)
    if (!number || !list) return number
    const instance = found.get(keyOf(list)) ?? list.instance + now.lists.count
    return { ...number, options: { numbering: { ...list, instance } } }
  }
}

type WordList = ReturnType<NativeLists['numberingOf']>

const listOf = (number: SideNumber | undefined): WordList | null => {
  const numbering = number?.options.numbering
  return numbering ? (numbering as WordList) : null
}

const keyOf = ({ reference, instance }: WordList): string => `${reference} ${instance}`

/**
 * A definition for each list. Where lists share one, LibreOffice lets the first item begin anew, and goes on counting when
 * that item is gone.
 */
class OwnLists {
  private readonly known: ReadonlyMap<string, ListDefinition>
  private readonly given = new Map<string, ListDefinition>()

  constructor(shared: readonly ListDefinition[]) {
    this.known = new Map(shared.map(definition => [definition.reference, definition]))
  }

  get definitions(): readonly ListDefinition[] {
    return [...this.given.values()]
  }

  number(number: SideNumber | null): SideNumber | null {
    const list = listOf(number ?? undefined)
    const definition = list && this.known.get(list.reference)
    if (!number || !definition) return number
    const reference = `${list.reference}-${list.instance}`
    this.given.set(reference, { ...definition, reference })
    return { ...number, options: { numbering: { ...list, reference, instance: 0 } } }
  }
}
