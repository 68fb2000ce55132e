import type { Doc } from 'yjs'
import type { FieldName } from '../../../shared/report/fields'
import { byHand, fieldsOf } from '../../../shared/sync/report-doc'
import { mayChangeFields } from '../rights/rights'
import { cleanText } from '../../../shared/util/text'

/** Writes one field; what is already so is left alone. */
export function setField(body: Doc, name: FieldName, value: string): void {
  const clean = cleanText(value)
  if ((fieldsOf(body).get(name) ?? '') === clean || !mayChangeFields(body)) return
  body.transact(() => fieldsOf(body).set(name, clean), byHand)
}
