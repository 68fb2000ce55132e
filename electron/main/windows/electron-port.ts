import type { MessagePortMain } from 'electron'
import type { Port } from '../../host/report-host/port'

/** Electron's port as the host knows ports. */
export function portOf(port: MessagePortMain): Port {
  return {
    send: message => port.postMessage(message),
    onMessage: listener => {
      port.on('message', event => listener(event.data))
      port.start()
    },
    onClose: listener => void port.on('close', listener),
    close: () => port.close(),
  }
}
