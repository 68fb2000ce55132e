import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { textOf } from '../../shared/sync/report-doc'
import type { Writer } from './writers'

/** Random edits type letters from here on, each only once, so that it is known who typed which and where it is. */
export const firstLetter = 0x4e00

export const lettersIn = (words: string): string[] => words.match(/[\u4e00-\u9fff]/g) ?? []

/** One writer's text, read from the shared document without editor or schema. */
interface Page {
  /** The shared elements (block and its sheet) that hold each letter. */
  readonly homes: ReadonlyMap<string, readonly string[]>
  readonly elements: ReadonlySet<string>
}

function readPage({ body }: Writer): Page {
  const homes = new Map<string, readonly string[]>()
  const elements = new Set<string>()
  const visit = (parent: XmlFragment, path: readonly string[]): void => {
    for (const child of parent.toArray()) {
      if (child instanceof XmlText) {
        const words = (child.toDelta() as { insert: unknown }[]).map(({ insert }) => String(insert)).join('')
        for (const letter of lettersIn(words)) homes.set(letter, path)
      } else if (child instanceof XmlElement) {
        const id = child._item?.id
        const key = `${id?.client} ${id?.clock}`
        elements.add(key)
        visit(child, [...path, key])
      }
    }
  }
  visit(textOf(body), [])
  return { homes, elements }
}

/** What must be there after two people have met; a plain account of letters that knows nothing of merging. */
export interface Account {
  /** Letters that must be there and are not. */
  readonly missing: readonly string[]
  /** Letters that may be gone: typed into what the other one took out or made anew meanwhile. */
  readonly excused: readonly string[]
}

/** Begins to watch two writers who have the same text now; the answer settles the account once they have met. */
export function watchLetters(one: Writer, other: Writer): { readonly meeting: () => () => Account } {
  const before = readPage(one)
  return {
    meeting() {
      const pages = [readPage(one), readPage(other)] as const
      return () => {
        const now = readPage(one).homes
        const due = [...owed(before, pages[0], pages[1]), ...owed(before, pages[1], pages[0])]
        const gone = due.filter(({ letter }) => !now.has(letter))
        return {
          missing: gone.filter(({ excuse }) => !excuse).map(({ letter }) => letter),
          excused: gone.filter(({ excuse }) => excuse).map(({ letter }) => letter),
        }
      }
    },
  }
}

/** Letters of one writer that the other did not delete; excused where what held them is gone for the other. */
function owed(before: Page, mine: Page, theirs: Page): { letter: string; excuse: boolean }[] {
  return [...mine.homes].flatMap(([letter, path]) => {
    const wasThere = before.homes.has(letter)
    if (wasThere && !theirs.homes.has(letter)) return []
    const excuse = path.some(key => before.elements.has(key) && !theirs.elements.has(key))
    return [{ letter, excuse }]
  })
}
