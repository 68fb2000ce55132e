/** One measured thing, printed as one line of JSON. Times are medians. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'µs' | '/s' | 'MB' | 'pages'
  /** What it is measured beside, in the same run; null where nothing compares. */
  readonly baseline: string | null
  readonly baselineValue: number | null
  /** value / baselineValue. */
  readonly ratio: number | null
  /** What we want, in words; never asserted: machines differ. */
  readonly aim: string | null
  readonly runs: number
}

interface Told {
  readonly name: string
  readonly values: readonly number[]
  /** Milliseconds where none is named. */
  readonly unit?: Figure['unit']
  readonly baseline?: { readonly name: string; readonly values: readonly number[] }
  readonly aim?: string
}

export function figure({ name, values, unit = 'ms', baseline, aim }: Told): Figure {
  const value = median(values)
  const beside = baseline ? median(baseline.values) : null
  return {
    name,
    value: round(value),
    unit,
    baseline: baseline?.name ?? null,
    baselineValue: beside === null ? null : round(beside),
    ratio: beside === null ? null : round(value / beside),
    aim: aim ?? null,
    runs: values.length,
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const round = (value: number): number => Number(value.toPrecision(3))

/** Milliseconds of each run, after some that are not counted. */
export async function time(
  runs: number,
  work: (run: number) => unknown,
  { warmUp = 1 }: { warmUp?: number } = {},
): Promise<number[]> {
  const times: number[] = []
  for (let run = -warmUp; run < runs; run++) {
    const start = performance.now()
    await work(run)
    if (run >= 0) times.push(performance.now() - start)
  }
  return times
}
