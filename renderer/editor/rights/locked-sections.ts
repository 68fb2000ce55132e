import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { BlockId } from '../../../shared/report/ids'
import { isHeading } from '../../../shared/report/nodes'
import { changedSheets, sheetsBetween } from '../sync/changed-sheets'
import type { Rights } from './rights'
import { headingsIn, pathBefore, pathBehind, type Path } from './section-paths'

interface Shown {
  readonly locks: ReadonlySet<BlockId>
  readonly marks: DecorationSet
}

const key = new PluginKey<Shown>('locked-sections')
const noLocks: ReadonlySet<BlockId> = new Set()

/** Marks the blocks of locked sections in the margin. The caret may stand there, and words may be copied. */
export function lockedSections(rights: Rights): Plugin<Shown> {
  const locksNow = (): ReadonlySet<BlockId> => rights.permissions()?.locks.sections ?? noLocks
  return new Plugin({
    key,
    state: {
      init: (_config, { doc }) => markAll(doc, locksNow()),
      apply(tr, shown, before) {
        if (tr.getMeta(key)) return markAll(tr.doc, locksNow())
        if (!tr.docChanged || shown.locks.size === 0) return shown
        return hasMovedHeadings(before.doc, tr.doc)
          ? markAll(tr.doc, shown.locks)
          : remark(shown, tr, before.doc)
      },
    },
    props: { decorations: state => key.getState(state)?.marks },
    view: view => ({
      destroy: rights.onChange(() => {
        if (locksNow() !== key.getState(view.state)?.locks) view.dispatch(view.state.tr.setMeta(key, true))
      }),
    }),
  })
}

function hasMovedHeadings(before: Node, after: Node): boolean {
  const { first, oldEnd, newEnd } = changedSheets(before, after)
  return headingsIn(sheetsBetween(before, first, oldEnd)) !== headingsIn(sheetsBetween(after, first, newEnd))
}

function markAll(text: Node, locks: ReadonlySet<BlockId>): Shown {
  if (locks.size === 0) return { locks, marks: DecorationSet.empty }
  const marks: Decoration[] = []
  let path: Path = []
  text.forEach((sheet, pos) => {
    marks.push(...marksIn(sheet, pos, path, locks))
    path = pathAfter(path, sheet)
  })
  return { locks, marks: DecorationSet.create(text, marks) }
}

/** Where no heading changed, only the sheets of the edit are marked anew. */
function remark({ locks, marks }: Shown, tr: Transaction, before: Node): Shown {
  const { first, newEnd, from, newTo } = changedSheets(before, tr.doc)
  const kept = marks.map(tr.mapping, tr.doc)
  const fresh: Decoration[] = []
  let path = pathBefore(tr.doc, first)
  let pos = from
  for (const sheet of sheetsBetween(tr.doc, first, newEnd)) {
    fresh.push(...marksIn(sheet, pos, path, locks))
    path = pathAfter(path, sheet)
    pos += sheet.nodeSize
  }
  return { locks, marks: kept.remove(kept.find(from, newTo)).add(tr.doc, fresh) }
}

const pathAfter = (path: Path, sheet: Node): Path =>
  sheet.content.content.reduce((over, block) => pathBehind(over, block), path)

function marksIn(sheet: Node, sheetPos: number, start: Path, locks: ReadonlySet<BlockId>): Decoration[] {
  const marks: Decoration[] = []
  let path = start
  sheet.forEach((block, offset) => {
    path = pathBehind(path, block)
    if (!path.some(({ id }) => locks.has(id))) return
    const from = sheetPos + 1 + offset
    const isFirst = isHeading(block) && locks.has(path.at(-1)?.id ?? ('' as BlockId))
    marks.push(Decoration.node(from, from + block.nodeSize, isFirst ? opening : inside))
  })
  return marks
}

const inside = { class: 'locked' }
const opening = { class: 'locked', 'data-lock': '' }
