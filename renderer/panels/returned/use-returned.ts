import { useEffect, useMemo, useState } from 'react'
import type { ReturnedEdit, ReturnedEdits } from '../../../shared/returned/returned-edit'
import { returnedEdits } from '../../../shared/returned/returned-edits'
import { wordsFor } from '../../state/attempt'
import { readSource, type SourceName } from '../../state/returned/guess-source'
import type { ReturnedFile } from '../../state/returned/returned-file'
import { mayTakeIn, takeIn, type Sender } from '../../state/returned/take-in'
import { useSession } from '../../state/use-session'

export type Compared =
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly edits: ReturnedEdits }
  | { readonly kind: 'failed'; readonly message: string }

/** What a file brings, beside the draft that it is said to be made from, and what of it was taken in. */
export function useReturned(file: ReturnedFile, source: SourceName) {
  const session = useSession()
  const [compared, setCompared] = useState<Compared>({ kind: 'working' })
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isTaking, setTaking] = useState(false)
  useEffect(() => {
    let isWanted = true
    setCompared({ kind: 'working' })
    setTaken(new Set())
    readSource(session, source)
      .then(sent => {
        const edits = returnedEdits(sent, file.report, file.marks, session.review.index())
        if (isWanted) setCompared({ kind: 'done', edits })
      })
      .catch((error: unknown) => {
        if (isWanted) setCompared({ kind: 'failed', message: wordsFor(error) })
      })
    return () => {
      isWanted = false
    }
  }, [session, file, source])
  const edits = compared.kind === 'done' ? compared.edits.edits : none
  const refused = useMemo(
    () => new Set(edits.filter(edit => !mayTakeIn(session, edit)).map(({ key }) => key)),
    [session, edits],
  )
  const canTake = (edit: ReturnedEdit) => !taken.has(edit.key) && !refused.has(edit.key)
  const take = async (some: readonly ReturnedEdit[], sender: Sender) => {
    setTaking(true)
    const wanted = some.filter(canTake)
    if (wanted.length > 0 && (await takeIn(wanted, sender)))
      setTaken(before => new Set([...before, ...wanted.map(({ key }) => key)]))
    setTaking(false)
  }
  return { compared, edits, taken, refused, isTaking, canTake, take }
}

const none: readonly ReturnedEdit[] = []
