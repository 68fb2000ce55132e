import { statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { Program } from './program'
import { tryShowReport } from './reports/show-report'
import type { ReportWindow } from './windows/report-window'

const drafts = new Set(['.docx', '.txt'])

/** The reports and drafts among a command line's words. */
export function filesIn(args: readonly string[], folder: string): string[] {
  return args
    .filter(
      arg => !arg.startsWith('-') && (extname(arg) === '.duthao' || drafts.has(extname(arg).toLowerCase())),
    )
    .map(arg => resolve(folder, arg))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile())
}

/** Opens what the system, a command line or a drop hands over. */
export function openGiven(program: Program, paths: readonly string[], from?: ReportWindow): void {
  for (const path of paths) {
    if (extname(path) === '.duthao') tryShowReport(program, path, from)
    else giveDraft(program, path, from ?? program.windows.open())
  }
}

/** The window shows what is in the draft before anything comes of it. */
function giveDraft(program: Program, path: string, window: ReportWindow): void {
  program.chosen.add(path)
  window.tellWhenReady('file.dropped', { path })
}
