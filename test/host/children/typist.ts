/*
 * A program that types, for a test that kills it: the real store and host, a window's replica on the other end of a
 * real port. Says on stdout what is on the screen ("typed <number> <time>") and what the status bar calls saved
 * ("saved <number>"). Every edit adds <number> to the text, a note or a cell of the indicator table.
 */
import { writeSync } from 'node:fs'
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import type { XmlElement, XmlFragment, XmlText } from 'yjs'
import { ReportHost } from '../../../electron/host/report-host/report-host'
import type { Port } from '../../../electron/host/report-host/port'
import { openReportStore } from '../../../electron/host/store/report-store'
import { connectReport, type ConnectedReport } from '../../../renderer/host/sync-port'
import { fieldsOf, indicatorsOf, notesOf, rowsOf, textOf } from '../../../shared/sync/report-doc'

const [path = '', first = '1'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

const store = openReportStore(path)
const host = new ReportHost(store, error => say(`bad message ${String(error)}`))
const lastIn = (body: ConnectedReport['body']): string => fieldsOf(body).get('signer') ?? '0'
store.onState(state => say(`${state.kind} ${lastIn(store.body)}`))

const { port1, port2 } = new MessageChannel()
host.serve(hostEnd(port1))
const { body } = await connectReport(port2 as unknown as MessagePort)
let number = Number(first)
typeOn()

function typeOn(): void {
  const mark = `<${number}>`
  body.transact(() => {
    const kind = Math.floor(Math.random() * 3)
    if (kind === 0) typeInText(mark)
    else if (kind === 1) typeInNote(mark)
    else typeInCell(mark)
    fieldsOf(body).set('signer', String(number))
  })
  say(`typed ${number} ${Date.now()}`)
  number++
  setTimeout(typeOn, Math.random() * 25)
}

function typeInText(mark: string): void {
  // The report of crash.test.ts begins with two paragraphs.
  const sheet = textOf(body).get(0) as XmlElement
  append(sheet.get(Math.floor(Math.random() * 2)) as XmlElement, mark)
}

function typeInNote(mark: string): void {
  const notes = [...notesOf(body).values()]
  append((notes[Math.floor(Math.random() * notes.length)] as XmlFragment).get(0) as XmlElement, mark)
}

function typeInCell(mark: string): void {
  for (const table of indicatorsOf(body).values())
    for (const row of rowsOf(table).values()) row.set('remark', `${row.get('remark') ?? ''}${mark}`)
}

function append(paragraph: XmlElement, mark: string): void {
  const words = paragraph.get(0) as XmlText
  // At either end, never inside another mark.
  words.insert(Math.random() < 0.5 ? 0 : words.length, mark)
}

function hostEnd(port: NodePort): Port {
  return {
    send: message => port.postMessage(message),
    onMessage: listener => void port.on('message', listener),
    onClose: listener => void port.on('close', listener),
    close: () => port.close(),
  }
}
