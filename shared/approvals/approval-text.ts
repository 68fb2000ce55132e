import { canonicalJson } from '../util/canonical-json'

/** What an approver puts a name to. */
export interface Signed {
  /** The report's id. */
  readonly report: string
  readonly section: string
  /** Of the section's content (section-fingerprint.ts). */
  readonly fingerprint: string
  /** By the signer's clock, ISO. */
  readonly at: string
}

/** The text whose UTF-8 bytes the approver's computer signs: no approval can be taken for one of anything else. */
export const approvalText = ({ report, section, fingerprint, at }: Signed): string =>
  canonicalJson({ kind: 'du-thao approval 1', report, section, fingerprint, at })
