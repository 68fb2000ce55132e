// @vitest-environment jsdom
import type { NodeView } from 'prosemirror-view'
import { beforeEach, expect, test, vi } from 'vitest'
import { createMountedBlocks } from '../../../renderer/editor/node-views/mounted-blocks'
import { schema } from '../../../shared/report/schema'

/** What is watched; calling one says that it came near the screen. The page has one watcher for all. */
const watched = new Map<Element, () => void>()

vi.stubGlobal(
  'IntersectionObserver',
  class {
    constructor(private readonly hear: (entries: { isIntersecting: boolean; target: Element }[]) => void) {}
    observe(target: Element): void {
      watched.set(target, () => this.hear([{ isIntersecting: true, target }]))
    }
    unobserve(target: Element): void {
      watched.delete(target)
    }
  },
)
beforeEach(() => watched.clear())

/** A report with so many choices of wordings, and the ids of those that are drawn. */
function choices(count: number) {
  const drawn: string[] = []
  const blocks = createMountedBlocks()
  blocks.mountBlock('options', (_dom, id) => {
    drawn.push(id)
    return () => void drawn.splice(drawn.indexOf(id), 1)
  })
  const viewOf = blocks.viewOf('options') as unknown as (node: unknown) => NodeView
  const views = Array.from({ length: count }, (_, index) =>
    viewOf(schema.node('options', { id: `${index}` })),
  )
  return { blocks, views, drawn }
}

test('a usual report has all its tables and choices drawn at once', () => {
  expect(choices(8).drawn).toHaveLength(8)
})

test('in a long report what is further down is drawn when it comes near the screen, and once', () => {
  const { views, drawn } = choices(10)
  expect(drawn).not.toContain('9')
  const come = watched.get(views[9]?.dom as Element)
  come?.()
  come?.()
  expect(drawn.filter(id => id === '9')).toEqual(['9'])
  expect(drawn).not.toContain('8')
})

test('what a person is taken to is drawn, however far it is', () => {
  const { blocks, drawn } = choices(10)
  blocks.drawNow('9')
  blocks.drawNow('9')
  expect(drawn.filter(id => id === '9')).toEqual(['9'])
})

test('a block taken away is neither drawn later nor left drawn', () => {
  const { blocks, views, drawn } = choices(10)
  views[9]?.destroy?.()
  blocks.drawNow('9')
  views[0]?.destroy?.()
  expect(drawn).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  expect(watched.size).toBe(1)
})
