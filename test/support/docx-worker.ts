import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { readDocx } from '../../electron/host/import/docx/read-docx'
import { serveIsolated } from '../../electron/host/isolated/serve-isolated'
import { Failure } from '../../shared/ipc/failure'

/** How reading a file went, with what it cost. */
export interface ReadingCost {
  readonly refusal: string | null
  readonly blocks: number
  readonly warnings: readonly string[]
  /** Megabytes: the most that this process ever held. */
  readonly memory: number
  /** Seconds of the processor. */
  readonly work: number
}

/** Linux hands the greatest size of a parent on to its children (ru_maxrss); VmHWM is this process alone. */
function mostMemory(): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024
}

function spent(): { memory: number; work: number } {
  const { user, system } = process.cpuUsage()
  return { memory: mostMemory(), work: (user + system) / 1e6 }
}

serveIsolated<string, ReadingCost>(async path => {
  try {
    const { blocks, warnings } = await readDocx(await readFile(path))
    return {
      refusal: null,
      blocks: blocks.length,
      warnings: warnings.map(({ code }) => code),
      ...spent(),
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { refusal: error.message, blocks: 0, warnings: [], ...spent() }
  }
})
