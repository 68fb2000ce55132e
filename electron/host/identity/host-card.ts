import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isHostUrl } from '../../../shared/session/host-url'
import { Fingerprint } from '../../../shared/session/messages'

const Url = z.string().refine(isHostUrl)

/** How programs of the same computer find a running host, and what it is called on the network. */
export const HostCard = z.object({
  /** Addresses for invitations, the likeliest first. */
  urls: z.array(Url).min(1).max(8),
  certificate: Fingerprint,
  /** Address and secret for commands of the operator; null while the host is not running. */
  control: z.object({ url: Url, secret: z.string() }).nullable(),
})
export type HostCard = z.infer<typeof HostCard>

/** Where a host keeps what is its own: beside the reports that it serves. */
export const hostFolderOf = (data: string): string => join(data, '.du-thao')
export const certificatePathOf = (hostFolder: string): string => join(hostFolder, 'certificate.json')
const cardPathOf = (hostFolder: string): string => join(hostFolder, 'host.json')

export const newControlSecret = (): string => randomBytes(32).toString('base64url')

/** Only its owner may read it (mode 0600). */
export function writeHostCard(hostFolder: string, card: HostCard): void {
  mkdirSync(hostFolder, { recursive: true, mode: 0o700 })
  const temporary = `${cardPathOf(hostFolder)}.${randomUUID().slice(0, 8)}`
  writeFileSync(temporary, JSON.stringify(card), { mode: 0o600, flag: 'wx' })
  renameSync(temporary, cardPathOf(hostFolder))
}

/** Null where there is none, or none that can be read. */
export function readHostCard(hostFolder: string): HostCard | null {
  try {
    return HostCard.safeParse(JSON.parse(readFileSync(cardPathOf(hostFolder), 'utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
