import { resolve } from 'node:path'
import { RefusedChange } from '../committee/refused-change'
import { serveFolder, type ServedFolder } from '../committee/serve-folder'
import { UsageError, type Command, type Output } from './command'
import { parseOptions } from './parse-arguments'
import { usualPort } from './usual-port'
import { words } from './words'

export const serveCommand: Command = {
  name: 'serve',
  synopsis: '--data THƯ_MỤC [--port CỔNG] [--host ĐỊA_CHỈ] [--gather MS] [--json]',
  summary: words.summaries.serve,
  async run(args, output) {
    const values = parseOptions(args, {
      data: { type: 'string' },
      port: { type: 'string', default: usualPort },
      host: { type: 'string', default: '0.0.0.0' },
      gather: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    })
    if (values.data === undefined) throw new UsageError(words.dataMissing)
    const served = await serveFolder({
      folder: resolve(values.data),
      host: values.host,
      port: wholeNumber(values.port, 65_535),
      gather: wholeNumber(values.gather, 1000),
      onShutOut: error => output.err(inWords(error)),
      onBug: error => output.err(words.broken + String(error)),
    })
    const stopped = untilStopped()
    output.out(values.json ? JSON.stringify(toJson(served)) : toWords(served))
    tellRemarks(served, output)
    await stopped
    await served.close()
    output.err(words.serve.stopping)
  },
}

function wholeNumber(text: string, most: number): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > most) throw new UsageError(words.badNumber(text, most))
  return Number(text)
}

/** Resolves when the program is asked to end: by systemd, or by Ctrl+C. */
function untilStopped(): Promise<void> {
  return new Promise(done => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => done())
  })
}

const toJson = ({ urls, certificate, reports, remarks }: ServedFolder) => ({
  urls,
  certificate,
  reports: reports.map(({ shared, path, title }) => ({ id: shared.id, path, title })),
  remarks,
})

const toWords = ({ urls, certificate, reports }: ServedFolder): string =>
  [
    ...reports.map(({ title, path }) => words.serve.report(title, path)),
    words.serve.listening(urls),
    certificate === 'loopback' ? words.serve.loopback : words.serve.certificate(certificate),
  ].join('\n')

function tellRemarks({ remarks }: ServedFolder, output: Output): void {
  for (const { path, message } of remarks) output.err(words.serve.remark(path, message))
}

function inWords(error: unknown): string {
  if (error instanceof RefusedChange) return words.serve.refused(error.refusal.code)
  // It may quote what a stranger sent: never as it is onto a terminal.
  return words.serve.badMessage(JSON.stringify(String(error).slice(0, 100)))
}
