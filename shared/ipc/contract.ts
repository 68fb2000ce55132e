import { z } from 'zod'
import { levels } from '../report/levels'
import { CommitteeState } from './committee'
import { LedgerView } from './ledger-view'
import { draftCommands, draftEvents } from './drafts'
import { membershipCommands } from './membership'
import { returnedCommands } from './returned'
import { reviewCommands, reviewEvents } from './review'
import { seenCommands, seenEvents } from './seen'
import { approvalCommands } from './approval'
import { paperCommands } from './paper'
import { sharingCommands, SharingView } from './sharing'
import { trayCommands, trayEvents } from './tray'
import { comparisonCommands, versionCommands, versionEvents } from './versions'
import type { CommandName, EventName } from './command-names'

const path = z.string().min(1).max(4096)
const taskId = z.string().min(1).max(40)
const token = z.string().min(1).max(40)
const nothing = z.object({})

const settingsFields = {
  appearance: z.enum(['system', 'light', 'dark']),
  zoom: z.number().min(0.5).max(3),
  outlineOpen: z.boolean(),
  outlineWidth: z.number().min(200).max(600),
  notesOpen: z.boolean(),
  notesHeight: z.number().min(80).max(800),
  reviewOpen: z.boolean(),
  reviewWidth: z.number().min(240).max(600),
  tracking: z.boolean(),
}

/** How a window looks and what it shows; kept per computer, not in the report. */
export const Settings = z.object({
  appearance: settingsFields.appearance.default('system'),
  zoom: settingsFields.zoom.default(1),
  outlineOpen: settingsFields.outlineOpen.default(true),
  outlineWidth: settingsFields.outlineWidth.default(292),
  notesOpen: settingsFields.notesOpen.default(true),
  notesHeight: settingsFields.notesHeight.default(168),
  reviewOpen: settingsFields.reviewOpen.default(true),
  reviewWidth: settingsFields.reviewWidth.default(320),
  /** The person has their own edits tracked. */
  tracking: settingsFields.tracking.default(false),
})
export type Settings = z.infer<typeof Settings>

/** A remark about one place of an imported file. `place` is in words ("đoạn 12", "bảng 2, dòng 3"). */
export const ImportWarning = z.object({
  code: z.string(),
  place: z.string(),
  message: z.string(),
})
export type ImportWarning = z.infer<typeof ImportWarning>

