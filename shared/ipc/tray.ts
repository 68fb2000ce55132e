import { z } from 'zod'
import { TrayEntry } from '../tray/entry'

const entryId = z.object({ id: z.string().min(1).max(100) })
const nothing = z.object({})

/** What a window asks about the tray. Putting words back is an edit, which the window makes itself. */
export const trayCommands = {
  // The person does not want the words.
  'tray.discard': { input: entryId, output: nothing },
  // The person has seen to it: put the words back, or chosen between two wordings.
  'tray.settle': { input: entryId, output: nothing },
} as const

/** Every entry that is open, whenever that changes and when a report is shown. */
export const trayEvents = {
  'tray.changed': z.object({ entries: z.array(TrayEntry) }),
} as const
