import type { KeptChange } from '../store/kept-rows'
import type { ReportStore } from '../store/report-store'

/*
 * What the review keeps in the report's file, under the subject `review`; N is a number that grows:
 *
 *   all:N, leaders:N   changes of the rooms' documents, as Yjs updates (where this computer hosts the report)
 *   own:N              changes of the document of what only the person at this computer may read
 *   unsent:N           records on their way to the committee's host, as JSON (host/peer)
 */

const longest = { rows: 200, bytes: 1_000_000 }

/** Rows that are added one after another. */
export class KeptSeries {
  private readonly known = new Set<string>()
  private next = 0
  private bytes = 0

  constructor(
    private readonly store: Pick<ReportStore, 'kept' | 'keep'>,
    private readonly name: string,
  ) {
    for (const [row] of this.found()) {
      this.known.add(row)
      this.next = Math.max(this.next, numberOf(row) + 1)
    }
  }

  /** Time to have fewer of them. */
  get isLong(): boolean {
    return this.known.size > longest.rows || (this.known.size > 1 && this.bytes > longest.bytes)
  }

  /** What the file holds, oldest first. */
  rows(): Uint8Array[] {
    return this.found().map(([, bytes]) => bytes)
  }

  /** In the file when this returns, all of them. Throws a Failure where that cannot be; then none is. */
  add(rows: readonly Uint8Array[]): void {
    this.keep(new Map(rows.map((bytes, at) => [this.rowAt(at), bytes])))
    this.bytes += rows.reduce((sum, { length }) => sum + length, 0)
  }

  /** Puts these in place of all that were there. Throws as `add`. */
  replace(rows: readonly Uint8Array[]): void {
    const gone = [...this.known].map((row): [string, null] => [row, null])
    this.keep(new Map([...gone, ...rows.map((bytes, at): [string, Uint8Array] => [this.rowAt(at), bytes])]))
    this.bytes = 0
  }

  private keep(change: KeptChange): void {
    this.store.keep('review', change)
    for (const [row, bytes] of change)
      if (bytes === null) this.known.delete(row)
      else {
        this.known.add(row)
        this.next++
      }
  }

  private found(): [string, Uint8Array][] {
    const rows = [...this.store.kept('review')].filter(([row]) => row.startsWith(`${this.name}:`))
    return rows.sort(([a], [b]) => numberOf(a) - numberOf(b))
  }

  private rowAt(index: number): string {
    return `${this.name}:${this.next + index}`
  }
}

const numberOf = (row: string): number => Number(row.slice(row.indexOf(':') + 1))