export const ImportCounts = z.object({
  parts: z.number(),
  letters: z.number(),
  romans: z.number(),
  numbers: z.number(),
  subnumbers: z.number(),
  paragraphs: z.number(),
  notes: z.number(),
  noteRefs: z.number(),
  indicators: z.object({ groups: z.number(), numbered: z.number(), subs: z.number() }),
  options: z.number(),
  tables: z.number(),
  /** Tables without data that became fields: header and signature. */
  layoutTables: z.number().optional(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

/** One block as the import dialog lists it: what it was taken for, and how it begins. */
export const ImportedBlock = z.object({
  id: z.string(),
  kind: z.enum(['heading', 'paragraph', 'table', 'indicator_table', 'options']),
  level: z.enum(levels).nullable(),
  /** The computed number or mark. */
  number: z.string(),
  /** The first 200 characters. */
  text: z.string(),
})
export type ImportedBlock = z.infer<typeof ImportedBlock>

export const ImportPreview = z.object({
  token,
  sourceName: z.string(),
  title: z.string(),
  counts: ImportCounts,
  warnings: z.array(ImportWarning),
  blocks: z.array(ImportedBlock),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const recentReport = z.object({ path, title: z.string(), openedAt: z.string(), missing: z.boolean() })
export type RecentReport = z.infer<typeof recentReport>

/** A menu at the pointer, drawn by the system. Chosen items come back as the answer. */
const menuItem = z.object({
  id: z.string().max(60),
  label: z.string().max(200),
  accelerator: z.string().max(40).optional(),
  enabled: z.boolean().optional(),
  checked: z.boolean().optional(),
  separator: z.boolean().optional(),
})
export type MenuItem = z.infer<typeof menuItem>

/** Everything a window may ask of the main process. One object in, one value out. */
export const commands = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      runtime: z.string(),
      sandboxed: z.boolean(),
      profiles: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  'recent.list': { input: nothing, output: z.array(recentReport) },
  'recent.forget': { input: z.object({ path }), output: z.array(recentReport) },
  // Opening answers at once with `opened: false` when the person cancels the dialog; the report itself
  // arrives with the event `report.opened` and its port.
  'report.new': {
    input: z.object({ profile: z.string().max(60) }),
    output: z.object({ opened: z.boolean() }),
  },
  'report.open': { input: z.object({ path: path.optional() }), output: z.object({ opened: z.boolean() }) },
  'report.import': {
    input: z.object({ path: path.optional(), taskId }),
    output: z.object({ preview: ImportPreview.nullable() }),
  },
  'report.acceptImport': {
    input: z.object({
      token,
      corrections: z
        .array(z.object({ id: z.string().max(40), level: z.enum(levels).nullable() }))
        .max(100_000),
    }),
    output: z.object({ opened: z.boolean() }),
  },
  'report.discardImport': { input: z.object({ token }), output: nothing },
  'report.saveCopy': { input: nothing, output: z.object({ path: z.string().nullable() }) },
  'report.export': {
    // `official`: without a draft mark; refused as `not-ready` while something is not settled.
    input: z.object({
      formats: z.array(z.enum(['docx', 'pdf'])).min(1),
      official: z.boolean().optional(),
      taskId,
    }),
    // `warnings`: what the files show differently from the report, in words.
    output: z.object({ paths: z.array(z.string()), warnings: z.array(z.string()).optional() }),
  },
  // The PDF that an export would make now.
  'report.preview': { input: nothing, output: z.object({ pdf: z.custom<Uint8Array>() }) },
  'report.showInFolder': { input: z.object({ path }), output: nothing },
  ...trayCommands,
  ...reviewCommands,
  ...draftCommands,
  ...sharingCommands,
  ...membershipCommands,
  ...paperCommands,
  ...seenCommands,
  ...approvalCommands,
  ...versionCommands,
  'comparison.readFile': comparisonCommands['comparison.readFile'],
  'comparison.export': comparisonCommands['comparison.export'],
  ...returnedCommands,
  'task.cancel': { input: z.object({ taskId }), output: nothing },
  'menu.popup': {
    input: z.object({ items: z.array(menuItem).max(60) }),
    output: z.object({ chosen: z.string().nullable() }),
  },
  'settings.read': { input: nothing, output: Settings },
  // Without the defaults: zod would fill them in for what is absent, and so undo every other setting.
  'settings.write': { input: z.object(settingsFields).partial(), output: Settings },
} satisfies Record<CommandName, { input: z.ZodType; output: z.ZodType }>

export type Input<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type Output<N extends CommandName> = z.output<(typeof commands)[N]['output']>

export const failureCodes = [
  'invalid-input',
  'not-allowed',
  'not-found',
  'unreadable-file',
  'newer-version',
  'read-only',
  'disk-full',
  'cancelled',
  'not-ready',
  'internal',
] as const
export type FailureCode = (typeof failureCodes)[number]

/** Electron keeps only the message of a thrown error, so failures travel as values. Messages are Vietnamese. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode; readonly message: string }

/** Where the words of the person are: told after every change and shown in the status bar. */
export const StoreState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), at: z.string() }),
  z.object({ kind: z.literal('saving') }),
  /** The file cannot be written; edits are kept in memory and in `recoveryPath`. */
  z.object({ kind: z.literal('failing'), message: z.string(), recoveryPath: z.string().nullable() }),
  z.object({ kind: z.literal('read-only'), message: z.string() }),
])
export type StoreState = z.infer<typeof StoreState>

/** Everything the main process tells a window. `report.opened` also hands over a MessagePort (sync stream). */
export const events = {
  'report.opened': z.object({ path: z.string(), readOnly: z.string().nullable() }),
  'store.changed': StoreState,
  'committee.changed': CommitteeState,
  'ledger.changed': LedgerView,
  // Null: this program does not share the report.
  'sharing.changed': SharingView.nullable(),
  ...trayEvents,
  ...reviewEvents,
  ...seenEvents,
  ...draftEvents,
  ...versionEvents,
  'task.progressed': z.object({ taskId, step: z.string(), done: z.number(), of: z.number() }),
  'menu.chosen': z.object({ id: z.string() }),
  'file.dropped': z.object({ path: z.string() }),
} satisfies Record<EventName, z.ZodType>

export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>
