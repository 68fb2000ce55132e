import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from '../../../shared/ipc/channels'

// The program has nothing to fetch: no updates of Chromium's parts, no probes, no dictionaries. Must run before the
// app is ready.
export function keepOffTheNetwork(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ])
    app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('no-pings')
}

/** Every page, also one that nobody meant to open, stays where it is and opens nothing. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents))
}

function lockPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}

const local = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** Denies what pages may ask of the computer, and every request that would leave it. */
export function lockSession(session: Session): void {
  // Writing to the clipboard is what "copy" does; reading it, camera, place and the rest are denied.
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write' && contents.getURL().startsWith(`${appOrigin}/`)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === 'clipboard-sanitized-write' && origin.startsWith(appOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !local.has(new URL(details.url).protocol) }),
  )
}
