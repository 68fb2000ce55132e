import { Client } from 'pg'
import { inLine } from './in-line'
import { ledgerChannel } from './report-rows'

/** What changed elsewhere, as far as this instance is concerned. */
export interface Watch {
  /** Resolves when no look is under way any more. */
  readonly stop: () => Promise<void>
}

export interface WatchOptions {
  readonly postgres: string
  /** Told at once that a report's ledger has changed. */
  readonly onLedger: (report: string) => Promise<void>
  /** Asked again and again to look for whatever was not told. */
  readonly look: () => Promise<void>
  readonly onBug: (error: unknown) => void
}

/** Milliseconds. Well under the second within which a revoked member is out even while nothing is told. */
const between = 500

/**
 * Hears of changes by PostgreSQL's notices, which come with the commit, and looks for them as well: a connection can be
 * lost for a while, and Redis with it.
 */
export function watchDatabase({ postgres, onLedger, look, onBug }: WatchOptions): Watch {
  let client: Client | null = null
  let isStopped = false
  const line = inLine()

  const listen = async (): Promise<void> => {
    const fresh = new Client({ connectionString: postgres, application_name: 'du-thao listener' })
    client = fresh
    const lost = (): void => {
      if (client === fresh) client = null
    }
    fresh.on('error', error => {
      onBug(error)
      lost()
    })
    fresh.on('end', lost)
    fresh.on('notification', ({ payload = '' }) => {
      void line(() => onLedger(payload)).catch(onBug)
    })
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${ledgerChannel}`)
    } catch (error) {
      lost()
      await fresh.end()
      throw error
    }
  }
  const round = async (): Promise<void> => {
    if (isStopped) return
    if (!client) await listen()
    await look()
  }
  const timer = setInterval(() => void line(round).catch(onBug), between)
  void line(listen).catch(onBug)
  return {
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await line(() => Promise.resolve())
      await client?.end()
    },
  }
}
