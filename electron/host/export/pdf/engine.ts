import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import initialise, { TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import { z } from 'zod'
import { resourcePath } from '../../resources'
import { fontFiles } from './font-files'

const mainFile = '/report.typ'
/** Asks the compiler for its diagnostics in full. */
const fullDiagnostics = 3

const Answer = z.object({
  result: z.instanceof(Uint8Array).optional(),
  diagnostics: z.array(z.unknown()).optional(),
})

/** Typst without a file system, packages or network: it sees the given source and our fonts, nothing else. */
export class PdfEngine {
  readonly #compiler: TypstCompiler

  private constructor(compiler: TypstCompiler) {
    this.#compiler = compiler
  }

  /** Takes about a third of a second. */
  static async start(): Promise<PdfEngine> {
    const wasm = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
    await initialise({ module_or_path: readFileSync(wasm) })
    const builder = new TypstCompilerBuilder()
    builder.set_dummy_access_model()
    for (const file of fontFiles) await builder.add_raw_font(new Uint8Array(readFileSync(resourcePath(file))))
    return new PdfEngine(await builder.build())
  }

  /** A tagged PDF. Source that Typst refuses is a bug of ours: user text cannot be code. */
  compile(source: string): Uint8Array {
    this.#compiler.add_source(mainFile, source)
    const answer = Answer.parse(this.#compiler.compile(mainFile, undefined, 'pdf', fullDiagnostics))
    if (!answer.result) throw new Error(`Typst refused the report: ${JSON.stringify(answer.diagnostics)}`)
    return answer.result
  }
}
