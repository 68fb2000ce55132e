import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { commandNames, eventNames } from '../../shared/ipc/command-names'
import { appOrigin, droppedChannel, openedMessage, readyChannel } from '../../shared/ipc/channels'
import { onFileDropped } from './dropped-files'

const commands: ReadonlySet<string> = new Set(commandNames)
const events: ReadonlySet<string> = new Set(eventNames)

// The whole bridge. Windows get no ipcRenderer and no channel of their own choosing.
contextBridge.exposeInMainWorld('host', {
  ask: (name: string, input: unknown): Promise<unknown> =>
    commands.has(name)
      ? ipcRenderer.invoke(name, input)
      : Promise.reject(new Error(`No such command: ${name}`)),

  listen: (name: string, handler: (payload: unknown) => void): (() => void) => {
    if (!events.has(name)) throw new Error(`No such event: ${name}`)
    const hear = (_event: unknown, payload: unknown): void => handler(payload)
    ipcRenderer.on(name, hear)
    return () => void ipcRenderer.off(name, hear)
  },

  ready: (): void => ipcRenderer.send(readyChannel),
})

// A port cannot cross the bridge, but a page's own message can carry it. The origin keeps it from any other page.
ipcRenderer.on('report.opened', (event, payload: object) =>
  window.postMessage({ kind: openedMessage, ...payload }, appOrigin, event.ports as readonly object[]),
)

// Only a real drop yields a path, and it goes to the main process first, which then knows that a person chose it.
onFileDropped(file => ipcRenderer.send(droppedChannel, webUtils.getPathForFile(file)))
