import { say } from './say.mjs'
import { words } from './words.mjs'

/**
 * Runs a launch script: what it throws is a sentence for the person who typed the command.
 * @param {() => Promise<number | void>} main its exit code
 */
export async function runMain(main) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    say(words.oldNode(process.version))
    process.exitCode = 1
    return
  }
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
