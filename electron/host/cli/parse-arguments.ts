import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './command'
import { words } from './words'

type Options = NonNullable<ParseArgsConfig['options']>

type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values']

interface Arguments<O extends Options> {
  readonly file: string
  readonly values: Values<O>
}

/** `parseArgs` of Node for one file and some options. Throws a UsageError. */
export function parseArguments<O extends Options>(args: readonly string[], options: O): Arguments<O> {
  const { values, positionals } = parse(args, options)
  const [file, ...more] = positionals
  if (file === undefined) throw new UsageError(words.fileMissing)
  if (more.length > 0) throw new UsageError(words.oneFile)
  return { file, values }
}

/** The same for two files. */
export function parseTwoFiles<O extends Options>(
  args: readonly string[],
  options: O,
): { readonly files: readonly [string, string]; readonly values: Values<O> } {
  const { values, positionals } = parse(args, options)
  const [first, second, ...more] = positionals
  if (first === undefined || second === undefined || more.length > 0) throw new UsageError(words.twoFiles)
  return { files: [first, second], values }
}

/** `parseArgs` of Node for options alone. Throws a UsageError. */
export function parseOptions<O extends Options>(args: readonly string[], options: O): Values<O> {
  const { values, positionals } = parse(args, options)
  const [first] = positionals
  if (first !== undefined) throw new UsageError(words.badArgument(first))
  return values
}

function parse<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // The only thing that parseArgs throws is a TypeError about the arguments, in English.
    if (error instanceof TypeError)
      throw new UsageError(words.badArgument(/'([^']+)'/.exec(error.message)?.[1] ?? ''))
    throw error
  }
}
