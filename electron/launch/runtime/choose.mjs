/**
 * What is known before anything is fetched.
 * @typedef {object} Situation
 * @property {boolean} override the person named a runtime in ELECTRON_OVERRIDE_DIST_PATH
 * @property {boolean} hasOfficial
 * @property {boolean} failedToday a fetch of the official one failed within a day
 * @property {boolean} hasFallback it lies in the cache
 * @property {boolean} fallbackFits it exists for this system
 */

/**
 * In which order to try. The official runtime wins over the pinned one, but a start never waits for a host that was
 * silent today when something that works lies at hand.
 * @param {Situation} situation
 * @returns {('override' | 'official' | 'fetch-official' | 'fallback')[]}
 */
export function runtimesToTry({ override, hasOfficial, failedToday, hasFallback, fallbackFits }) {
  if (override) return ['override']
  if (hasOfficial) return ['official']
  if (!fallbackFits) return ['fetch-official']
  return failedToday && hasFallback ? ['fallback', 'fetch-official'] : ['fetch-official', 'fallback']
}
