import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import type { Fields } from '../../shared/report/fields'
import { readFields } from '../../shared/sync/read-report'
import { fieldsOf } from '../../shared/sync/report-doc'

/** The fields above and below the text, as they stand now. */
export function useFields(body: Doc): Fields {
  const known = useRef<{ body: Doc; fields: Fields } | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      const hear = () => {
        known.current = null
        changed()
      }
      fieldsOf(body).observe(hear)
      return () => fieldsOf(body).unobserve(hear)
    },
    [body],
  )
  return useSyncExternalStore(subscribe, () => {
    if (known.current?.body !== body) known.current = { body, fields: readFields(body) }
    return known.current.fields
  })
}
