// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { NoteRow, type NoteActs } from '../../../../../renderer/panels/notes/NoteRow'
import type { NoteId } from '../../../../../shared/report/ids'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

test('a note keeps its editor when its number changes, and is named by the new number', () => {
  const unmount = vi.fn<() => void>()
  const mount = vi.fn<NoteActs['mount']>((_id, dom, labelledBy) => {
    dom.setAttribute('aria-labelledby', labelledBy)
    return unmount
  })
  const acts = { mount } as Partial<NoteActs> as NoteActs
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const draw = (number: number | null) =>
    act(() =>
      root.render(
        <NoteRow
          note={{ id: 'n' as NoteId, number }}
          here={false}
          inView={false}
          readOnly={false}
          acts={acts}
        />,
      ),
    )
  const nameOf = (dom: Element) => document.getElementById(dom.getAttribute('aria-labelledby')!)?.textContent
  draw(1)
  draw(2)
  expect(mount).toHaveBeenCalledTimes(1)
  expect(unmount).not.toHaveBeenCalled()
  expect(nameOf(place.querySelector('.body')!)).toBe('Nội dung chú thích 2')
  act(() => root.unmount())
  expect(unmount).toHaveBeenCalledTimes(1)
})
