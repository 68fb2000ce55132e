import type { Report } from '../report/report'
import type { Finding } from './finding'
import { passagesOf } from './passage'
import { rules } from './rules/all'

/** What every rule finds in a report, in the order of the rules. */
export function checkReport(report: Report): readonly Finding[] {
  const passages = passagesOf(report)
  return rules.flatMap(rule =>
    rule.kind === 'passage' ? passages.flatMap(rule.check) : rule.check({ report, passages }),
  )
}
