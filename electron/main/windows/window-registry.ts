import { realpathSync } from 'node:fs'
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { appOrigin } from '../../../shared/ipc/channels'
import type { JsonFile } from '../files/json-file'
import { ReportWindow } from './report-window'
import { placeFor, rememberPlace, type WindowPlace } from './window-place'

/** Every window of the program. */
export interface WindowRegistry {
  /** A new window, on its way to the screen; beside another where one is given. */
  readonly open: (beside?: ReportWindow) => ReportWindow
  readonly all: () => readonly ReportWindow[]
  /** The window that a message comes from; undefined unless it is ours and speaks from our own page's top frame. */
  readonly identify: (event: IpcMainEvent | IpcMainInvokeEvent) => ReportWindow | undefined
  /** The window that shows this file already. */
  readonly showing: (path: string) => ReportWindow | undefined
  /** The window in front. The only one counts before the system has given it the focus, too. */
  readonly focused: () => ReportWindow | undefined
}

export interface RegistryOptions {
  readonly preload: string
  readonly place: JsonFile<WindowPlace | null>
  /** Called once for each new window, before it loads. */
  readonly onOpen: (window: ReportWindow) => void
}

export function createWindows({ preload, place, onOpen }: RegistryOptions): WindowRegistry {
  const windows = new Map<number, ReportWindow>()
  const all = (): readonly ReportWindow[] => [...windows.values()]
  return {
    all,
    open: beside => {
      const window = new ReportWindow(preload, placeFor(place, beside?.browser))
      const { id } = window.browser.webContents
      windows.set(id, window)
      window.browser.on('closed', () => windows.delete(id))
      rememberPlace(window.browser, place)
      if (!beside && place.read()?.maximized) window.browser.maximize()
      onOpen(window)
      void window.load()
      return window
    },
    identify: event => {
      const frame = event.senderFrame
      const isTop = frame !== null && frame === event.sender.mainFrame
      return isTop && frame.url.startsWith(`${appOrigin}/`) ? windows.get(event.sender.id) : undefined
    },
    showing: path => all().find(window => window.report !== null && isSameFile(window.report.path, path)),
    focused: () => {
      const browser = BrowserWindow.getFocusedWindow()
      const focused = browser ? windows.get(browser.webContents.id) : undefined
      return focused ?? (windows.size === 1 ? all()[0] : undefined)
    },
  }
}

function isSameFile(a: string, b: string): boolean {
  if (a === b) return true
  try {
    return realpathSync(a) === realpathSync(b)
  } catch (error) {
    // One of them is gone (a share that vanished): then only the names can be compared, and they differ.
    if ((error as NodeJS.ErrnoException).code) return false
    throw error
  }
}
