import { Failure } from '../../../shared/ipc/failure'
import { LedgerCommand } from '../../../shared/ledger/commands'
import { Day } from '../../../shared/ledger/records'
import { DraftNumber } from '../../../shared/versions/version'
import { command as commandHost } from '../identity/peer'
import { LedgerHost } from '../ledger/ledger-host'
import { readMembership } from '../peer/membership'
import { openReportStore } from '../store/report-store'
import { makeIsolated } from '../versions/make-isolated'
import { ReportVersions, type FreezeCommand } from '../versions/report-versions'
import { contentsOf, placeOf, type Place } from './ask-ledger'
import { UsageError, type Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const freezeCommand: Command = {
  name: 'freeze',
  synopsis: 'BÁO_CÁO.duthao --number SỐ [--label TÊN] [--date NGÀY] [--purpose MỤC_ĐÍCH] [--data THƯ_MỤC]',
  summary: words.summaries.freeze,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      number: { type: 'string' },
      label: { type: 'string' },
      date: { type: 'string' },
      purpose: { type: 'string' },
      data: { type: 'string' },
    })
    const command = commandOf(values)
    await freeze(placeOf(file, values.data), command, step => output.err(step))
    output.out(words.freeze.frozen(command.label))
  },
}

interface Given {
  readonly number?: string | undefined
  readonly label?: string | undefined
  readonly date?: string | undefined
  readonly purpose?: string | undefined
}

function commandOf({ number: typed, label, date, purpose = '' }: Given): FreezeCommand {
  const number = DraftNumber.safeParse(Number(typed ?? '')).data
  if (number === undefined) throw new UsageError(words.freeze.numberMissing)
  const day = date ?? today()
  if (!Day.safeParse(day).success) throw new UsageError(words.freeze.badDate(day))
  const asked = {
    kind: 'version.freeze',
    number,
    label: label ?? words.freeze.label(number),
    date: day,
    purpose,
  }
  const { data } = LedgerCommand.safeParse(asked)
  if (data?.kind !== 'version.freeze') throw new UsageError(words.freeze.tooLong)
  return data
}

/** In the office's calendar, which is that of this computer. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** By the running host, which holds the file, else in the file itself. Throws a Failure where it is refused. */
async function freeze(place: Place, command: FreezeCommand, onStep: (step: string) => void): Promise<void> {
  const { card } = place
  if (card?.control) {
    const reply = await throughHost(card, contentsOf(place).reportId, command)
    if (reply?.ok === false) throw new Failure('not-allowed', reply.message)
    if (reply) return
  }
  await inFile(place.file, command, onStep)
}

/** Null where the host is not running after all, or has not opened this report. */
async function throughHost(card: NonNullable<Place['card']>, report: string, command: FreezeCommand) {
  try {
    return await commandHost(card, report, command, patience)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** How long the host may be silent while it makes the files, in ms. */
const patience = 180_000

async function inFile(file: string, command: FreezeCommand, onStep: (step: string) => void): Promise<void> {
  const store = openReportStore(file)
  try {
    if (store.readOnly !== null) throw new Failure('read-only', store.readOnly)
    if (readMembership(store)) throw new Failure('not-allowed', words.freeze.member)
    const versions = new ReportVersions(store, { make: makeIsolated() })
    const reply = await versions.freeze(command, { kind: 'operator' }, new LedgerHost(store), { onStep })
    versions.close()
    if (!reply.ok) throw new Failure('not-allowed', reply.message)
  } finally {
    store.close()
  }
}
