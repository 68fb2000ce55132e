import type { NodeType } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/host/gate/inspect'
import { attributeRule, isMarkValue } from '../../../shared/gate/attribute-values'
import { noLocks } from '../../../shared/permissions/locks'
import { noteSchema, schema } from '../../../shared/report/schema'
import { writeReport } from '../../../shared/sync/write-report'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { fullReport } from '../../support/full-report'
import { member } from '../../support/gate-room'
import { randomReport } from '../../support/random-report'

const everyNode: NodeType[] = [...Object.values(schema.nodes), ...Object.values(noteSchema.nodes)]

test.each(
  everyNode.flatMap(node => Object.entries(node.spec.attrs ?? {}).map(entry => [node, ...entry] as const)),
)('every attribute of the schema has a rule that its default obeys: %s %s', (node, name, spec) => {
  const rule = attributeRule(node, name)
  expect(rule).toBeDefined()
  expect(rule?.(spec.default)).toBe(true)
})

test('every mark of the schema has a value that is accepted', () => {
  for (const mark of Object.values(schema.marks))
    expect(isMarkValue(mark, mark.name === 'link' ? { href: 'https://a.vn' } : {})).toBe(true)
})

test.each(['constructor', '__proto__', 'toString'])('the inherited name %s is no attribute', name => {
  expect(attributeRule(schema.nodes['paragraph'], name)).toBeUndefined()
})

test.each([
  ['full', fullReport()] as const,
  ...[1, 2, 3].map(seed => [`random ${seed}`, randomReport(seed)] as const),
])('whatever a report may hold is understood by the gate (%s)', (_name, report) => {
  const body = new Doc()
  writeReport(body, report)
  const verdict = inspect(encodeStateAsUpdate(body), new Doc(), {
    author: member('thu-ky', 'secretary'),
    locks: noLocks,
    clients: { ownerOf: () => undefined },
  })
  expect(verdict).toMatchObject({ kind: 'allowed', newClients: [body.clientID] })
})
