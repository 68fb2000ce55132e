import type {
  ListedEdit,
  ProposedEdit,
  ReturnedComment,
  ReturnedEdit,
} from '../../../shared/returned/returned-edit'
import { vi } from '../../wording/vi'
import { ChangeShown, Words } from '../review/proposals/ChangeShown'

const words = vi.returned

interface EditCardProps {
  readonly edit: ReturnedEdit
  /** What became of it, in words. */
  readonly state: string | null
}

/** One thing that the file asks for: what kind it is, whose, and the words before and after. */
export function EditCard({ edit, state }: EditCardProps) {
  return (
    <li className={`card returned-edit${state ? ' settled' : ''}`}>
      <div className="returned-kind">
        <strong>{kindOf(edit)}</strong>
        {edit.kind !== 'comment' && <span className="chip">{words.classes[edit.class]}</span>}
        {edit.kind === 'proposal' && edit.both && <span className="chip wait">{words.both}</span>}
        {state && <span className="chip good">{state}</span>}
        <span className="where">{authorsOf(edit)}</span>
      </div>
      {edit.kind === 'comment' ? <Comment {...edit} /> : <Change edit={edit} />}
    </li>
  )
}

function kindOf(edit: ReturnedEdit): string {
  if (edit.kind === 'comment') return words.comment(edit.comment.resolved)
  return edit.kind === 'listed' ? words.listed[edit.what] : capital(vi.proposals.what(edit.change))
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

function authorsOf(edit: ReturnedEdit): string {
  if (edit.kind === 'comment') return words.by(edit.comment.author, edit.comment.at)
  return edit.tracked.map(({ author, at }) => words.by(author, at)).join('; ') || words.untracked
}

function Change({ edit }: { readonly edit: ProposedEdit | ListedEdit }) {
  if (edit.kind === 'proposal')
    return (
      <>
        <ChangeShown change={edit.change} />
        {edit.change.kind === 'words' && <p className="where">{words.around(edit.anchor)}</p>}
      </>
    )
  return <Words was={edit.before} now={edit.after} />
}

function Comment({ comment: { about, text, replies } }: ReturnedComment) {
  return (
    <>
      {about !== '' && <p className="where">{words.aboutWords(about)}</p>}
      <p className="words">{text}</p>
      {replies.map((reply, index) => (
        <p key={index} className="words reply">
          <span className="where">{words.by(reply.author, reply.at)}</span> {reply.text}
        </p>
      ))}
    </>
  )
}
