import { Notice } from '../../ui/Notice'

/** Why something was not done; nothing where it was. */
export const Refusal = ({ title, words }: { title: string; words: string | null }) =>
  words === null ? null : (
    <Notice kind="bad" title={title}>
      <p>{words}</p>
    </Notice>
  )
