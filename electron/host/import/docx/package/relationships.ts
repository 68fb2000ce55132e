import { type Budget, readPart } from '../xml/read-part'
import type { Package } from './open-package'

export interface Relationship {
  /** The last piece of its type: 'styles', 'hyperlink', 'image', … */
  readonly type: string
  /** Name of the part in the package; for an external one its address, which is never fetched. */
  readonly target: string
  readonly external: boolean
}

export type Relationships = ReadonlyMap<string, Relationship>

/** What a part ('' = the package itself) points to, by relationship id. */
export async function readRelationships(file: Package, part: string, budget: Budget): Promise<Relationships> {
  const slash = part.lastIndexOf('/') + 1
  const root = await readPart(file, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, budget)
  const relationships = new Map<string, Relationship>()
  for (const { attributes } of root?.children ?? []) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
    const external = mode === 'External'
    relationships.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(part, target.replace(/\\/g, '/')),
      external,
    })
  }
  return relationships
}

export const targetOfType = (relationships: Relationships, type: string): string | undefined =>
  [...relationships.values()].find(found => found.type === type && !found.external)?.target

function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
