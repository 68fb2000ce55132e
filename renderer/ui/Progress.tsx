interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly of: number
}

export function Progress({ label, done, of }: ProgressProps) {
  const share = of > 0 ? Math.min(1, done / of) : 0
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <i style={{ transform: `scaleX(${share})` }} />
    </div>
  )
}
