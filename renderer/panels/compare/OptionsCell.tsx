import type { Node } from 'prosemirror-model'
import type { Difference } from '../../../shared/compare/difference'
import { alignWordings } from '../../../shared/compare/options-differences'
import type { Options, Wording } from '../../../shared/options/options'
import type { OptionsId } from '../../../shared/report/ids'
import { optionsIdOf } from '../../../shared/report/nodes'
import type { ComparedRow } from '../../state/compare-rows'
import { vi } from '../../wording/vi'
import { useCompared } from './compared'
import { wholeSpan } from './pieces'
import { Changed, PartWords, Pieces, PlainWords } from './Words'

/** Alternative wordings of both texts, and which of them is decided on. */
export function OptionsCell({ row }: { row: ComparedRow }) {
  const { was, now } = useCompared()
  const old = optionsIn(was.report.options, row.was[0])
  const fresh = optionsIn(now.report.options, row.now[0])
  const name = row.differences.find(each => isOf(each, null) && each.kind === 'words')
  const isWhole = row.kind === 'added' || row.kind === 'removed'
  return (
    <div className="compared-options">
      {alignWordings(old?.wordings ?? [], fresh?.wordings ?? []).map(({ was: [a = -1], now: [b = -1] }) => {
        const [before, after] = [old?.wordings[a], fresh?.wordings[b]]
        const wording = after ?? before
        if (!wording) return null
        return (
          <div key={wording.id} className="compared-wording">
            <span className="name">
              {name ? <PlainWords parts={name.parts} side="both" /> : (fresh ?? old)?.name}{' '}
              {(after ? b : a) + 1}
              <Chosen was={isChosen(old, before)} now={isChosen(fresh, after)} />
            </span>
            <WordingWords {...{ before, after, isWhole }} told={row.differences} />
          </div>
        )
      })}
    </div>
  )
}

const optionsIn = (options: ReadonlyMap<OptionsId, Options>, block: Node | undefined): Options | undefined =>
  block && options.get(optionsIdOf(block))

const isChosen = (options: Options | undefined, wording: Wording | undefined): boolean =>
  wording !== undefined && options?.chosen === wording.id

const isOf = ({ place }: Difference, wording: string | null): boolean =>
  place.kind === 'options' && place.wording === wording

function Chosen({ was, now }: { was: boolean; now: boolean }) {
  if (!was && !now) return null
  const kind = was === now ? 'same' : now ? 'added' : 'removed'
  return (
    <span className="compared-label">
      <Changed kind={kind}>{vi.compare.chosen}</Changed>
    </span>
  )
}

interface WordingWordsProps {
  readonly before: Wording | undefined
  readonly after: Wording | undefined
  readonly isWhole: boolean
  readonly told: readonly Difference[]
}

function WordingWords({ before, after, isWhole, told }: WordingWordsProps) {
  const { was, now, current } = useCompared()
  const wording = after ?? before
  if (!wording) return null
  const difference = told.find(each => isOf(each, wording.id) && each.kind !== 'moved')
  const nodes = [wording.body]
  return (
    <p
      data-difference={difference?.key}
      aria-current={difference && difference.key === current ? 'true' : undefined}
    >
      {difference && before && after ? (
        <PartWords parts={difference.parts} was={[before.body]} now={[after.body]} side="both" />
      ) : (
        <Changed kind={isWhole || (before && after) ? 'same' : after ? 'added' : 'removed'}>
          <Pieces nodes={nodes} span={wholeSpan(nodes)} text={after ? now : was} />
        </Changed>
      )}
    </p>
  )
}
