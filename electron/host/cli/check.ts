import { extname } from 'node:path'
import { checkReport } from '../../../shared/checks/check-report'
import type { Finding, PassagePlace } from '../../../shared/checks/finding'
import { outlineOf } from '../../../shared/outline/outline'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { Severity } from '../../../shared/problems/problem'
import type { Report } from '../../../shared/report/report'
import { importFile } from '../import/import-file'
import { readReportFile } from '../store/report-file'
import { UsageError, type Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const checkCommand: Command = {
  name: 'check',
  synopsis: 'BÁO_CÁO|TỆP [--json] [--min lỗi|hỏi|nhắc]',
  summary: words.summaries.check,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      json: { type: 'boolean', default: false },
      min: { type: 'string', default: words.check.severities.reminder },
    })
    const least = severityCalled(values.min)
    const report = await reportIn(file)
    const findings = checkReport(report).filter(({ severity }) => weights[severity] >= weights[least])
    const titles = titlesOf(report)
    if (values.json)
      output.out(
        JSON.stringify(
          findings.map(one => asJson(one, titles)),
          null,
          2,
        ),
      )
    else output.out(sayFindings(findings, titles))
    return findings.length > 0 ? 1 : 0
  },
}

const weights: Readonly<Record<Severity, number>> = { reminder: 0, question: 1, error: 2 }

function severityCalled(word: string): Severity {
  const called = word.normalize('NFC').toLowerCase()
  const found = (['error', 'question', 'reminder'] as const).find(
    severity => words.check.severities[severity] === called,
  )
  if (!found) throw new UsageError(words.check.badSeverity(word))
  return found
}

/** A report's own file, or a draft in Word or text, read on the fly. */
const reportIn = async (file: string): Promise<Report> =>
  extname(file).toLowerCase() === '.duthao' ? readReportFile(file) : (await importFile(file)).report

type Titles = ReadonlyMap<string, string>

const titlesOf = (report: Report): Titles =>
  new Map(
    outlineOf(report.text, numberStyleOf(report.fields)).items.map(({ id, number, title }) => [
      id,
      `${number} ${title}`.trim(),
    ]),
  )

const asJson = ({ rule, severity, message, places, computed, found }: Finding, titles: Titles) => ({
  rule,
  severity: words.check.severities[severity],
  message,
  places: places.map(({ place, section, quote }) => ({
    section: section === null ? null : (titles.get(section) ?? section),
    block: blockOf(place),
    quote,
  })),
  ...(computed === undefined ? {} : { computed }),
  ...(found === undefined ? {} : { found }),
})

/** The id of the innermost thing with one: a block, a note, a wording, a row. */
const blockOf = (place: PassagePlace): string =>
  place.kind === 'cell' ? place.row : place.kind === 'wording' ? place.wording : place.id

function sayFindings(findings: readonly Finding[], titles: Titles): string {
  if (findings.length === 0) return words.check.none
  return findings.map(finding => sayFinding(finding, titles)).join('\n')
}

function sayFinding({ severity, message, places }: Finding, titles: Titles): string {
  const lines = places.map(({ section, quote }) =>
    words.check.place(section === null ? null : (titles.get(section) ?? section), quote),
  )
  return [words.check.finding(words.check.severities[severity], message), ...new Set(lines)].join('\n')
}
