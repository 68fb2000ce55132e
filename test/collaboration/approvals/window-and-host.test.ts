// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { fingerprintsOf } from '../../../shared/approvals/section-fingerprint'
import type { BlockId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import type { Report } from '../../../shared/report/report'
import { readReport } from '../../../shared/sync/read-report'
import { gateReport } from '../../support/gate-report'
import { wordsIn } from '../../support/shared-blocks'
import { bothOrders, twoWriters } from '../../support/writers'

const all = ['A', 'A1', 'L', 'L1', 'B', 'C'] as BlockId[]
const prints = (report: Report) => all.map(section => fingerprintsOf(report).get(section))

test.each(bothOrders)(
  'an editor and a host see one fingerprint, whatever marks meet (clients %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(gateReport(), ids)
    const before = prints(ana.session.report())
    expect(before).toEqual(prints(readReport(ana.body)))
    ana.view.dispatch(ana.view.state.tr.addMark(2, 6, schema.mark('strong')).insertText('mới ', 3))
    wordsIn(ben.body, 'L-p').format(0, 6, { em: {}, superscript: {} })
    wordsIn(ben.body, 'L-p').format(3, 6, { strong: {}, subscript: {} })
    wordsIn(ana.body, 'L-p').format(2, 8, { subscript: {} })
    applyUpdate(ana.body, encodeStateAsUpdate(ben.body))
    applyUpdate(ben.body, encodeStateAsUpdate(ana.body))
    for (const { session, body } of [ana, ben])
      expect(prints(session.report())).toEqual(prints(readReport(body)))
    expect(prints(ana.session.report())).toEqual(prints(ben.session.report()))
    expect(prints(ana.session.report())[2]).not.toBe(before[2])
  },
)
