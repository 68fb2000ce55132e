import type { Anchor } from '../../../../shared/review/anchor'
import { wholeReport } from '../../../../shared/permissions/member'
import { vi } from '../../../wording/vi'

/** What a remark is about: the words, or in words what else. */
export function Quote({ anchor }: { anchor: Anchor }) {
  if (anchor.quote) return <blockquote className="quote">{anchor.quote}</blockquote>
  return <p className="quote about">{aboutWords(anchor)}</p>
}

export function aboutWords({ target, section, sectionTitle }: Anchor): string {
  const { whole, insertion } = vi.annotations
  if (target.kind === 'section')
    return section === wholeReport ? whole.report : `${whole.section} ${sectionTitle}`.trim()
  return target.kind === 'block' ? whole.block : insertion
}
