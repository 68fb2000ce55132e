import type { FieldName } from '../report/fields'
import type { Report } from '../report/report'
import { problem, type Problem } from './problem'

/** Without these the first page has a hole. */
const needed = ['issuingBody', 'type', 'title'] as const satisfies readonly FieldName[]

export const fieldProblems = ({ fields }: Report): Problem[] =>
  needed
    .filter(name => fields[name].trim() === '')
    .map(name => problem('missing-field', { kind: 'field', name }))
