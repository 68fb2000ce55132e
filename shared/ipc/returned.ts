import { z } from 'zod'
import { WordMarks } from '../returned/word-marks'

/** What a window asks about a Word file that came back from outside. */
export const returnedCommands = {
  /** Asks for the file and reads it; changes nothing. Null: the dialog was left. */
  'returned.readFile': {
    input: z.object({ taskId: z.string().min(1).max(40) }),
    output: z.object({
      file: z
        .object({
          /** Without its folder. */
          name: z.string(),
          /** The JSON of shared/report/report-json: with all tracked changes accepted, and (null: there are none) rejected. */
          accepted: z.string(),
          rejected: z.string().nullable(),
          marks: WordMarks,
          /** What of the file is neither in its text nor in `marks`. */
          warnings: z.array(z.string()),
        })
        .nullable(),
    }),
  },
} as const
