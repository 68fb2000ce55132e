import type { BlockId } from '../report/ids'

/** A locked section: nobody changes a word of it, its inner sections included, nor where it stands. */
export interface Lock {
  readonly section: BlockId
  /** The shared element of its heading, "client:clock" in Yjs. An id is an attribute; this cannot be rewritten. */
  readonly element: string
}

export interface Locks {
  readonly sections: ReadonlySet<BlockId>
  readonly elements: ReadonlySet<string>
}

export const noLocks: Locks = { sections: new Set(), elements: new Set() }

export const lockSet = (locks: readonly Lock[]): Locks => ({
  sections: new Set(locks.map(lock => lock.section)),
  elements: new Set(locks.map(lock => lock.element)),
})
