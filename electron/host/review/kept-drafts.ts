import { Draft } from '../../../shared/ipc/drafts'
import type { ReportStore } from '../store/report-store'

type DraftStore = Pick<ReportStore, 'kept' | 'keep'>

/** What the person has begun to write about the report, by name; a damaged row is as if it were not there. */
export function readDrafts(store: Pick<DraftStore, 'kept'>): Record<string, Draft> {
  const drafts: Record<string, Draft> = {}
  for (const [name, bytes] of store.kept('draft')) {
    const draft = Draft.safeParse(parsed(bytes))
    if (draft.success) drafts[name] = draft.data
  }
  return drafts
}

/** Puts it on the disk, or takes it away (null). Throws a Failure where the file cannot be written. */
export const keepDraft = (store: DraftStore, name: string, draft: Draft | null): void =>
  store.keep('draft', new Map([[name, draft && Buffer.from(JSON.stringify(draft))]]))

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
