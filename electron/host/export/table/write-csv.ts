import type { PlainTable } from '../../../../shared/ipc/paper'

/**
 * The table as Excel opens it by itself in a Vietnamese office: UTF-8 with its mark, semicolons (the comma is the
 * decimal sign there), CRLF. Title and lines are left out: the first row names the columns.
 */
export function writeCsv({ columns, rows }: Pick<PlainTable, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ label }) => label), ...rows].map(row => row.map(field).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function field(text: string): string {
  // Excel would carry out what begins so: a title such as "=HYPERLINK(…)" is somebody else's words.
  const safe = /^[=+@\t\r]|^-[^\s]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
