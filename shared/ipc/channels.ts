/*
 * The few names beside commands and events that the preload script and the main process share.
 */

/** Where the window's page comes from. */
export const appOrigin = 'app://du-thao'

/** Preload → main: the page listens for its report. */
export const readyChannel = 'window.ready'

/** Preload → main: a file was dropped on the window. */
export const droppedChannel = 'window.dropped'

/** Preload → page, as a window message that carries the port of the opened report. */
export const openedMessage = 'du-thao:report.opened'
