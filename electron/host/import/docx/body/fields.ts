/** The fields that are open where the reader stands: in each, first the instruction (dropped), then the result (kept). */
export interface FieldStack {
  begin(): void
  instruction(text: string): void
  /** From here on the result. */
  separate(): void
  /** Returns the instruction when the field showed no result of its own, else null. */
  end(): string | null
  /** Whether text is part of an instruction. */
  readonly inInstruction: boolean
  /** Where the innermost HYPERLINK leads. */
  readonly href: string | undefined
  /** An instruction never goes on past its paragraph: a field left open by mistake must not swallow the rest. */
  endParagraph(): void
}

interface OpenField {
  instruction: string
  result: boolean
}

/** Real fields nest two or three deep. */
const deepest = 50

export function fieldStack(): FieldStack {
  const open: OpenField[] = []
  let tooDeep = 0
  return {
    begin: () => {
      if (open.length < deepest) open.push({ instruction: '', result: false })
      else tooDeep++
    },
    instruction: text => {
      const field = open.at(-1)
      if (field && !field.result) field.instruction += text
    },
    separate: () => {
      if (tooDeep > 0) return
      const field = open.at(-1)
      if (field) field.result = true
    },
    end: () => {
      if (tooDeep > 0) {
        tooDeep--
        return null
      }
      const field = open.pop()
      return field && !field.result ? field.instruction.trim() : null
    },
    get inInstruction() {
      return open.some(field => !field.result)
    },
    get href() {
      for (let index = open.length - 1; index >= 0; index--) {
        const href = linkOf(open[index]?.instruction ?? '')
        if (href !== undefined) return href
      }
      return undefined
    },
    endParagraph: () => {
      while (open.some(field => !field.result)) open.pop()
    },
  }
}

/** The address in `HYPERLINK "…"`; undefined for other fields and for places inside the file. */
export function linkOf(instruction: string): string | undefined {
  const address = /^\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))/i.exec(instruction)
  return address?.[1] ?? address?.[2]
}

/** Fields that show something although they hold no result; all others (index marks, bookmarks) show nothing. */
export const showsWithoutResult = (instruction: string): boolean =>
  /^(EQ|SYMBOL|AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM|MACROBUTTON|GOTOBUTTON)\b/i.test(instruction)

export const isSafeAddress = (address: string): boolean => /^(https?:\/\/|mailto:)/i.test(address.trim())
