import { noteRefSign } from '../report/text-blocks'
import type { InlineText, Span } from './inline-text'
import { keepWords } from './keep-words'
import { matchEqual } from './match-equal'
import { wordsIn } from './words-in'

/** A stretch that is on both sides, or on one of them; on the other it has a place, and no length. */
export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly was: Span
  readonly now: Span
}

/**
 * Two texts word by word. The parts stand in reading order and leave nothing out: those that are the same or removed are
 * the old text, those that are the same or added the new one. The mark of a note that came or went is a part of its own.
 */
export function compareTexts(was: InlineText, now: InlineText): readonly TextPart[] {
  if (was.text === now.text && was.notes.every((note, index) => note === now.notes[index])) {
    const whole = { from: 0, to: was.text.length }
    return was.text === '' ? [] : [{ kind: 'same', was: whole, now: whole }]
  }
  const [before, after] = [wordsIn(was.text), wordsIn(now.text)]
  const equal = matchEqual(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const writer = new PartWriter(was, now)
  for (const [a, b] of keepWords(equal, before.length, after.length)) {
    const [old, fresh] = [before[a], after[b]]
    if (!old || !fresh) continue
    writer.between(old.from, fresh.from)
    writer.word(old.to, fresh.to)
  }
  writer.between(was.text.length, now.text.length)
  return writer.parts
}

class PartWriter {
  readonly parts: TextPart[] = []
  /** How far both texts are written, in letters and in notes. */
  private a = 0
  private b = 0
  private notesA = 0
  private notesB = 0

  constructor(
    private readonly was: InlineText,
    private readonly now: InlineText,
  ) {}

  /** What stands before a word that is on both sides. Notes that are there on both sides stay in their place. */
  between(toA: number, toB: number): void {
    for (;;) {
      const shared = this.nextSharedNote(toA, toB)
      this.changed(shared?.was ?? toA, shared?.now ?? toB)
      if (!shared) return
      this.same(1)
    }
  }

  /** A word that is on both sides; the marks of notes within it may differ. */
  word(toA: number, toB: number): void {
    while (this.a < toA || this.b < toB) {
      const [old, fresh] = [this.was.text[this.a], this.now.text[this.b]]
      const isNote = this.a < toA && old === noteRefSign
      const isNewNote = this.b < toB && fresh === noteRefSign
      if (isNote && isNewNote && this.isSharedNote()) this.same(1)
      else if (isNote) this.changed(this.a + 1, this.b)
      else if (isNewNote) this.changed(this.a, this.b + 1)
      else this.same(1)
    }
  }

  private isSharedNote(): boolean {
    return this.was.notes[this.notesA] === this.now.notes[this.notesB]
  }

  private nextSharedNote(toA: number, toB: number): { was: number; now: number } | undefined {
    const fresh = noteSigns(this.now.text, this.b, toB)
    for (const [index, was] of noteSigns(this.was.text, this.a, toA).entries()) {
      const note = this.was.notes[this.notesA + index]
      const found = fresh.findIndex((_, other) => this.now.notes[this.notesB + other] === note)
      const now = fresh[found]
      if (now !== undefined) return { was, now }
    }
    return undefined
  }

  /** White space that both begin or end with is no change. */
  private changed(toA: number, toB: number): void {
    this.same(sharedStart(this.was.text.slice(this.a, toA), this.now.text.slice(this.b, toB)))
    const end = sharedEnd(this.was.text.slice(this.a, toA), this.now.text.slice(this.b, toB))
    this.oneSided('removed', toA - end)
    this.oneSided('added', toB - end)
    this.same(end)
  }

  /** One part for each mark of a note, and for what stands between them. */
  private oneSided(kind: 'added' | 'removed', to: number): void {
    const text = (kind === 'added' ? this.now : this.was).text
    const at = (): number => (kind === 'added' ? this.b : this.a)
    while (at() < to) {
      const sign = text.indexOf(noteRefSign, at())
      const end = sign === at() ? sign + 1 : sign < 0 || sign > to ? to : sign
      this.add(kind, kind === 'removed' ? end - this.a : 0, kind === 'added' ? end - this.b : 0)
    }
  }

  private same(length: number): void {
    if (length > 0) this.add('same', length, length)
  }

  private add(kind: TextPart['kind'], lengthA: number, lengthB: number): void {
    const was = { from: this.a, to: this.a + lengthA }
    const now = { from: this.b, to: this.b + lengthB }
    const last = this.parts.at(-1)
    const isNote = (kind === 'added' ? this.now.text[this.b] : this.was.text[this.a]) === noteRefSign
    if (last?.kind === kind && (kind === 'same' || (!isNote && !this.endsWithNote(last))))
      this.parts[this.parts.length - 1] = {
        kind,
        was: { from: last.was.from, to: was.to },
        now: { from: last.now.from, to: now.to },
      }
    else this.parts.push({ kind, was, now })
    this.notesA += noteSigns(this.was.text, was.from, was.to).length
    this.notesB += noteSigns(this.now.text, now.from, now.to).length
    this.a = was.to
    this.b = now.to
  }

  private endsWithNote({ kind, was, now }: TextPart): boolean {
    return (kind === 'added' ? this.now.text[now.to - 1] : this.was.text[was.to - 1]) === noteRefSign
  }
}

function noteSigns(text: string, from: number, to: number): number[] {
  const found: number[] = []
  for (let at = text.indexOf(noteRefSign, from); at >= 0 && at < to; at = text.indexOf(noteRefSign, at + 1))
    found.push(at)
  return found
}

function sharedStart(was: string, now: string): number {
  let count = 0
  while (count < was.length && was[count] === now[count] && isSpace(was[count])) count++
  return count
}

function sharedEnd(was: string, now: string): number {
  let count = 0
  const most = Math.min(was.length, now.length)
  while (
    count < most &&
    was[was.length - 1 - count] === now[now.length - 1 - count] &&
    isSpace(was[was.length - 1 - count])
  )
    count++
  return count
}

const isSpace = (letter: string | undefined): boolean => letter !== undefined && /\s/u.test(letter)
