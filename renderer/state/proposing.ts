import { nanoid } from 'nanoid'
import { Fragment, type Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import { create } from 'zustand'
import type { RowCell } from '../../shared/indicators/indicator-row'
import { newBlockId, type BlockId } from '../../shared/report/ids'
import type { NoteId, OptionsId, RowId, TableId, WordingId } from '../../shared/report/ids'
import { blockIdOf, isOptions } from '../../shared/report/nodes'
import { findBlock } from '../../shared/report/find-block'
import type { Report } from '../../shared/report/report'
import { proposeEdits } from '../../shared/review/propose-edits'
import type { Proposal } from '../../shared/review/review'
import { vi } from '../wording/vi'
import { attempt } from './attempt'
import { readCaret } from './read-caret'
import type { ReportSession } from './report-session'
import { addRecords, type RecordDraft } from './review'
import { refusalFor } from './review-rights'
import { say } from './window-state'

/** What somebody is writing a proposal about. */
export type ProposeTarget =
  | { readonly kind: 'block'; readonly block: BlockId }
  | { readonly kind: 'note'; readonly note: NoteId }
  | { readonly kind: 'cell'; readonly table: TableId; readonly row: RowId; readonly column: RowCell }
  | { readonly kind: 'options'; readonly options: OptionsId }

export interface Proposing {
  readonly target: ProposeTarget
  /** What was typed already, before there was an editor for it. */
  readonly typed: string
  /** The proposal that is answered with another wording, or null. */
  readonly counters: Proposal | null
}

export const useProposing = create<{ readonly now: Proposing | null }>(() => ({ now: null }))

export const stopProposing = (): void => useProposing.setState({ now: null })

/** Opens the editor in place for what the person is at; says so where there is nothing, or they may not. */
export function proposeHere(session: ReportSession, typed = ''): boolean {
  readCaret(session)
  const target = targetHere(session)
  if (!target) {
    say(vi.proposals.editor.notHere)
    return false
  }
  return begin(session, { target, typed, counters: null })
}

export const proposeFor = (session: ReportSession, target: ProposeTarget): boolean =>
  begin(session, { target, typed: '', counters: null })

/** Answers a proposal with another wording of the same place. */
export function counter(session: ReportSession, proposal: Proposal): void {
  const target = targetOf(proposal, session)
  if (target) begin(session, { target, typed: '', counters: proposal })
  else say(vi.proposals.gone)
}

function begin(session: ReportSession, proposing: Proposing): boolean {
  if (useProposing.getState().now) return false
  if (!mayPropose(session, proposing.target)) {
    say(vi.proposals.editor.noRight)
    return false
  }
  useProposing.setState({ now: proposing })
  return true
}

/** Whether the person may propose there, by the rules of the host. */
export function mayPropose(session: ReportSession, target: ProposeTarget): boolean {
  // A note without a mark in the text is in no section.
  if (target.kind === 'note' && !session.review.index().note(target.note)) return false
  const anchor = session.review.anchorAt(
    target.kind === 'block'
      ? { kind: 'block', block: target.block }
      : target.kind === 'note'
        ? { kind: 'note', note: target.note, from: 0, to: 0 }
        : target.kind === 'cell'
          ? { ...target, from: 0, to: 0 }
          : { kind: 'block', block: target.options as string as BlockId },
  )
  const change = { kind: 'words', was: '', now: ' ' } as const
  const draft: RecordDraft = {
    kind: 'proposal.added',
    anchor,
    change,
    reason: '',
    counters: null,
    group: null,
  }
  return refusalFor(session, 'all', draft) === null
}

export function targetHere(session: ReportSession): ProposeTarget | null {
  const { place } = session.visit()
  if (place.kind === 'note') return { kind: 'note', note: place.id }
  if (place.kind === 'cell')
    return { kind: 'cell', table: place.tableId, row: place.rowId, column: place.cell }
  if (place.kind === 'wording' || place.kind === 'options')
    return { kind: 'options', options: place.optionsId }
  const selection = session.editor()?.state.selection
  if (place.kind !== 'text' || !selection) return null
  if (selection instanceof NodeSelection && isOptions(selection.node))
    return { kind: 'options', options: blockIdOf(selection.node) as string as OptionsId }
  const { parent } = selection.$head
  return parent.isTextblock ? { kind: 'block', block: blockIdOf(parent) } : null
}

function targetOf({ anchor, change }: Proposal, session: ReportSession): ProposeTarget | null {
  const { target } = anchor
  if (change.kind === 'choice') return { kind: 'options', options: change.options as OptionsId }
  const place = session.review.find(anchor)
  const at = place.kind === 'detached' ? null : place.at
  if (at?.kind === 'note') return { kind: 'note', note: at.note }
  if (at?.kind === 'cell') return { kind: 'cell', table: at.table, row: at.row, column: at.column }
  const block = 'block' in target ? findBlock(session.text(), target.block as BlockId) : null
  return block?.node.isTextblock ? { kind: 'block', block: blockIdOf(block.node) } : null
}

/** What the person would have instead of the target. */
export type Wanted =
  | { readonly kind: 'blocks'; readonly blocks: readonly Node[] }
  | { readonly kind: 'note'; readonly body: Node }
  | { readonly kind: 'cell'; readonly words: string }
  | { readonly kind: 'choice'; readonly chosen: WordingId | '' }

/** Sends what differs as proposals; false where nothing does, or the sending was refused. */
export async function sendProposal(
  session: ReportSession,
  { target, counters }: Proposing,
  wanted: Wanted,
  reason: string,
): Promise<boolean> {
  const index = session.review.index()
  const drafts = proposeEdits(index, withWanted(index.report, target, wanted))
  if (drafts.length === 0) {
    say(vi.proposals.editor.same)
    return false
  }
  const group = drafts.length > 1 ? nanoid(16) : null
  const audience = counters?.audience ?? 'all'
  const records = drafts.map((draft): RecordDraft => ({
    ...{ kind: 'proposal.added', ...draft, reason: reason.trim(), group },
    counters: counters?.id ?? null,
  }))
  const isSent = (await attempt(() => addRecords(audience, records))) !== undefined
  if (isSent) say(vi.proposals.editor.sent(drafts.length))
  return isSent
}

function withWanted(report: Report, target: ProposeTarget, wanted: Wanted): Report {
  if (target.kind === 'block' && wanted.kind === 'blocks')
    return { ...report, text: withBlocks(report.text, target.block, named(wanted.blocks, target.block)) }
  if (target.kind === 'note' && wanted.kind === 'note')
    return { ...report, notes: new Map([...report.notes, [target.note, wanted.body]]) }
  if (target.kind === 'cell' && wanted.kind === 'cell') return withCell(report, target, wanted.words)
  const options = target.kind === 'options' ? report.options.get(target.options) : undefined
  if (!options || wanted.kind !== 'choice') return report
  return {
    ...report,
    options: new Map([...report.options, [options.id, { ...options, chosen: wanted.chosen }]]),
  }
}

function withCell(report: Report, target: Extract<ProposeTarget, { kind: 'cell' }>, words: string): Report {
  const table = report.indicators.get(target.table)
  if (!table) return report
  const rows = table.rows.map(row => (row.id === target.row ? { ...row, [target.column]: words } : row))
  return { ...report, indicators: new Map([...report.indicators, [table.id, { ...table, rows }]]) }
}

/** The first block is the one that was there, even where everything in it was typed over; others get ids of their own. */
function named(blocks: readonly Node[], id: BlockId): readonly Node[] {
  const isThere = blocks.some(block => blockIdOf(block) === id)
  return blocks.map((block, at) => {
    const own = at === 0 && !isThere ? id : blockIdOf(block) || newBlockId()
    return block.type.create({ ...block.attrs, id: own }, block.content, block.marks)
  })
}

/** The text with other blocks in place of one, wherever it stands. */
export function withBlocks(node: Node, id: BlockId, blocks: readonly Node[]): Node {
  if (node.isTextblock || node.isLeaf) return node
  const children = node.content.content.flatMap(child =>
    child.isTextblock && blockIdOf(child) === id ? blocks : [withBlocks(child, id, blocks)],
  )
  const isSame =
    children.length === node.childCount && children.every((child, at) => child === node.child(at))
  return isSame ? node : node.copy(Fragment.fromArray(children))
}
