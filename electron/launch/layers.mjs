import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { countPlaywright, countVitest, none } from './count-results.mjs'
import { canDraw, runDrawing } from './run-drawing.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { words } from './words.mjs'

/** @typedef {import('./count-results.mjs').Counts} Counts */

/** Tools are started by their files, not by npx: it would ask the registry for one that is missing. */
const tools = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
}

const eslint = ['-c', 'test/rules/eslint.config.js', '--max-warnings', '0', '.']

/** Checks without tests of their own: a failing one counts as one failed test, a passing one is not counted. */
export const checks = [
  () => check(words.layers.format, tools.prettier, ['--check', '--log-level', 'warn', '.']),
  () => check(words.layers.types, tools.tsc, ['-b']),
  () => check(words.layers.lint, tools.eslint, eslint),
]

/** On every core, where the runner would leave one free: these tests wait for nothing outside their own process. */
export const pure = () =>
  vitest(words.layers.pure, 'pure', ['unit', 'collaboration'], [`--maxWorkers=${availableParallelism()}`])
export const host = () => vitest(words.layers.host, 'host', ['host'])
export const cluster = () => vitest(words.layers.cluster, 'cluster', ['cluster'])

/** @param {string} name @param {string} tool @param {readonly string[]} args @returns {Promise<Counts>} */
async function check(name, tool, args) {
  say(words.layer(name))
  const { code } = await run(process.execPath, [inRoot(tool), ...args])
  return code === 0 ? none : { ...none, failed: 1 }
}

/**
 * @param {string} name @param {string} file @param {readonly string[]} projects
 * @param {readonly string[]} [more] arguments
 * @returns {Promise<Counts>}
 */
async function vitest(name, file, projects, more = []) {
  const output = freshResult(file)
  const args = ['run', '--config', 'test/vitest.config.ts', '--root', '.', '--passWithNoTests']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  const chosen = projects.flatMap(project => ['--project', project])
  say(words.layer(name))
  const { code } = await run(process.execPath, [
    inRoot(tools.vitest),
    ...args,
    ...more,
    ...reporters,
    ...chosen,
  ])
  return judged(name, code, readResult(output, countVitest))
}

/**
 * The window's tests, in a display of their own where there is one to be had.
 * @param {readonly string[]} [args] for Playwright
 * @returns {Promise<Counts>}
 */
export async function e2e(args = []) {
  const name = words.layers.e2e
  const output = freshResult('e2e')
  const tests = ['test', '-c', 'test/e2e/playwright.config.ts', '--pass-with-no-tests']
  say(words.layer(name))
  if (!canDraw()) {
    say(words.layerSkipped(name, words.noXvfb))
    return none
  }
  const code = await runDrawing([inRoot(tools.playwright), ...tests, ...args])
  return judged(name, code, readResult(output, countPlaywright))
}

/** A result of the last run must never be counted as this one's. @param {string} file */
function freshResult(file) {
  const path = inRoot('.build/results', `${file}.json`)
  mkdirSync(inRoot('.build/results'), { recursive: true })
  rmSync(path, { force: true })
  return path
}

/** @param {string} path @param {(report: any) => Counts} count @returns {Counts | null} */
const readResult = (path, count) => (existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : null)

/**
 * A runner that failed although every test it reported passed broke down in between.
 * @param {string} name @param {number} code @param {Counts | null} counts
 * @returns {Counts}
 */
function judged(name, code, counts) {
  const told = counts ?? none
  if (code === 0 || told.failed > 0) return told
  say(words.runnerBroke(name))
  return { ...told, failed: 1 }
}
