import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import type { JsonFile } from '../files/json-file'

export const WindowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export const firstSize = { width: 1360, height: 860 }
export const smallestSize = { width: 760, height: 520 }

/** Where to put a new window: as the last one stood, if that place can still be seen. */
export function placeFor(
  file: JsonFile<WindowPlace | null>,
  beside: BrowserWindow | undefined,
): Partial<Rectangle> {
  const last = beside ? shifted(beside.getNormalBounds()) : file.read()
  if (!last) return firstSize
  const { x, y, width, height } = last
  return isVisible({ x, y, width, height }) ? { x, y, width, height } : { width, height }
}

/** Remembers the window's place as it closes. */
export function rememberPlace(window: BrowserWindow, file: JsonFile<WindowPlace | null>): void {
  window.on('close', () => file.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
}

const shifted = (bounds: Rectangle): Rectangle => ({ ...bounds, x: bounds.x + 28, y: bounds.y + 28 })

/** A screen that was there last time may be gone: enough of the title bar must lie on one that is. */
function isVisible({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return across > 120 && y >= workArea.y - 8 && y < workArea.y + workArea.height - 60
  })
}
