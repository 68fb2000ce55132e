import type { Severity } from '../problems/problem'
import type { Report } from '../report/report'
import type { Finding } from './finding'
import type { Passage } from './passage'

/** What a rule may look at. */
export interface Checked {
  readonly report: Report
  /** In reading order. */
  readonly passages: readonly Passage[]
}

/** For users: one page is made of these. */
export interface Explanation {
  readonly title: string
  /** What it finds. */
  readonly finds: string
  /** A sentence in which it finds something. */
  readonly example: string
  /** When it says nothing. */
  readonly silent: string
}

interface AnyRule {
  readonly name: string
  /** The gravest that it says. */
  readonly severity: Severity
  readonly explanation: Explanation
}

/** A rule that needs to see one passage at a time; asked again only where words changed. */
export interface PassageRule extends AnyRule {
  readonly kind: 'passage'
  readonly check: (passage: Passage) => readonly Finding[]
}

/** A rule that sets passages beside each other. */
export interface ReportRule extends AnyRule {
  readonly kind: 'report'
  readonly check: (checked: Checked) => readonly Finding[]
}

export type Rule = PassageRule | ReportRule
