import { useState } from 'react'
import { vi } from '../../wording/vi'

interface PageFieldProps {
  /** From 0. */
  readonly page: number
  readonly count: number
  readonly onGo: (page: number) => void
}

/** "Trang 3 / 36": the number can be typed over. */
export function PageField({ page, count, onGo }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const go = () => {
    const wanted = Number(typed)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= count) onGo(wanted - 1)
    setTyped(null)
  }
  return (
    <label className="page-field">
      {vi.preview.page}
      <input
        className="input"
        inputMode="numeric"
        disabled={count === 0}
        value={typed ?? (count === 0 ? '' : String(page + 1))}
        onChange={event => setTyped(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={event => event.key === 'Enter' && go()}
      />
      <span className="tabular">/ {count === 0 ? '…' : count}</span>
    </label>
  )
}
