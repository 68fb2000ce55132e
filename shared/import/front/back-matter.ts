import type { Fields } from '../../report/fields'
import { itemsOf, type Item, type TableItem } from '../lines/items'
import { splitLine, type Line } from '../lines/line'
import { isAuthority, isBody, isRecipientsTitle, isRule } from './known-phrases'

export interface BackMatter {
  readonly fields: Partial<Fields>
  readonly rest: readonly Item[]
  readonly tables: number
}

type SignatureFields = Pick<Fields, 'authority' | 'position' | 'signer'>

/**
 * Takes the block of recipients and signature off the end: a table without data, in known phrases. It is only
 * taken from the very end, because the printed block stands there, and only whole.
 */
export function takeBackMatter(items: readonly Item[]): BackMatter {
  const end = items.findLastIndex(item => item.kind === 'table' || !isRule(item.text))
  const last = items[end]
  const fields = last?.kind === 'table' ? readBackTable(last) : undefined
  return fields ? { fields, rest: items.slice(0, end), tables: 1 } : { fields: {}, rest: items, tables: 0 }
}

function readBackTable(item: TableItem): Partial<Fields> | undefined {
  const { rows } = item.table
  if (rows.length === 0 || rows.length > 6 || rows.some(row => row.cells.length > 2)) return undefined
  const columns: [Line[], Line[]] = [[], []]
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      const lines = itemsOf(cell.blocks).map(inner => (inner.kind === 'line' ? splitLine(inner) : undefined))
      if (lines.some(line => line === undefined)) return undefined
      const column = row.cells.length === 1 ? columns[1] : columns[index === 0 ? 0 : 1]
      column.push(...lines.flatMap(line => line ?? []))
    }
  }
  return readColumns(columns)
}

function readColumns([left, right]: [Line[], Line[]]): Partial<Fields> | undefined {
  if ([...left, ...right].some(line => line.hasNotes)) return undefined
  const recipients = readRecipients(left)
  const signature = readSignature(right)
  const surely = recipients || right.some(line => isAuthority(line.text))
  if (recipients === undefined || !signature || !surely) return undefined
  return { recipients, ...signature }
}

/** The list under "Nơi nhận:", one a line, without the hyphens that are printed anyway. '' = an empty column. */
function readRecipients(lines: readonly Line[]): string | undefined {
  const [title, ...list] = lines
  if (!title) return ''
  if (!isRecipientsTitle(title.text)) return undefined
  return list.map(line => line.text.replace(/^[-–]\s*/u, '')).join('\n')
}

/** Authority, position and name from top to bottom; undefined where a line fits none ("(Đã ký)"). */
function readSignature(lines: readonly Line[]): SignatureFields | undefined {
  const ranked = lines.map(line => ({ text: line.text, rank: rankOf(line) }))
  if (ranked.some(({ rank }) => rank === undefined)) return undefined
  const ranks = ranked.map(({ rank }) => rank ?? 0)
  if (ranks.some((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0))) return undefined
  if (ranks.filter(rank => rank === 2).length > 1) return undefined
  const at = (rank: number): string =>
    ranked
      .filter(line => line.rank === rank)
      .map(line => line.text)
      .join('\n')
  return { authority: at(0), position: at(1), signer: at(2) }
}

function rankOf(line: Line): 0 | 1 | 2 | undefined {
  // A long authority runs on: "T/M BAN CHẤP HÀNH" / "ĐẢNG BỘ THÀNH PHỐ".
  if (isAuthority(line.text) || isBody(line.text)) return 0
  if (line.upper) return 1
  const name = /^\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*){1,6}$/u.test(line.text)
  return name ? 2 : undefined
}
