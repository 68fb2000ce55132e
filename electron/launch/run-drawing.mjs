import { findProgram, hasDisplay } from './machine.mjs'
import { run } from './run.mjs'

const xvfb = () => findProgram('xvfb-run')

export const canDraw = () => xvfb() !== null || hasDisplay()

/**
 * Runs a script of Node whose windows go to a display of their own where there is one to be had: on the person's own,
 * focus and pointer would be fought for.
 * @param {readonly string[]} script its file and arguments
 * @returns {Promise<number>} exit code
 */
export async function runDrawing(script) {
  const hidden = xvfb()
  const { code } = hidden
    ? await run(hidden, ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, ...script])
    : await run(process.execPath, script)
  return code
}
