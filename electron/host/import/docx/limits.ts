/**
 * What a file may ask of us. Office files stay far below: the largest seen had 1 % of these sizes. Elements and
 * paragraphs are lower than a process could bear, so that a bomb is refused in a fraction of a second.
 */
export const limits = {
  /** Bytes of the whole file. */
  file: 100_000_000,
  /** Parts in the zip. */
  entries: 5000,
  /** Bytes of all parts together, as the zip declares them. */
  total: 400_000_000,
  /** Bytes of one part, counted while inflating. */
  part: 80_000_000,
  /** Inflated size divided by packed size, for parts over `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 1_000_000,
  /** Elements inside one another. */
  depth: 300,
  /** XML elements of all parts that are read. */
  elements: 800_000,
  /** Characters of text of all parts that are read. */
  text: 20_000_000,
  /** Characters of one text or attribute; the parser holds it whole before it can be counted. */
  piece: 10_000_000,
  paragraphs: 200_000,
  /** Columns that one cell may span. */
  span: 200,
  /** Styles based on one another. */
  styleChain: 50,
} as const
