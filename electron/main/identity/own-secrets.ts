import { join } from 'node:path'
import { safeStorage } from 'electron'
import { openCertificate, type HostCertificate } from '../../host/identity/certificate'
import { openIdentity, type Identity } from '../../host/identity/identity'
import type { Sealer } from '../../host/identity/sealed-file'

/** Who this computer is to committees. Each is read once, and made when it is first needed (after `ready`). */
export interface OwnSecrets {
  /** Throws a Failure where it is there and cannot be read. */
  readonly identity: () => Identity
  /** Of the reports that are shared from here. Throws as above. */
  readonly certificate: () => HostCertificate
}

/** Kept in the person's own folder, sealed where the system offers it. */
export function ownSecrets(folder: string): OwnSecrets {
  let identity: Identity | undefined
  let certificate: HostCertificate | undefined
  return {
    identity: () => (identity ??= openIdentity(join(folder, 'identity.json'), systemSealer())),
    certificate: () => (certificate ??= openCertificate(join(folder, 'certificate.json'), systemSealer())),
  }
}

function systemSealer(): Sealer | undefined {
  // Without a keyring Linux "seals" with a password that everybody knows, and cannot open it once there is a keyring.
  const isPlain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (isPlain || !safeStorage.isEncryptionAvailable()) return undefined
  return {
    seal: text => safeStorage.encryptString(text).toString('base64'),
    unseal: sealed => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  }
}
