import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { RecentReport } from '../../../shared/ipc/contract'
import type { JsonFile } from '../files/json-file'

export const RecentList = z.array(
  z.object({ path: z.string().min(1), title: z.string(), openedAt: z.string() }),
)
type RecentList = z.infer<typeof RecentList>

const kept = 20

/** The reports opened last, newest first. */
export interface RecentReports {
  readonly list: () => RecentReport[]
  readonly add: (path: string, title: string) => void
  readonly forget: (path: string) => RecentReport[]
}

export function recentReports(file: JsonFile<RecentList>, onChange: () => void): RecentReports {
  const list = (): RecentReport[] => file.read().map(one => ({ ...one, missing: !existsSync(one.path) }))
  const write = (reports: RecentList): void => {
    file.write(reports.slice(0, kept))
    onChange()
  }
  const without = (path: string): RecentList => file.read().filter(one => one.path !== path)
  return {
    list,
    add: (path, title) => write([{ path, title, openedAt: new Date().toISOString() }, ...without(path)]),
    forget: path => {
      write(without(path))
      return list()
    },
  }
}
