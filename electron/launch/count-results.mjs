/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

export const none = Object.freeze({ passed: 0, failed: 0, skipped: 0 })

/** @param {readonly Counts[]} counts @returns {Counts} */
export const sum = counts =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    none,
  )

/**
 * @param {any} report what vitest's json reporter writes
 * @returns {Counts} a test file that could not even be loaded counts as one failure
 */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {any} report what Playwright's json reporter writes
 * @returns {Counts} a flaky test (passed when tried again) counts as failed
 */
export const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
  skipped: stats.skipped,
})

/** @param {Counts} counts the last line of `npm test` */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** A run without a single test proves nothing, and is no success. @param {Counts} counts */
export const succeeded = ({ passed, failed }) => failed === 0 && passed > 0
