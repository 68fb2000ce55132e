import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './command'
import { words } from './words'

type Options = NonNullable<ParseArgsConfig['options']>

interface Arguments<O extends Options> {
  readonly file: string
  readonly values: ReturnType<typeof parseArgs<{ options: O }>>['values']
}

/** `parseArgs` of Node for one file and some options. Throws a UsageError. */
export function parseArguments<O extends Options>(args: readonly string[], options: O): Arguments<O> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    const [file, ...more] = positionals
    if (file === undefined) throw new UsageError(words.fileMissing)
    if (more.length > 0) throw new UsageError(words.oneFile)
    return { file, values }
  } catch (error) {
    // The only thing that parseArgs throws is a TypeError about the arguments, in English.
    if (error instanceof TypeError)
      throw new UsageError(words.badArgument(/'([^']+)'/.exec(error.message)?.[1] ?? ''))
    throw error
  }
}
