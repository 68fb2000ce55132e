import { describe, expect, test } from 'vitest'
import { anchorIndex } from '../../../shared/review/anchor-index'
import { planProposals } from '../../../shared/review/apply-all'
import { applyProposal } from '../../../shared/review/apply-proposal'
import { editReport } from '../../../shared/review/apply-report'
import { proposeEdits, type ProposalDraft } from '../../../shared/review/propose-edits'
import { blocksOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { editedCopy, proposed } from '../../support/edited-copy'
import { randomFrom } from '../../support/random'
import { randomReport } from '../../support/random-report'

const seeds = Array.from({ length: 60 }, (_, index) => index + 1)

const after = (base: Report, drafts: readonly ProposalDraft[]): Report => {
  const { taken } = planProposals(drafts, anchorIndex(base))
  return {
    ...base,
    ...editReport(
      base,
      taken.map(({ edit }) => edit),
    ),
  }
}

/** As people do it: each is looked for in what the one before has left. */
function oneByOne(base: Report, drafts: readonly ProposalDraft[]): { report: Report; left: number } {
  let report = base
  let left = 0
  for (const draft of drafts) {
    const applied = applyProposal(draft, anchorIndex(report))
    if (applied.kind === 'edit') report = { ...report, ...editReport(report, [applied.edit]) }
    else left++
  }
  return { report, left }
}

describe('one person proposes', () => {
  test.each(seeds)('accepting all of it gives the edited copy, proposing changes nothing (seed %i)', seed => {
    const base = randomReport(seed)
    const before = proposed(base)
    const copy = editedCopy(base, { random: randomFrom(seed), isOwn: () => true })
    const drafts = proposeEdits(anchorIndex(base), copy)
    expect(drafts.length).toBeGreaterThan(3)
    expect(proposed(base)).toEqual(before)
    expect(proposed(after(base, drafts))).toEqual(proposed(copy))
  })

  test.each(seeds)('accepted one after the other, none is in the way of another (seed %i)', seed => {
    const base = randomReport(seed)
    const random = randomFrom(seed)
    const copy = editedCopy(base, { random, isOwn: () => true })
    const drafts = [...proposeEdits(anchorIndex(base), copy)]
    const { report, left } = oneByOne(base, drafts)
    expect(left).toBe(0)
    expect(proposed(report)).toEqual(proposed(copy))
  })
})

describe('two people propose at once', () => {
  /** Who of the two a block, note, row or choice belongs to. */
  const ownerOf = (base: Report, seed: number): ((id: string) => 'ana' | 'ben' | null) => {
    const random = randomFrom(seed + 1_000)
    const owners = new Map(idsOf(base).map(id => [id, random() < 0.5 ? ('ana' as const) : ('ben' as const)]))
    return id => owners.get(id) ?? null
  }

  test.each(seeds)('what does not meet comes together exactly, in both orders (seed %i)', seed => {
    const base = randomReport(seed)
    const owner = ownerOf(base, seed)
    const edit = (report: Report, who: 'ana' | 'ben'): Report =>
      editedCopy(report, { random: randomFrom(who === 'ana' ? seed : -seed), isOwn: id => owner(id) === who })
    const ana = proposeEdits(anchorIndex(base), edit(base, 'ana'))
    const ben = proposeEdits(anchorIndex(base), edit(base, 'ben'))
    const both = proposed(edit(edit(base, 'ana'), 'ben'))
    for (const drafts of [
      [...ana, ...ben],
      [...ben, ...ana],
    ]) {
      expect(proposed(after(base, drafts))).toEqual(both)
      const { report, left } = oneByOne(base, drafts)
      // A note whose mark was in a block that the other deletes is no longer in the report.
      if (left === 0) expect(proposed(report)).toEqual(both)
    }
  })

  test.each(seeds)('what meets stays open, with what stands there now (seed %i)', seed => {
    const base = randomReport(seed)
    const ana = editedCopy(base, { random: randomFrom(seed), isOwn: () => true }, 0.7)
    const ben = editedCopy(base, { random: randomFrom(seed + 500), isOwn: () => true }, 0.7)
    const index = anchorIndex(base)
    const drafts = [...proposeEdits(index, ana), ...proposeEdits(index, ben)]
    const { taken, left } = planProposals(drafts, index)
    const count = proposeEdits(index, ana).length
    expect(taken.slice(0, count).map(({ proposal }) => proposal)).toEqual(drafts.slice(0, count))
    expect(taken.length + left.length).toBe(drafts.length)
    expect(left.length).toBeGreaterThan(0)
    const now = anchorIndex({
      ...base,
      ...editReport(
        base,
        taken.map(({ edit }) => edit),
      ),
    })
    for (const { proposal } of left) {
      const { change } = proposal
      if (change.kind === 'cell') expect(applyProposal(proposal, now).kind).not.toBe('edit')
    }
  })
})

const idsOf = ({ text, notes, indicators, options }: Report): string[] => [
  ...blocksOf(text).map(block => block.attrs['id'] as string),
  ...notes.keys(),
  ...[...indicators.values()].flatMap(({ rows }) => rows.map(({ id }) => id)),
  ...options.keys(),
]
