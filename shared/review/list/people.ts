/** Somebody in a list. `name` is empty where the committee does not know them, as in a report without one. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly unit: string
}

export type PersonOf = (member: string) => Person

export function peopleIn({ members }: { readonly members: readonly Person[] }): PersonOf {
  const known = new Map(members.map(({ id, name, unit }) => [id, { id, name, unit }]))
  return id => known.get(id) ?? { id, name: '', unit: '' }
}
