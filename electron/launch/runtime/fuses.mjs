const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const on = 0x31
const off = 0x30

/** Positions in Electron's fuse wire (version 1). */
const nodeCliInspect = 3
const ownSnapshot = 6

/**
 * Sets Cypress's two changes back to what Electron ships with: Playwright needs the first, and the second wants a
 * snapshot file that is left out.
 * @param {Buffer} executable changed in place
 */
export function resetFuses(executable) {
  const at = executable.indexOf(sentinel)
  const wire = at + sentinel.length
  if (at < 0 || executable[wire] !== 1) throw new Error('No fuse wire of version 1 in the executable')
  executable[wire + 2 + nodeCliInspect] = on
  executable[wire + 2 + ownSnapshot] = off
}
