import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { appOrigin } from '../../../shared/ipc/channels'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

// Our own scripts and styles only, nothing inline, no network. WebAssembly is for the PDF preview.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the app is ready: the scheme gets the rights of a web origin. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export interface ServedFolders {
  /** The built window. */
  readonly renderer: string
  /** The fonts of the export, under `/fonts/`. */
  readonly fonts: string
}

/** Serves the window's files and fonts under app://du-thao/, and nothing else. */
export function serveApp(folders: ServedFolders): void {
  protocol.handle('app', request => answer(request.url, folders))
}

async function answer(address: string, folders: ServedFolders): Promise<Response> {
  const file = fileFor(address, folders)
  if (!file) return new Response(null, { status: 404 })
  try {
    return new Response(await readFile(file), {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Response(null, { status: 404 })
    throw error
  }
}

/** The file behind an address, or null for whatever leads elsewhere. */
export function fileFor(address: string, { renderer, fonts }: ServedFolders): string | null {
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== appOrigin) return null
  const path = decodeURIComponent(url.pathname)
  const [folder, rest] = path.startsWith('/fonts/') ? [fonts, path.slice('/fonts'.length)] : [renderer, path]
  const file = normalize(join(folder, rest === '/' ? 'index.html' : rest))
  return file.startsWith(folder + sep) && !file.includes('\0') ? file : null
}
