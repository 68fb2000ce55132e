import { decodeStateVector, encodeStateVector, type Doc } from 'yjs'
import type { Confirmed } from './membership'

/** After the last edit, until the host is asked whether it has it; while somebody goes on writing, at most so long (ms). */
const [lull, longest] = [700, 5000]

/**
 * Knows which edits of this computer the host has confirmed. A host writes before it answers what a peer lacks, so the
 * answer to a question that was asked after an edit is a receipt for it; over each connection only once the host has
 * been told what was written before, or it would answer without having heard of it.
 */
export class Receipts {
  private edits = 0
  private confirmed = 0
  private vector: Uint8Array | null
  private readonly asked: { readonly edits: number; readonly vector: Uint8Array }[] = []
  private timer: NodeJS.Timeout | undefined
  private waitingSince: number | null = null
  private isInStep = false

  constructor(
    private body: Doc,
    kept: Confirmed,
    /** Asks the host over the open connection; false where there is none. */
    private readonly ask: () => boolean,
    private readonly onChange: () => void,
  ) {
    this.vector = kept.vector
    // Edits whose number could not be written before a crash still count as one.
    const isBehind = kept.vector !== null && !covers(kept.vector, body)
    this.edits = Math.max(kept.unsent, isBehind ? 1 : 0)
  }

  get unsent(): number {
    return this.edits - this.confirmed
  }

  /** For the file. Where nothing is unsent, all that is here came from the host or was confirmed by it. */
  get current(): Confirmed {
    const { unsent } = this
    return { unsent, vector: unsent === 0 && this.vector ? encodeStateVector(this.body) : this.vector }
  }

  /** Something was written here that the host does not know of. */
  edited(): void {
    this.edits++
    this.onChange()
    this.plan()
  }

  /** Host and peer have told each other everything: what was written without a connection can be asked about. */
  inStep(): void {
    this.isInStep = true
    if (this.unsent > 0) this.question()
    else this.vector = encodeStateVector(this.body)
    this.onChange()
  }

  answered(): void {
    const question = this.asked.shift()
    if (!question) return
    this.confirmed = question.edits
    this.vector = question.vector
    this.onChange()
    if (this.unsent > 0) this.plan()
  }

  /** What was asked over a connection that is gone is never answered. */
  disconnected(): void {
    this.isInStep = false
    clearTimeout(this.timer)
    this.waitingSince = null
    this.asked.length = 0
  }

  /** The replica was made anew from the host's: nothing in it is unsent. */
  restart(body: Doc): void {
    this.disconnected()
    this.body = body
    this.confirmed = this.edits
    this.vector = encodeStateVector(body)
    this.onChange()
  }

  private plan(): void {
    this.waitingSince ??= Date.now()
    const left = Math.max(0, this.waitingSince + longest - Date.now())
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.question(), Math.min(lull, left))
    this.timer.unref()
  }

  private question(): void {
    clearTimeout(this.timer)
    this.waitingSince = null
    if (!this.isInStep) return
    const question = { edits: this.edits, vector: encodeStateVector(this.body) }
    if (this.ask()) this.asked.push(question)
  }
}

/** Whether a state vector names everything that the document holds. */
function covers(vector: Uint8Array, body: Doc): boolean {
  const known = decodeStateVector(vector)
  const held = decodeStateVector(encodeStateVector(body))
  return [...held].every(([client, clock]) => (known.get(client) ?? 0) >= clock)
}
