import {
  Paragraph,
  type IContext,
  type IParagraphOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx'
import { compareWords } from '../../../../../shared/compare/compare-words'
import type { Profile } from '../../../../../shared/print/profile'
import type {
  Form,
  Hand,
  RedlineChange,
  RedlineNote,
  RedlineParagraph,
  RedlineRun,
} from '../../../../../shared/redline/redline-document'
import { sectionNumber } from '../numbering'
import { lineOptions, ruleOptions } from '../front'
import { bodyOptions, plainOptions } from '../paragraphs'
import { linkTo, marksOptions, noteReference, runOptions, type RunContext, type RunLook } from '../runs'
import { gapStyle, headingStyles } from '../style-ids'
import { markNames, type Revisions } from './revisions'
import type { SideNumber, TrackedNumber } from './tracked-numbers'

export interface TrackedContext {
  readonly profile: Profile
  readonly revisions: Revisions
  readonly links: RunContext['links']
  /** In the order of their references; a note's id in the file is its place, 1 for the first. */
  readonly notes: RedlineNote[]
}

export function trackedRuns(
  runs: readonly RedlineRun[],
  context: TrackedContext,
  look: RunLook = {},
): ParagraphChild[] {
  return runs.map(({ run, change, marksWas }) => {
    if (run.kind === 'note')
      return part(context.revisions.run(noteReference(context.notes.push(run)), change))
    const revision = marksWas && {
      // Word wants properties even where there were none; this one says nothing.
      noProof: false,
      ...marksOptions(marksWas.marks, look),
      ...context.revisions.by(marksWas.hand),
    }
    const options = { ...runOptions(run, look), ...(revision ? { revision } : {}) }
    const word = part(context.revisions.run(options, change))
    const href = run.kind === 'text' ? run.marks.href : undefined
    return href === undefined ? word : linkTo(href, word, context)
  })
}

// The library's types know only its own elements as parts of a paragraph; any component will do.
const part = (component: unknown): ParagraphChild => component as ParagraphChild

/** Where a paragraph stands decides how its form is set. */
export type Setting = (form: Form) => IParagraphOptions

/** A paragraph of the text, or a line above or below it. `width` in millimetres. */
export const inText =
  (width: number): Setting =>
  form => {
    switch (form.kind) {
      case 'heading':
        return { style: headingStyles[form.level] }
      case 'paragraph':
        return bodyOptions(form.align)
      case 'line':
        return lineOptions(form)
      case 'rule':
        return ruleOptions(form.width, width)
      case 'gap':
        return { style: gapStyle }
    }
  }

/** A paragraph in a cell or a note. */
export const inStyle =
  (style: string): Setting =>
  form =>
    plainOptions(form.kind === 'paragraph' ? form.align : 'justify', style)

interface Look {
  readonly setting: Setting
  readonly number?: TrackedNumber | undefined
  /** What stands before everything else. */
  readonly lead?: readonly ParagraphChild[]
}

/** A paragraph with its marks; where its form or Word's number was otherwise, also with how it was. */
export function trackedParagraph(
  paragraph: RedlineParagraph,
  context: TrackedContext,
  { setting, number = typedNumbers(paragraph), lead = [] }: Look,
): Paragraph {
  const { form, formWas, runs, end, hand } = paragraph
  const isOtherLevel = form.kind === 'heading' && formWas?.kind === 'heading'
  const options = (of: Form, side: SideNumber | null): IParagraphOptions => ({
    ...setting(of),
    // LibreOffice takes back the style, but not the level at which the style is numbered.
    ...(isOtherLevel && of.kind === 'heading' ? { numbering: sectionNumber(of.level) } : {}),
    ...side?.options,
  })
  const here = options(form, number.now ?? number.was)
  const before = number.was && number.now ? options(formWas ?? form, number.was) : here
  const isOther = JSON.stringify(before) !== JSON.stringify(here)
  const label = trackedLabel(paragraph, number, context)
  const all: IParagraphOptions = {
    ...here,
    ...context.revisions.end(end),
    ...(isOther ? { revision: { ...before, ...context.revisions.by(hand) } } : {}),
    children: [...lead, ...label, ...trackedRuns(runs, context)],
  }
  return end && 'move' in end ? new MovedParagraph(all, end.kind) : new Paragraph(all)
}

/** Word counts lists in cells and notes through the whole text, so their marks are typed. */
function typedNumbers({ number, end }: RedlineParagraph): TrackedNumber {
  const side = (typed: string | null, ends: boolean): SideNumber | null =>
    typed === null && !ends ? null : { options: {}, typed: typed ?? '' }
  const isOld = end?.kind === 'removed' || end?.kind === 'moved-away'
  return { was: side(number.was, end === null || isOld), now: side(number.now, !isOld) }
}

/** A typed number with its changes: a part's stands on a line of its own. */
function trackedLabel(
  { form, number: begins, end, hand }: RedlineParagraph,
  number: TrackedNumber,
  context: TrackedContext,
): ParagraphChild[] {
  const [was, now] = [number.was?.typed ?? '', number.now?.typed ?? '']
  const isPart = form.kind === 'heading' && form.level === 'part'
  const ownLine = isPart && context.profile.headings.part.numberOnOwnLine
  const behind = ownLine ? '' : ' '
  const words = compareWords(was && was + behind, now && now + behind)
  const change = (kind: 'same' | 'added' | 'removed'): RedlineChange | null =>
    kind === 'same' ? null : ofWhole(kind, begins, end, hand)
  const look = isPart ? { allCaps: false } : {}
  const label = words.map(({ kind, text }) => part(context.revisions.run({ text, ...look }, change(kind))))
  if (!ownLine || (was === '' && now === '')) return label
  const kind = was === '' ? 'added' : now === '' ? 'removed' : 'same'
  return [...label, part(context.revisions.run({ break: 1 }, change(kind)))]
}

/** The number of a paragraph that moved moved with it. */
function ofWhole(
  kind: 'added' | 'removed',
  { was, now }: RedlineParagraph['number'],
  end: RedlineChange | null,
  hand: Hand,
): RedlineChange {
  return end && 'move' in end && (was === null || now === null) ? end : { kind, hand }
}

/** The library can say that a paragraph's end came or is gone; that it moved is told by another name at the same place. */
class MovedParagraph extends Paragraph {
  constructor(
    options: IParagraphOptions,
    private readonly kind: keyof typeof markNames,
  ) {
    super(options)
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const made = super.prepForXml(context)
    const [from, to] = markNames[this.kind]
    const [properties] = childrenOf(made, 'w:p')
    const ofRun = childrenOf(properties, 'w:pPr').find(child => typeof child === 'object' && 'w:rPr' in child)
    for (const mark of childrenOf(ofRun, 'w:rPr'))
      if (typeof mark === 'object' && from in mark) {
        const found = mark as Record<string, unknown>
        found[to] = found[from]
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- an element is an object with its name as key
        delete found[from]
      }
    return made
  }
}

const childrenOf = (element: unknown, name: string): readonly object[] => {
  const children = (element as Record<string, unknown> | undefined)?.[name]
  return Array.isArray(children) ? (children as object[]) : []
}
