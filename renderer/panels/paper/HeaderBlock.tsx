import type { PrintLine, PrintTextLine } from '../../../shared/print/print-document'
import { printHeader, printSignature, printTitle } from '../../../shared/print/print-header'
import type { Profile } from '../../../shared/print/profile'
import type { FieldName, Fields } from '../../../shared/report/fields'
import { vi } from '../../wording/vi'
import { lineStyle } from './text-style'

interface BlockProps {
  readonly fields: Fields
  readonly profile: Profile
}

/** What stands above the text, line by line as it will be printed. Spans only: it lies in a button. */
export function HeaderBlock({ fields, profile }: BlockProps) {
  const { circulation, rows } = printHeader(fields, profile)
  const title = printTitle(fields, profile)
  const { leftWidth, rightWidth } = profile.header
  return (
    <span className="header-block">
      {circulation && (
        <span className="circulation">
          <Line line={circulation} />
        </span>
      )}
      {rows.map((row, index) => (
        <span
          key={index}
          className="header-columns"
          style={{ gridTemplateColumns: `${leftWidth}fr ${rightWidth}fr` }}
        >
          <span>
            {index === 0 && !fields.issuingBody && <Missing name="issuingBody" />}
            <Lines lines={row.left} />
          </span>
          <span>
            <Lines lines={row.right} />
            {index === rows.length - 1 && !fields.date && <Missing name="date" />}
          </span>
        </span>
      ))}
      {!fields.type && <Missing name="type" />}
      {!fields.title && <Missing name="title" />}
      <Lines lines={title} />
    </span>
  )
}

/** What stands below the text: to whom it goes, who signs. Nothing while nothing is filled in. */
export function SignatureBlock({ fields, profile }: BlockProps) {
  const signature = printSignature(fields, profile)
  if (!signature) return null
  return (
    <span className="signature-block">
      <span className="recipients">
        <Lines lines={signature.recipients} />
      </span>
      <span className="signature">
        <Lines lines={signature.signer} />
      </span>
    </span>
  )
}

const Lines = ({ lines }: { lines: readonly PrintLine[] }) =>
  lines.map((line, index) => <Line key={index} line={line} />)

function Line({ line }: { line: PrintTextLine | Extract<PrintLine, { kind: 'rule' }> }) {
  if (line.kind === 'rule') return <span className="rule" style={{ width: `${line.width}mm` }} />
  return (
    <span className="line" style={{ ...lineStyle(line.style), marginTop: `${line.before}pt` }}>
      {line.text}
    </span>
  )
}

/** On a new report: what belongs here, in the program's voice, so that nobody takes it for text. */
const Missing = ({ name }: { name: FieldName }) => (
  <span className="line">
    <span className="missing">{vi.fields.names[name]}</span>
  </span>
)
