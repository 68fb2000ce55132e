import { z } from 'zod'
import { Day, Hash, MemberId, Time } from '../ledger/records'
import { Source } from '../versions/source'
import { DraftNumber, Version, VersionLabel, VersionPurpose } from '../versions/version'

const taskId = z.string().min(1).max(40)
const block = z.string().min(1).max(100)
const nothing = z.object({})

/** Something that is not as it was frozen. `version` is null where it belongs to none (the record itself). */
export const VersionFault = z.object({ version: Hash.nullable(), message: z.string() })

/** Frozen drafts and the versions between them. Refusals are thrown as a Failure with the reason. */
export const versionCommands = {
  /** Freezes the report as the host has it. Reports steps as `task.progressed`. */
  'version.freeze': {
    input: z.object({
      number: DraftNumber,
      label: VersionLabel,
      date: Day,
      purpose: VersionPurpose,
      taskId,
    }),
    output: z.object({ version: Version }),
  },
  /** Keeps the report as it is before this window overwrites much of it. */
  'version.keep': { input: z.object({ cause: z.literal('before-restore') }), output: nothing },
  /** `report`: the canonical JSON of shared/report/report-json, checked against the manifest. */
  'version.read': { input: z.object({ id: Hash }), output: z.object({ report: z.string() }) },
  /** Saves the Word or PDF file of that day where the person says. Null: the dialog was left. */
  'version.file': {
    input: z.object({ id: Hash, format: z.enum(['docx', 'pdf']) }),
    output: z.object({ path: z.string().nullable() }),
  },
  'version.verify': { input: nothing, output: z.object({ faults: z.array(VersionFault) }) },
  /**
   * Who wrote in which block last, as far as the host saw it: in the time up to a version, or (null) since the last
   * draft. Blocks that nobody touched are absent.
   */
  'version.authors': {
    input: z.object({ id: Hash.nullable() }),
    output: z.object({ blocks: z.record(block, z.object({ members: z.array(MemberId), at: Time })) }),
  },
} as const

/** All versions of the report, the oldest first; told whenever a report is shown and after every change. */
export const versionEvents = {
  'versions.changed': z.object({ all: z.array(Version) }),
} as const

/** What of a comparison is written as files: both texts with marks, or the report of changes. */
export const comparisonCommands = {
  'comparison.export': {
    input: z.object({
      was: Source,
      now: Source,
      what: z.enum(['redline', 'changes']),
      formats: z.array(z.enum(['docx', 'pdf'])).min(1),
      taskId,
    }),
    output: z.object({ paths: z.array(z.string()), warnings: z.array(z.string()) }),
  },
  /** Asks for a Word file and reads it for comparing. Null: the dialog was left. */
  'comparison.readFile': {
    input: z.object({ taskId }),
    output: z.object({
      file: z
        .object({ token: z.string(), name: z.string(), report: z.string(), warnings: z.array(z.string()) })
        .nullable(),
    }),
  },
} as const
