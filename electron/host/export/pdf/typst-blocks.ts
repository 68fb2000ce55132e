import type { PrintBlock, PrintHeading, PrintParagraph } from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import { depthOf } from '../../../../shared/report/levels'
import type { Alignment } from '../../../../shared/report/lists'
import { literal } from './literals'
import { emptyLine, markedRuns, typstRuns, type SetText } from './typst-runs'
import { typstIndicators, typstTable } from './typst-tables'

export interface TypstContext {
  readonly profile: Profile
  readonly setText: SetText
}

export function typstBlock(block: PrintBlock, context: TypstContext): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, context)
    case 'paragraph':
      return paragraph(block, context)
    case 'indicator_table':
      return typstIndicators(block, context)
    case 'table':
      return `#block(above: gap, below: gap, ${typstTable(block, context)})`
  }
}

// `upper` changes how letters are drawn, not the text: the outline keeps what was typed, as Word's does.
function heading({ level, number, runs }: PrintHeading, { profile, setText }: TypstContext): string {
  const { upper, numberOnOwnLine } = profile.headings[level]
  const title = typstRuns(runs, setText, 'heading-note')
  const label = numberOnOwnLine ? `#${literal(`${number} `)}#linebreak()` : `#${literal(`${number} `)}`
  return `#heading(level: ${depthOf(level) + 1})[${label}${upper ? `#upper[${title}]` : title}]`
}

const sides: Record<Exclude<Alignment, 'justify'>, string> = {
  left: 'left',
  center: 'center',
  right: 'right',
}

function paragraph(printed: PrintParagraph, { setText }: TypstContext): string {
  const { align } = printed
  const body = markedRuns(printed, setText) || emptyLine
  return align === 'justify' ? `#par[${body}]` : `#aligned(${sides[align]})[${body}]`
}
