import { emptyFields } from './fields'
import { newBlockId } from './ids'
import type { Report } from './report'
import { schema } from './schema'

/** A report to begin with: one empty paragraph to type in. */
export function emptyReport(profile: string): Report {
  const paragraph = schema.node('paragraph', { id: newBlockId() })
  return {
    fields: { ...emptyFields, profile },
    text: schema.node('report', null, [schema.node('sheet', null, [paragraph])]),
    notes: new Map(),
    indicators: new Map(),
    options: new Map(),
  }
}
