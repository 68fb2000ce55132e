import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A small file of the program's own. What it holds is checked at each reading: people and other versions touch it. */
export interface JsonFile<T> {
  /** The value, or `fallback` where the file is absent or does not hold one. */
  readonly read: () => T
  /** Replaces the file in one step. Throws what the disk says. */
  readonly write: (value: T) => void
}

export function jsonFile<S extends z.ZodType>(
  path: string,
  schema: S,
  fallback: z.output<S>,
): JsonFile<z.output<S>> {
  return {
    read: () => {
      const text = readIfThere(path)
      const parsed = schema.safeParse(text === null ? undefined : parseOrNull(text))
      return parsed.success ? parsed.data : fallback
    },
    write: value => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, JSON.stringify(value, null, 2))
      renameSync(`${path}.new`, path)
    },
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
