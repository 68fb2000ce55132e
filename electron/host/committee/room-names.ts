import { rooms, type RoomKind } from '../../../shared/session/messages'

export type RoomName = RoomKind

export const isRoomName = (name: string): name is RoomName => (rooms as readonly string[]).includes(name)

export interface Address {
  readonly reportId: string
  readonly room: string
  readonly params: URLSearchParams
}

/** `/REPORT/ROOM?…` of a connection; null for anything else. */
export function readAddress(url: string | undefined): Address | null {
  const at = (url ?? '').indexOf('?')
  const path = (at < 0 ? (url ?? '') : (url ?? '').slice(0, at)).split('/')
  const [before, reportId = '', room = '', ...more] = path
  if (before !== '' || more.length > 0 || !/^[\w-]{1,100}$/.test(reportId)) return null
  return { reportId, room, params: new URLSearchParams(at < 0 ? '' : (url ?? '').slice(at + 1)) }
}
