import type { Doc } from 'yjs'
import type { TableId } from '../../../shared/report/ids'
import type { Report } from '../../../shared/report/report'
import { anchorIndex, type AnchorIndex } from '../../../shared/review/anchor-index'
import type { AnchorPlace } from '../../../shared/review/anchor-place'
import { createPlaceKeeper, type PlaceKeeper } from '../../../shared/review/keep-places'
import { makeAnchor } from '../../../shared/review/make-anchor'
import { drawAnnotations } from '../../editor/review/annotation-marks'
import type { AnnotatedCell, ReviewPlaces } from '../../editor/review/review-places'
import { spotHere } from '../../editor/review/spot-here'
import type { Editors } from './editors'
import { goToSpot, showSpot } from './go-to-spot'
import { createIdleWork, type IdleWork } from './idle-work'
import type { Listeners } from './listeners'
import { cellsByTable, idsHere, marksByView, type Drawn } from './review-marks'

interface Sources {
  readonly body: Doc
  readonly editors: Editors
  readonly report: () => Report
  /** Writes letters that wait: anchors are tied to letters of the shared document. */
  readonly settle: () => void
  readonly listeners: Listeners
}

export interface OwnReviewPlaces extends ReviewPlaces {
  /** An editor has come. */
  readonly redraw: () => void
  readonly stop: () => void
}

/** Milliseconds without a change before places are looked for again; until then they are shifted with the text. */
const pause = 400

export function createReviewPlaces(sources: Sources): OwnReviewPlaces {
  const { editors, listeners } = sources
  const keeper = createPlaceKeeper()
  const indexNow = indexing(sources)
  const drawing = createDrawing(editors)
  const now: Mutable<Drawn> = { shown: [], places: new Map(), chosen: null }
  const look = createLooking(sources, now, { indexNow, keeper, drawing })
  return {
    show(next) {
      if (next === now.shown) return
      const left = new Set(next.map(({ id }) => id))
      for (const id of [...now.places.keys()]) if (!left.has(id)) now.places.delete(id)
      now.shown = next
      look.now()
    },
    placeOf: id => now.places.get(id) ?? null,
    find: anchor => keeper.resolve(anchor, indexNow()),
    goTo(id, { focus = true } = {}) {
      const annotation = now.shown.find(each => each.id === id)
      const place = annotation && keeper.resolve(annotation.anchor, indexNow())
      const spot = place && (place.kind === 'detached' ? place.near : place.at)
      return spot ? (focus ? goToSpot : showSpot)(editors, spot) : false
    },
    atCaret: sameWhileEqual(() => idsHere(editors, now)),
    choose(id) {
      if (id === now.chosen) return
      now.chosen = id
      look.now()
      listeners.soon()
    },
    chosen: () => now.chosen,
    cellsOf: drawing.cellsOf,
    anchorHere() {
      const index = indexNow()
      return makeAnchor(spotHere(editors.place(), editors.active()?.state ?? null, index), index)
    },
    anchorAt: spot => makeAnchor(spot, indexNow()),
    index: indexNow,
    goToSpot: (spot, { focus = true } = {}) => (focus ? goToSpot : showSpot)(editors, spot),
    subscribe: listeners.subscribe,
    redraw() {
      if (now.shown.length > 0) look.now()
    },
    stop: look.stop,
  }
}

interface Mutable<Of extends Drawn> {
  shown: Of['shown']
  readonly places: Map<string, AnchorPlace>
  chosen: Of['chosen']
}

interface Tools {
  readonly indexNow: () => AnchorIndex
  readonly keeper: PlaceKeeper
  readonly drawing: ReturnType<typeof createDrawing>
}

/** Looks for all places in idle moments, and draws when all of them are known. */
function createLooking(
  { report, listeners }: Sources,
  drawn: Mutable<Drawn>,
  { indexNow, keeper, drawing }: Tools,
): Pick<IdleWork, 'now' | 'stop'> {
  /** The state for which all places were found. */
  let looked: Report | null = null
  const work = createIdleWork(pause, () => {
    const index = indexNow()
    const finish = (): void => {
      // What was typed meanwhile has shifted everything.
      if (report() !== index.report || !drawing.draw(drawn, index)) {
        work.soon()
        return
      }
      looked = index.report
      listeners.soon()
    }
    return [
      ...drawn.shown.map(
        ({ id, anchor }) =>
          () =>
            void drawn.places.set(id, keeper.resolve(anchor, index)),
      ),
      finish,
    ]
  })
  const stopFollowing = listeners.subscribe(() => {
    if (drawn.shown.length > 0 && looked !== report()) work.soon()
  })
  return {
    now: work.now,
    stop() {
      stopFollowing()
      work.stop()
    },
  }
}

/** The index of the report as it is now; the same while nothing changed. */
function indexing({ settle, report, body }: Sources): () => AnchorIndex {
  let index: AnchorIndex | null = null
  return () => {
    settle()
    const now = report()
    return index?.report === now ? index : (index = anchorIndex(now, body))
  }
}

function createDrawing(editors: Editors) {
  let cells: ReadonlyMap<TableId, readonly AnnotatedCell[]> = new Map()
  const none: readonly AnnotatedCell[] = []
  return {
    cellsOf: (table: TableId) => cells.get(table) ?? none,
    /** False where an editor could not be drawn in now. */
    draw(drawn: Drawn, index: AnchorIndex): boolean {
      cells = cellsByTable(drawn, cells)
      const marks = marksByView(drawn, editors, index)
      return [...editors.all()].map(view => drawAnnotations(view, marks.get(view) ?? [])).every(Boolean)
    },
  }
}

function sameWhileEqual(compute: () => readonly string[]): () => readonly string[] {
  let known: readonly string[] = []
  return () => {
    const now = compute()
    return now.length === known.length && now.every((each, at) => each === known[at]) ? known : (known = now)
  }
}
