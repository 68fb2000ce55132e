import { existsSync } from 'node:fs'
import type { ImportResult } from '../../../shared/import/import-result'
import { Failure } from '../../../shared/ipc/failure'
import { importFile } from '../import/import-file'
import { createReportFile } from '../store/report-file'
import { UsageError, type Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const importCommand: Command = {
  name: 'import',
  synopsis: 'TỆP -o KẾT_QUẢ.duthao [--json] [--force]',
  summary: words.summaries.import,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      out: { type: 'string', short: 'o' },
      json: { type: 'boolean' },
      force: { type: 'boolean' },
    })
    const out = values.out
    if (out === undefined) throw new UsageError(words.outMissing)
    // A report holds people's work, so it is not replaced by a slip of the keyboard.
    if (existsSync(out) && values.force !== true) throw new Failure('not-allowed', words.exists(out))
    const result = await importFile(file)
    createReportFile(out, result.report)
    output.out(values.json === true ? JSON.stringify(toJson(result), null, 2) : toWords(result, out))
  },
}

const toJson = ({ counts, warnings }: ImportResult) => ({ ...counts, warnings })

function toWords({ counts, warnings }: ImportResult, out: string): string {
  const { parts, letters, romans, numbers, subnumbers, indicators } = counts
  return [
    words.written(out),
    words.counts.headings([parts, letters, romans, numbers, subnumbers]),
    words.counts.text(counts.paragraphs, counts.tables),
    words.counts.notes(counts.notes, counts.noteRefs),
    words.counts.indicators(indicators.groups, indicators.numbered, indicators.subs),
    words.counts.options(counts.options),
    words.counts.warnings(warnings.length),
    ...warnings.map(({ place, message }) => `  - ${place}: ${message}`),
  ].join('\n')
}
