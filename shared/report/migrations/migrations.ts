import type { Doc } from 'yjs'

/** Turns a report of version `to - 1` into one of version `to`, in place. Never edited once released. */
export interface Migration {
  readonly to: number
  readonly migrate: (body: Doc) => void
}

/** One file a step, in order. Empty: version 1 is the first. */
export const migrations: readonly Migration[] = []

/** Brings a report of version `from` up to `version`, in one transaction. Throws an Error where a step is missing. */
export function migrateReport(
  body: Doc,
  from: number,
  version: number,
  steps: readonly Migration[] = migrations,
): void {
  body.transact(() => {
    for (let to = from + 1; to <= version; to++) {
      const step = steps.find(candidate => candidate.to === to)
      if (!step) throw new Error(`No migration to version ${to}`)
      step.migrate(body)
    }
  })
}
