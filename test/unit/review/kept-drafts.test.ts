import { expect, test } from 'vitest'
import { keepDraft, readDrafts } from '../../../electron/host/review/kept-drafts'

/** What of a store is needed, in memory. */
function store() {
  const rows = new Map<string, Uint8Array>()
  return {
    rows,
    kept: () => rows,
    keep: (_subject: string, change: ReadonlyMap<string, Uint8Array | null>) => {
      for (const [name, bytes] of change)
        if (bytes) rows.set(name, bytes)
        else rows.delete(name)
    },
  }
}

const draft = { text: 'Nêu rõ nguồn', mentions: ['an'], audience: 'all', anchor: null } as const

test('what was begun is read again, until it is sent or given up', () => {
  const file = store()
  keepDraft(file, 'reply:abc', { ...draft, mentions: ['an'] })
  expect(readDrafts(file)).toEqual({ 'reply:abc': draft })
  keepDraft(file, 'reply:abc', null)
  expect(readDrafts(file)).toEqual({})
})

test('a damaged draft is left out and the others are read', () => {
  const file = store()
  keepDraft(file, 'new', { ...draft, mentions: ['an'] })
  file.rows.set('broken', Buffer.from('{'))
  file.rows.set('foreign', Buffer.from('{"text":1}'))
  expect(Object.keys(readDrafts(file))).toEqual(['new'])
})
