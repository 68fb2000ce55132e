/* A second program: opens a report, says how ("opened", or why only for reading), writes its words, and keeps it until it is killed. */
import { writeSync } from 'node:fs'
import { XmlElement, XmlText } from 'yjs'
import { openReportStore } from '../../../electron/host/store/report-store'
import { textOf } from '../../../shared/sync/report-doc'

const [path = '', words = ''] = process.argv.slice(2)
const store = openReportStore(path, { pace: { retry: 100 } })
writeSync(1, `${store.readOnly ?? 'opened'}\n`)
store.onState(state => writeSync(1, `${state.kind} ${'message' in state ? state.message : ''}\n`))
for (const word of words.split(' ').filter(Boolean)) {
  const paragraph = new XmlElement('paragraph')
  paragraph.setAttribute('id', word)
  paragraph.insert(0, [new XmlText(word.repeat(2000))])
  ;(textOf(store.body).get(0) as XmlElement).push([paragraph])
  store.flush()
}
writeSync(1, 'ready\n')
setInterval(() => undefined, 1000)
