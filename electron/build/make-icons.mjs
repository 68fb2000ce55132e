// node electron/build/make-icons.mjs: draws resources/icons anew from icon.svg. Needs Chromium on the path.
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findProgram, isRoot } from '../launch/machine.mjs'
import { inRoot } from '../launch/paths.mjs'

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Apple's name of each picture; the second of a size is the one for screens of double density. */
const appleKinds = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
])

const drawn = await draw(readFileSync(inRoot('resources/icons/icon.svg'), 'utf8'))
for (const [size, png] of drawn) put(`${String(size)}x${String(size)}.png`, png)
put('icon.ico', windowsIcon([...drawn].filter(([size]) => size <= 256)))
put('icon.icns', appleIcon())

/** @param {string} name @param {Buffer} bytes */
function put(name, bytes) {
  writeFileSync(inRoot('resources/icons', name), bytes)
}

/** @param {string} svg @returns {Promise<Map<number, Buffer>>} size in pixels → PNG */
async function draw(svg) {
  const executablePath =
    findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome')
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    chromiumSandbox: !isRoot,
  })
  const page = await browser.newPage()
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
    pictures.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return pictures
}

/**
 * An ICO file of PNG pictures: a count, one 16-byte entry for each, then the pictures.
 * @param {[number, Buffer][]} pictures at most 256 pixels wide
 */
function windowsIcon(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(([size, png], index) => {
    const at = 6 + 16 * index
    // One byte each; 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(([, png]) => png)])
}

/** An ICNS file: its name and length, then each picture with its kind and length (big-endian, heads included). */
function appleIcon() {
  const pieces = appleKinds.map(([kind, size]) => {
    const png = drawn.get(size) ?? Buffer.alloc(0)
    return Buffer.concat([appleHead(kind, png.length), png])
  })
  const body = Buffer.concat(pieces)
  return Buffer.concat([appleHead('icns', body.length), body])
}

/** @param {string} kind @param {number} length of what follows */
function appleHead(kind, length) {
  const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}
