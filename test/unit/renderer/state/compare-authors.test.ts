import { expect, test } from 'vitest'
import { spansBetween } from '../../../../renderer/state/compare-authors'
import type { Source } from '../../../../shared/versions/source'
import type { Version } from '../../../../shared/versions/version'

const versions = ['one', 'two', 'three'].map(id => ({ id }) as Version)
const at = (id: string): Source => ({ kind: 'version', id })
const today: Source = { kind: 'today' }

test('who wrote between two sides is asked for each span between them, whichever is the older', () => {
  expect(spansBetween({ was: at('one'), now: at('three') }, versions)).toEqual(['two', 'three'])
  expect(spansBetween({ was: at('three'), now: at('one') }, versions)).toEqual(['two', 'three'])
  expect(spansBetween({ was: at('two'), now: today }, versions)).toEqual(['three', null])
})

test('of a file nobody knows who wrote it', () => {
  expect(spansBetween({ was: at('one'), now: { kind: 'file', token: 't' } }, versions)).toEqual([])
})
