import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const largest = 1_000_000

/** Writes what nobody expected to a file and to stderr. Never throws: it is called where something already failed. */
export function logTo(path: string): (error: unknown, where?: string) => void {
  return (error, where = '') => {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const entry = `${new Date().toISOString()} ${where} ${said}\n`
    process.stderr.write(entry)
    try {
      mkdirSync(dirname(path), { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.old`)
      appendFileSync(path, entry)
    } catch (logError) {
      process.stderr.write(`${String(logError)}\n`)
    }
  }
}
