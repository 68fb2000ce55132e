import type { Command } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { afterAll } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { EditorWords } from '../../renderer/editor/editor-words'
import type { Later } from '../../renderer/editor/sync/pending-writes'
import { openSession, type ReportSession } from '../../renderer/state/report-session'
import { forEachTextBlock } from '../../shared/report/text-blocks'
import type { Report } from '../../shared/report/report'
import { writeReport } from '../../shared/sync/write-report'

const words: EditorWords = {
  text: 'Nội dung báo cáo',
  emptyHeading: 'Tên mục',
  noteMark: number => `Chú thích ${number}`,
}

// jsdom lays nothing out; the editor asks where the caret is when it scrolls.
const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0 } as DOMRect
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => nowhere

/** One person at one machine, with the real session and editor. Nothing is shared until `meet` is called. */
export interface Writer {
  readonly body: Doc
  readonly session: ReportSession
  readonly view: EditorView
}

const sessions: ReportSession[] = []
// What an editor is about to draw must not outlive the test file's page.
afterAll(() => {
  for (const session of sessions.splice(0)) session.close()
})

export function writer(clientId: number, start?: Report | Uint8Array, later?: Later): Writer {
  const body = new Doc()
  body.clientID = clientId
  if (start instanceof Uint8Array) applyUpdate(body, start)
  else if (start) writeReport(body, start)
  const session = openSession({
    ...{ body, readOnly: false, words, editLink: () => undefined },
    ...(later ? { later } : {}),
  })
  sessions.push(session)
  const mount = document.body.appendChild(document.createElement('div'))
  session.mountText(mount)
  const view = session.editor()
  if (!view) throw new Error('The text did not mount')
  return { body, session, view }
}

/** Two people who have opened the same report. */
export function twoWriters(
  report: Report,
  [first, second]: readonly [number, number],
  later?: Later,
): { ana: Writer; ben: Writer } {
  const seed = new Doc()
  seed.clientID = 99
  writeReport(seed, report)
  const state = encodeStateAsUpdate(seed)
  return { ana: writer(first, state, later), ben: writer(second, state, later) }
}

/** Both client orders: Yjs orders concurrent inserts by client id. */
export const bothOrders: readonly (readonly [number, number])[] = [
  [1, 2],
  [2, 1],
]

/** Lets everyone exchange what the others lack, twice, so that what is written in answer travels too. */
export function meet(...writers: Writer[]): void {
  for (const { session } of writers) session.settle()
  for (let round = 0; round < 2; round++)
    for (const from of writers)
      for (const to of writers)
        if (from !== to) applyUpdate(to.body, encodeStateAsUpdate(from.body, encodeStateVector(to.body)))
}

/** The position before the first block that begins with these words; '' means the first empty one. */
export function positionOf({ view }: Writer, words: string): number {
  let found: number | undefined
  forEachTextBlock(view.state.doc, (block, pos) => {
    if (words === '' ? block.content.size === 0 : block.textContent.startsWith(words)) found ??= pos
  })
  if (found === undefined) throw new Error(`No block begins with “${words}”`)
  return found
}

/** Puts the caret into the block that begins with these words: so many characters in, from the end if negative. */
export function caretAt(who: Writer, words: string, offset = 0): void {
  const pos = positionOf(who, words)
  const size = who.view.state.doc.nodeAt(pos)?.content.size ?? 0
  const at = pos + 1 + (Object.is(offset, -0) || offset < 0 ? size + offset : offset)
  who.view.dispatch(who.view.state.tr.setSelection(TextSelection.create(who.view.state.doc, at)))
}

export const atEnd = -0

/** Selects from one block (offset in it) to another. */
export function select(who: Writer, from: readonly [string, number], to: readonly [string, number]): void {
  caretAt(who, ...from)
  const anchor = who.view.state.selection.from
  caretAt(who, ...to)
  const head = who.view.state.selection.from
  who.view.dispatch(who.view.state.tr.setSelection(TextSelection.create(who.view.state.doc, anchor, head)))
}

/** Types at the end of the block that begins with these words. */
export function typeInto(who: Writer, words: string, typed: string): void {
  caretAt(who, words, atEnd)
  type(who, typed)
}

/** Types at the caret as the keyboard does, letter by letter. */
export function type({ view }: Writer, typed: string): void {
  for (const letter of typed) {
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(letter, from, to)
    const isHandled = view.someProp('handleTextInput', handle => handle(view, from, to, letter, insert))
    if (isHandled !== true) view.dispatch(insert())
  }
}

/** Presses a key such as "Enter" or "Mod-Alt-1". */
export function press({ view }: Writer, key: string): boolean {
  const parts = key.split('-')
  const name = parts.pop() ?? ''
  const event = new KeyboardEvent('keydown', {
    key: name,
    ctrlKey: parts.includes('Mod'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    bubbles: true,
    cancelable: true,
  })
  return view.someProp('handleKeyDown', handle => handle(view, event)) === true
}

export const run = ({ view }: Writer, command: Command): boolean => command(view.state, view.dispatch, view)

/** The blocks of the text in words: "letter: Title", "para", "- item"; sheets are parted by "|". */
export function shape({ view }: Writer): string {
  const sheets: string[] = []
  view.state.doc.forEach(sheet => {
    const blocks: string[] = []
    sheet.forEach(block => {
      const { level, list } = block.attrs as { level?: string; list?: string }
      const kind = level ? `${level}: ` : list && list !== 'none' ? `${list}) ` : ''
      blocks.push(block.isTextblock ? kind + block.textContent : block.type.name)
    })
    sheets.push(blocks.join(' / '))
  })
  return sheets.join(' | ')
}
