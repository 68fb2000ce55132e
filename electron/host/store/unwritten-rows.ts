import { afterKeeping, type KeptChange, type KeptRows, type KeptSubject } from './kept-rows'
import { mergeKept, recovered } from './merge-kept'
import type { RecoveryRecord } from './recovery-record'

export const isRecovered = (subject: KeptSubject): boolean => recovered.some(each => each === subject)

/** Kept rows that are in the recovery file, and wait for the report's own. */
export class UnwrittenRows {
  private waiting: { readonly before: KeptRows; readonly ours: KeptRows } | null = null
  private told: readonly RecoveryRecord[] = []

  constructor(private readonly inFile: () => KeptRows) {}

  get some(): boolean {
    return this.waiting !== null
  }

  /** As the file had them when it could be written last. */
  get before(): KeptRows {
    return this.waiting?.before ?? this.inFile()
  }

  /** As they are to be. */
  get now(): KeptRows {
    return this.waiting?.ours ?? this.inFile()
  }

  get changes(): readonly RecoveryRecord[] {
    return this.told
  }

  /** Adds one; it waits until it is written, or taken back by the returned function. */
  add(subject: KeptSubject, change: KeptChange): () => void {
    const { before, now, waiting, told } = this
    this.waiting = { before, ours: afterKeeping(now, subject, change) }
    this.told = [...told, { kind: 'change', subject, change }]
    return () => {
      this.waiting = waiting
      this.told = told
    }
  }

  /** Brings them into the file. Throws what `keep` does; then they wait on. */
  write(keep: (subject: KeptSubject, change: KeptChange) => void): void {
    if (!this.waiting) return
    const sides = { ...this.waiting, theirs: this.inFile() }
    for (const [subject, change] of mergeKept(sides)) keep(subject, change)
    this.forget()
  }

  forget(): void {
    this.waiting = null
    this.told = []
  }
}
