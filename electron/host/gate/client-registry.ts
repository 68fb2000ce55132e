/** Under which client ids each member has written. Kept with the ledger, so that it outlives a restart. */
export interface ClientRegistry {
  /** The member who writes under this id, or undefined where nobody has yet. */
  readonly ownerOf: (client: number) => string | undefined
}
