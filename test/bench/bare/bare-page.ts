import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { depthOf } from '../../../shared/report/levels'
import { isHeading, levelOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { forEachTextBlock, wordsOf } from '../../../shared/report/text-blocks'

let script: Promise<string> | undefined

/** A page with a bare ProseMirror holding the text of the report, as a file. Answers its path. */
export async function writeBarePage(report: Report, folder: string, name: string): Promise<string> {
  script ??= bundle()
  const blocks: { level: number; text: string }[] = []
  forEachTextBlock(report.text, block =>
    blocks.push({ level: isHeading(block) ? depthOf(levelOf(block)) + 1 : 0, text: wordsOf(block) }),
  )
  const path = join(folder, `${name}.html`)
  const data = JSON.stringify(blocks).replaceAll('<', '\\u003c')
  await writeFile(path, page(`const blocks = ${data}`, await script))
  return path
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('page.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bare' } },
  })
  const [first] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[]
  return first!.output[0].code.replaceAll('</script', '<\\/script')
}

// The paper's measures, so that lines break alike.
const style =
  'body{margin:0 auto;width:165mm;font:14pt/18pt "Times New Roman",Tinos,serif;text-align:justify}' +
  'p{margin:6pt 0;text-indent:10mm}.ProseMirror{white-space:pre-wrap;outline:none}'

const page = (data: string, code: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>ProseMirror</title><style>${style}</style>` +
  `<body><script>${data}</script><script>${code}</script></body></html>`
