import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { SeenLook } from '../../../shared/ipc/seen'
import { piecesOf } from '../../../shared/seen/piece'
import { afterLooking, type Look } from '../../../shared/seen/looks'
import { wholeReport } from '../../../shared/permissions/member'
import { blockIdOf, isHeading } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { sectionsOf } from '../../../shared/report/sections'
import type { ReportStore } from '../store/report-store'

type SeenStore = Pick<ReportStore, 'kept' | 'keep'>

/** A piece's content, or null where the person has seen that the section is gone. */
interface GivenLook {
  readonly section: string
  readonly json: string | null
}

/**
 * What the person at this computer has seen of a report. In its file under the subject `seen`:
 *
 *   looks          which piece each section was, and when it was looked at, as JSON
 *   piece:<name>   the section's JSON, deflated, named by its sha256: what is the same is kept once
 */
export class Seen {
  private readonly listeners = new Set<() => void>()

  constructor(private readonly store: SeenStore) {}

  /** In the order in which the sections stood. Damaged rows are as if nobody had looked. */
  get looks(): readonly Look[] {
    const rows = this.store.kept('seen')
    const looks = z.array(SeenLook).safeParse(parsed(rows.get('looks')))
    return (looks.data ?? []).filter(({ piece }) => rows.has(piecePrefix + piece))
  }

  /** The JSON of pieces by name, as far as they are kept and whole. */
  pieces(names: readonly string[]): { name: string; json: string }[] {
    const rows = this.store.kept('seen')
    return names.flatMap(name => {
      const bytes = rows.get(piecePrefix + name)
      const json = bytes && inflated(bytes)
      return json !== undefined && nameOf(json) === name ? [{ name, json }] : []
    })
  }

  /** On the disk when this returns. `order`: the sections as they stand. Throws a Failure where it cannot be written. */
  mark(given: readonly GivenLook[], order: readonly string[]): void {
    const rows = this.store.kept('seen')
    const looks = afterLooking(
      this.looks,
      given.map(({ section, json }) => ({ section, piece: json === null ? null : nameOf(json) })),
      { at: new Date().toISOString(), order },
    )
    const wanted = new Set(looks.map(({ piece }) => piecePrefix + piece))
    const change = new Map<string, Uint8Array | null>([['looks', Buffer.from(JSON.stringify(looks))]])
    for (const { json } of given) {
      const name = json === null ? '' : piecePrefix + nameOf(json)
      if (json !== null && wanted.has(name) && !rows.has(name)) change.set(name, deflateRawSync(json))
    }
    for (const name of rows.keys())
      if (name.startsWith(piecePrefix) && !wanted.has(name)) change.set(name, null)
    this.store.keep('seen', change)
    for (const listener of this.listeners) listener()
  }

  /** The person approved a section: what is in it, inner sections included, was looked at as it stands. */
  markApproved(report: Report, section: string): void {
    const pieces = piecesOf(report)
    const found = sectionsOf(report.text).find(({ heading }) => blockIdOf(heading) === section)
    const inside = new Set<string>(found?.blocks.filter(isHeading).map(blockIdOf))
    const approved = section === wholeReport ? pieces : pieces.filter(piece => inside.has(piece.section))
    this.mark(
      approved,
      pieces.map(piece => piece.section),
    )
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}

const piecePrefix = 'piece:'

const nameOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 32)

function inflated(bytes: Uint8Array): string | undefined {
  try {
    return inflateRawSync(bytes).toString()
  } catch (error) {
    // The store checks every row; what is not deflated was written by nobody here.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function parsed(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
