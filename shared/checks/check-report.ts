import type { Report } from '../report/report'
import type { Finding } from './finding'
import { passagesOf, type Passage } from './passage'
import type { PassageRule } from './rule'
import { rules } from './rules/all'

/** What every rule finds in a report, in the order of the rules. After an edit only what changed is read again. */
export function checkReport(report: Report): readonly Finding[] {
  const passages = passagesOf(report)
  const inPassages = passages.map(findingsIn)
  return rules.flatMap(rule =>
    rule.kind === 'passage'
      ? inPassages.flatMap(found => found.get(rule) ?? [])
      : rule.check({ report, passages }),
  )
}

type Found = ReadonlyMap<PassageRule, readonly Finding[]>

interface Known {
  readonly section: Passage['section']
  readonly found: Found
}

/** By the sentences of a passage, which are made once for a paragraph's node. */
const known = new WeakMap<Passage['sentences'], Known>()

function findingsIn(passage: Passage): Found {
  const before = known.get(passage.sentences)
  if (before && before.section === passage.section) return before.found
  const found = new Map<PassageRule, readonly Finding[]>()
  for (const rule of rules) {
    if (rule.kind !== 'passage') continue
    const findings = rule.check(passage)
    if (findings.length > 0) found.set(rule, findings)
  }
  known.set(passage.sentences, { section: passage.section, found })
  return found
}
