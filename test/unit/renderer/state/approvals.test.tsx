// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { useStates, watchApprovals } from '../../../../renderer/state/approvals'
import type { ReportSession } from '../../../../renderer/state/report-session'
import { SessionProvider } from '../../../../renderer/state/use-session'
import { heading, paragraph, report, sheet, text } from '../../../support/build-report'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const open = report({ text: text(sheet(heading('roman', 'Kinh tế', 'economy'), paragraph('Thu tăng.'))) })
const session = {
  report: () => open,
  text: () => open.text,
  subscribe: () => () => undefined,
} as Partial<ReportSession> as ReportSession

function Shown() {
  return <p>{[...useStates().keys()].join()}</p>
}

test('what shows the states of sections has them at once, also in the first moments of a report', () => {
  const stop = watchApprovals(session)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  act(() =>
    root.render(
      <SessionProvider value={session}>
        <Shown />
      </SessionProvider>,
    ),
  )
  expect(place.textContent).toBe('economy')
  act(() => root.unmount())
  stop()
})
