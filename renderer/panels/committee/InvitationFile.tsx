import { useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'

const words = vi.committee.join
/** Bytes. */
const largest = 10_000

interface InvitationFileProps {
  readonly onRead: (words: string) => void
  readonly onFault: (fault: string | null) => void
}

/** Takes an invitation from a file; the system's own dialog chooses it. */
export function InvitationFile({ onRead, onFault }: InvitationFileProps) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const read = async (file: File) => {
    const isSmall = file.size <= largest
    onFault(isSmall ? null : words.bigFile)
    if (!isSmall) return
    onRead(await file.text())
    setName(file.name)
  }
  return (
    <div className="chosen-file">
      <Button onClick={() => input.current?.click()}>{words.file}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".giaymoi,.json,.txt"
        onChange={event => {
          const [file] = event.target.files ?? []
          // So that choosing the same file again, mended, is a change.
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      <span role="status">{name && words.fileChosen(name)}</span>
    </div>
  )
}
