import { run } from '../run.mjs'
import { findProgram } from '../machine.mjs'

/** @typedef {import('./ensure-debian.mjs').Wish} Wish */

/** @param {string} name @param {Wish['packages']} packages @returns {Wish} */
const program = (name, ...packages) => ({ packages, present: () => findProgram(name) !== null })

/** @param {string} family @param {Wish['packages']} packages @returns {Wish} */
const font = (family, ...packages) => ({
  packages,
  present: async () => (await run('fc-list', [family], { output: 'capture' })).text.trim() !== '',
})

/** What the tests judge exports by, and the display they run under. Fonts have the widths of Times New Roman. */
export const oracles = [
  program('xvfb-run', 'xvfb'),
  program('xauth', 'xauth'),
  program('xdotool', 'xdotool'),
  program('soffice', 'libreoffice-writer-nogui'),
  program('pandoc', 'pandoc'),
  program('qpdf', 'qpdf'),
  program('pdftotext', 'poppler-utils'),
  program('fc-list', 'fontconfig'),
  font('Liberation Serif', 'fonts-liberation2', 'fonts-liberation'),
]
