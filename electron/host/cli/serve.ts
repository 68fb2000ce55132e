import { resolve } from 'node:path'
import { serveFolder, type ServedFolder } from '../committee/serve-folder'
import { UsageError, type Command, type Output } from './command'
import { parseOptions } from './parse-arguments'
import { untilStopped, whyShutOut } from './running'
import { serveAsInstance } from './serve-cluster'
import { usualPort } from '../sharing/usual-port'
import { words } from './words'

export const serveCommand: Command = {
  name: 'serve',
  synopsis:
    '(--data THƯ_MỤC | --cluster CẤU_HÌNH.json) [--port CỔNG] [--host ĐỊA_CHỈ] [--gather MS] [--json]',
  summary: words.summaries.serve,
  async run(args, output) {
    const values = parseOptions(args, {
      data: { type: 'string' },
      cluster: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      gather: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    })
    const { host, port } = values
    if (values.cluster !== undefined) {
      const given = { ...(host && { host }), ...(port && { port: wholeNumber(port, 65_535) }) }
      await serveAsInstance(values.cluster, { given, json: values.json }, output)
      return
    }
    if (values.data === undefined) throw new UsageError(words.dataMissing)
    const served = await serveFolder({
      folder: resolve(values.data),
      host: host ?? '0.0.0.0',
      port: wholeNumber(port ?? usualPort, 65_535),
      gather: wholeNumber(values.gather, 1000),
      onShutOut: error => output.err(whyShutOut(error)),
      onBug: error => output.err(words.broken + String(error)),
      onFound: found => {
        for (const { title, path } of found.reports) output.err(words.serve.report(title, path))
        tellRemarks(found, output)
      },
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

function tellRemarks({ remarks }: Pick<ServedFolder, 'remarks'>, output: Output): void {
  for (const { path, message } of remarks) output.err(words.serve.remark(path, message))
}
