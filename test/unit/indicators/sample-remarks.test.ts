import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkRemark } from '../../../shared/indicators/status-remark'
import { parseTarget } from '../../../shared/indicators/parse-target'
import { row } from '../../support/build-indicators'

const sample = new URL('../../../../shared/sample/draft-2.txt', import.meta.url)

/** The table of the text draft: seven lines a row, TT first, each begun by a tab. */
function sampleRows() {
  const lines = readFileSync(sample, 'utf8').split('\n')
  const cells = lines.filter(line => line.startsWith('\t')).map(line => line.slice(1).trim())
  const first = cells.indexOf('I')
  return Array.from({ length: Math.floor((cells.length - first) / 7) }, (_, index) => {
    const [tt = '', name = '', unit = '', base = '', target = '', result = '', remark = ''] = cells.slice(
      first + index * 7,
      first + index * 7 + 7,
    )
    return row({
      kind: /^[A-Z]+$/.test(tt) ? 'group' : tt ? 'indicator' : 'sub',
      name,
      unit,
      base,
      target,
      result,
      remark,
    })
  })
}

test.skipIf(!existsSync(sample))(
  'every target of the real table is understood, and most remarks are confirmed',
  () => {
    const data = sampleRows().filter(each => each.kind !== 'group' && each.result !== '')
    expect(data).toHaveLength(35)
    expect(data.map(each => parseTarget(each.target).kind)).not.toContain('unparsed')
    const kinds = data.map(each => checkRemark(each).kind)
    const count = (kind: string) => kinds.filter(each => each === kind).length
    // Differing: a share above its range, and 6 against "≥ 5", both remarked as plainly reached. Not comparable:
    // eight plain figures whose direction nobody has typed, and one remark that only expects.
    expect([count('agrees'), count('differs'), count('not-comparable')]).toEqual([24, 2, 9])
  },
)
