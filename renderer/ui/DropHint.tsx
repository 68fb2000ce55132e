import { useEffect, useState } from 'react'

/** Says what dropping a file here does, while one is dragged over the window. */
export function DropHint({ words }: { words: string }) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const enter = (event: DragEvent) => setOver(event.dataTransfer?.types.includes('Files') ?? false)
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = () => setOver(false)
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop, true)
    }
  }, [])
  if (!over) return null
  return (
    <div className="drop-hint">
      <span>{words}</span>
    </div>
  )
}
