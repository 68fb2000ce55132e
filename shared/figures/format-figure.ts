/** How a figure is written: which scale word, how many places, which unit. */
export interface FigureFormat {
  readonly scale: FigureScale
  /** Places after the decimal comma, 0 to 6. */
  readonly places: number
  readonly unit: string
  /** After a stroke: "năm" in "18%/năm"; may be empty. */
  readonly per: string
}

export const figureScales = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ'] as const
export type FigureScale = (typeof figureScales)[number]

const factors: Readonly<Record<FigureScale, number>> = {
  '': 1,
  nghìn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  'nghìn tỷ': 1e12,
}

/** "21.566,05": dots between thousands, a decimal comma, halves rounded away from zero. */
export function formatNumber(value: number, places: number): string {
  const [whole = '', fraction] = decimals(Math.abs(value), places).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.')
  const sign = value < 0 && /[1-9]/.test(whole + (fraction ?? '')) ? '-' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** Rounds what was typed, not its binary neighbour: 1.005 to two places is 1.01. */
function decimals(value: number, places: number): string {
  const shifted = Number((value * 10 ** places).toPrecision(15))
  return (Math.round(shifted) / 10 ** places).toFixed(places)
}

/** A figure as prose writes it: "21.566 tỷ đồng", "18,05%/năm", "2 - 3 xã". `value` in the unit, without scale. */
export function formatFigure(value: number | readonly [number, number], format: FigureFormat): string {
  const factor = factors[format.scale]
  const values = typeof value === 'number' ? [value] : value
  const digits = values.map(one => formatNumber(one / factor, format.places)).join(' - ')
  return `${digits}${afterNumber(format)}`
}

function afterNumber({ scale, unit, per }: FigureFormat): string {
  const words = [scale, unit].filter(word => word !== '').join(' ')
  const joined = words === '' || (scale === '' && /^[%‰]/.test(unit)) ? words : ` ${words}`
  return per === '' ? joined : `${joined}/${per}`
}
