import { Pool, type PoolClient } from 'pg'
import { Failure } from '../../../shared/ipc/failure'
import { migrate } from './migrations'
import { words } from './words'

/** Milliseconds. A machine that vanishes while it holds a report's row lets go of it after `idle`. */
const patience = { connect: 5000, statement: 10_000, idle: 3000 }
/** A report takes one while it is written; more reports at once than this wait for each other. */
const connections = 10

/** The connections of one instance to PostgreSQL. */
export interface Database {
  /**
   * Runs `work` as one step: all of it is on the database's disk when this resolves, or nothing. Rejects with a Failure
   * where the database cannot be asked, and with whatever `work` throws.
   */
  readonly inOneStep: <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Opens the database and brings its tables to this program's version. Throws a Failure. */
export async function openDatabase(url: string, onBug: (error: unknown) => void): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'du-thao',
    max: connections,
    connectionTimeoutMillis: patience.connect,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.idle,
  })
  // A connection that breaks while nobody uses it; the next one to ask gets another.
  pool.on('error', onBug)
  const database = databaseOf(pool, onBug)
  try {
    await database.inOneStep(migrate)
    return database
  } catch (error) {
    await pool.end()
    throw error
  }
}

function databaseOf(pool: Pool, onBug: (error: unknown) => void): Database {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    // Without a listener the loss of a connection in use would end the program.
    client.on('error', onBug)
    return client
  }
  const run = async <T>(client: PoolClient, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    await client.query('BEGIN')
    const done = await work(client)
    await client.query('COMMIT')
    return done
  }
  return {
    inOneStep: async work => {
      let client: PoolClient | undefined
      try {
        client = await connect()
        const done = await run(client, work)
        client.off('error', onBug)
        client.release()
        return done
      } catch (error) {
        // Thrown away rather than rolled back: nobody knows what state it is in.
        client?.off('error', onBug)
        client?.release(true)
        throw failureOf(error, onBug)
      }
    },
    close: () => pool.end(),
  }
}

function failureOf(error: unknown, onBug: (error: unknown) => void): unknown {
  if (error instanceof Failure) return error
  onBug(error)
  return new Failure('not-ready', words.databaseGone)
}
