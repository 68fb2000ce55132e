import type { Version } from '../../../shared/versions/version'

/** A frozen draft, or the versions that the program made between two of them. */
export type Row =
  | { readonly kind: 'draft'; readonly version: Version }
  | { readonly kind: 'automatic'; readonly versions: readonly Version[] }

/** The newest first; `all` is the oldest first. */
export function rowsOf(all: readonly Version[]): readonly Row[] {
  const rows: Row[] = []
  let between: Version[] = []
  const close = (): void => {
    if (between.length > 0) rows.push({ kind: 'automatic', versions: between })
    between = []
  }
  for (const version of [...all].reverse())
    if (version.number === null) between.push(version)
    else {
      close()
      rows.push({ kind: 'draft', version })
    }
  close()
  return rows
}

/** What a list shows when these groups (named after their newest) are open, in its order. */
export const shownIn = (rows: readonly Row[], open: ReadonlySet<string>): readonly Version[] =>
  rows.flatMap(row =>
    row.kind === 'draft' ? [row.version] : open.has(groupOf(row.versions)) ? row.versions : [],
  )

export const groupOf = (versions: readonly Version[]): string => versions[0]?.id ?? ''
