/* eslint-disable @typescript-eslint/no-deprecated --
 * safeStorage's newer calls answer later; a report is opened at once, and its committee with it. */
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { openCertificate, type HostCertificate } from '../../host/identity/certificate'
import { openIdentity, type Identity } from '../../host/identity/identity'
import type { Sealer } from '../../host/identity/sealed-file'

/** Who this computer is to others. Both are made when they are first asked for, which must be after the program is ready. */
export interface DesktopIdentity {
  /** Its key, as a member. Throws a Failure where it cannot be read. */
  readonly identity: () => Identity
  /** What it shows when it hosts. Throws a Failure where it cannot be read. */
  readonly certificate: () => HostCertificate
}

export function desktopIdentity(folder: string): DesktopIdentity {
  let [identity, certificate]: [Identity | null, HostCertificate | null] = [null, null]
  return {
    identity: () => (identity ??= openIdentity(join(folder, 'identity.json'), sealer())),
    certificate: () => (certificate ??= openCertificate(join(folder, 'certificate.json'), sealer())),
  }
}

/**
 * The system's own keeper of secrets (Keychain, DPAPI, the desktop's keyring). Without one Electron would "seal" with a
 * password that everybody knows; the file's mode says as much.
 */
function sealer(): Sealer | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined
  return {
    seal: text => safeStorage.encryptString(text).toString('base64'),
    unseal: sealed => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  }
}
