import { z } from 'zod'

const nothing = z.object({})
const cell = z.string().max(20_000)

/** A list as an office passes it on: a table with a title. Every row has one cell for each column. */
export const PlainTable = z
  .strictObject({
    title: z.string().max(2_000),
    /** Lines under the title: of which report, when. */
    lines: z.array(z.string().max(2_000)).max(10),
    /** `width`: its share of the page's width, among those of the other columns. */
    columns: z
      .array(z.strictObject({ label: z.string().max(200), width: z.number().positive().max(1_000) }))
      .min(1)
      .max(40),
    rows: z.array(z.array(cell).max(40)).max(20_000),
  })
  .refine(({ columns, rows }) => rows.every(row => row.length === columns.length))
export type PlainTable = z.infer<typeof PlainTable>

const saved = z.object({ path: z.string().nullable() })

/** What leaves the window as paper or as a table. Each asks where; `path` is null where the person cancelled. */
export const paperCommands = {
  /** Prints what the window shows on paper (`renderer/ui/OnPaper`), by the system's own dialog. */
  'paper.print': { input: nothing, output: nothing },
  /** The same as a PDF. `name`: of the file, proposed, without an extension. */
  'paper.savePdf': { input: z.object({ name: z.string().max(200) }), output: saved },
  'table.save': {
    input: z.object({ name: z.string().max(200), format: z.enum(['csv', 'docx']), table: PlainTable }),
    output: saved,
  },
}
