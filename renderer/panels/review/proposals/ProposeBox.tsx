import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { numberNotes } from '../../../../shared/numbering/number-notes'
import { findBlock } from '../../../../shared/report/find-block'
import { levels, type Level } from '../../../../shared/report/levels'
import { blockIdOf, blocksOf, isHeading, levelOf } from '../../../../shared/report/nodes'
import { schema } from '../../../../shared/report/schema'
import { editText } from '../../../../shared/review/apply-text'
import { createProposalEditor, type ProposalEditor } from '../../../editor/review/proposal-editor'
import { sendProposal, stopProposing, type Proposing, type Wanted } from '../../../state/proposing'
import type { ReportSession } from '../../../state/report-session'
import { useSession } from '../../../state/use-session'
import { Button } from '../../../ui/Button'
import { Select } from '../../../ui/Select'
import { vi } from '../../../wording/vi'
import { LeaveFirst } from './LeaveFirst'
import { SendRow } from './SendRow'

const words = vi.proposals.editor

/** An editor on a copy of a block or a note; what is changed in it is sent as proposals. */
export function ProposeBox({ proposing }: { proposing: Proposing }) {
  const session = useSession()
  const box = useProposeBox(session, proposing)
  const isBlock = proposing.target.kind === 'block'
  return (
    <div className="propose-box" role="group" aria-label={words.title}>
      <div ref={box.mount} />
      {isBlock && (
        <div className="foot">
          <Select
            aria-label={words.level}
            value={box.level ?? 'paragraph'}
            choices={[
              { value: 'paragraph', label: vi.tools.paragraph },
              ...levels.map(level => ({ value: level, label: vi.tools.levels[level] })),
            ]}
            onChoose={value => box.relevel(value === 'paragraph' ? null : (value as Level))}
          />
          <Button size="small" icon={Plus} onClick={() => box.editor()?.addBehind()}>
            {words.addBehind}
          </Button>
          <Button size="small" icon={Trash2} onClick={() => void box.send({ kind: 'blocks', blocks: [] })}>
            {words.remove}
          </Button>
        </div>
      )}
      <SendRow
        hint={box.isAsked ? words.again : words.hint}
        reason={box.reason}
        onReason={box.setReason}
        onSend={() => void box.send()}
        onLeave={box.leave}
      />
      {box.isLeaving && <LeaveFirst onStay={box.stay} onLeave={stopProposing} />}
    </div>
  )
}

function useProposeBox(session: ReportSession, proposing: Proposing) {
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<ProposalEditor | null>(null)
  const [start] = useState(() => startOf(session, proposing))
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [level, setShownLevel] = useState(() => levelIn(start))
  const wanted = (): Wanted | null => {
    const doc = editor.current?.read()
    if (!doc) return null
    return proposing.target.kind === 'note'
      ? { kind: 'note', body: doc }
      : { kind: 'blocks', blocks: blocksOf(doc) }
  }
  const send = async (other: Wanted | null = wanted()): Promise<void> => {
    if (other && (await sendProposal(session, proposing, other, reason))) stopProposing()
  }
  const leave = (): void => {
    if (editor.current && start && !editor.current.read().eq(start)) setLeaving(true)
    else stopProposing()
  }
  // The editor is made once; its keys reach what was drawn last.
  const acts = useRef({ send, leave, isAsked })
  useEffect(() => {
    acts.current = { send, leave, isAsked }
  })
  useEffect(() => {
    if (!mount.current || !start) return undefined
    const numbers = numberNotes(session.text())
    const made = createProposalEditor({
      ...{ mount: mount.current, start, label: words.text },
      numberOf: note => numbers.get(note),
      enter: () => (acts.current.isAsked ? void acts.current.send() : setAsked(true)),
      leave: () => acts.current.leave(),
      onUpdate() {
        if (acts.current.isAsked) setAsked(false)
        setShownLevel(levelIn(editor.current?.read() ?? start))
      },
    })
    editor.current = made
    const { view } = made
    if (proposing.typed !== '') view.dispatch(view.state.tr.insertText(proposing.typed))
    view.focus()
    return () => {
      editor.current = null
      made.stop()
    }
  }, [session, start, proposing])
  return {
    ...{ mount, reason, setReason, isAsked, isLeaving, level, send, leave },
    editor: () => editor.current,
    relevel: (next: Level | null) => {
      if (editor.current) relevel(editor.current.view, next)
    },
    stay: () => {
      setLeaving(false)
      editor.current?.view.focus()
    },
  }
}

/** Makes the block that was there a heading of that level, wherever the caret is. */
function relevel(view: EditorView, level: Level | null): void {
  const first = blocksOf(view.state.doc)[0]
  if (!first) return
  const { tr } = view.state
  editText(tr, [{ kind: 'level', block: blockIdOf(first), level }])
  view.dispatch(tr)
  view.focus()
}

const levelIn = (doc: Node | null): Level | null => {
  const first = doc && doc.type === schema.topNodeType ? blocksOf(doc)[0] : undefined
  return first && isHeading(first) ? levelOf(first) : null
}

/** A copy of the block alone, or of the note; null where it is gone. */
function startOf(session: ReportSession, { target }: Proposing): Node | null {
  if (target.kind === 'note') return session.note(target.note) ?? null
  const block = target.kind === 'block' ? findBlock(session.text(), target.block)?.node : undefined
  return block ? schema.node('report', null, [schema.node('sheet', null, [block])]) : null
}
