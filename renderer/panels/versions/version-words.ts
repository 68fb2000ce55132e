import type { Version } from '../../../shared/versions/version'
import { vi } from '../../wording/vi'
import { moment } from '../../wording/window'

const words = vi.versions

/** As a list and a banner call it: "Dự thảo lần 2", or what the program kept it for. */
export const nameOf = ({ number, label, cause }: Version): string =>
  number === null ? words.causes[cause] : label

/** When it was made, and by whom. */
export function madeOf({ number, at, by }: Version): string {
  const when = moment(at, new Date())
  return number === null ? words.kept(when) : words.frozen(when, by?.name ?? '')
}

export const bannerOf = (version: Version): string =>
  version.number === null
    ? words.beside.keptBanner(words.causes[version.cause], moment(version.at, new Date()))
    : words.beside.banner(version.label, version.date)
