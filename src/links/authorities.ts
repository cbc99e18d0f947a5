import { readFile } from 'node:fs/promises';
import tls, { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { KemptError } from '../kempt-error.ts';

/** Where systems keep the bundle of the authorities they trust. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
];

/**
 * Node's authorities, the system's and the given files': browsers on this machine trust them too, so a page that
 * they open must not be called insecure.
 *
 * @throws {KemptError} for a given file that cannot be read
 */
export async function trustedAuthorities(files: readonly string[] = []): Promise<SecureContext> {
  const given = await Promise.all(files.map(readGiven));
  return createSecureContext({ ca: [...rootCertificates, ...(await systemAuthorities()), ...given] });
}

/** Newer Nodes know the system's store; before that, the first bundle that is there. */
async function systemAuthorities(): Promise<string[]> {
  const { getCACertificates } = tls as { getCACertificates?: (type: string) => string[] };
  if (getCACertificates) return [...getCACertificates('system'), ...getCACertificates('extra')];
  for (const bundle of bundles) {
    const text = await readFile(bundle, 'utf8').catch(() => undefined);
    if (text) return [text];
  }
  return [];
}

async function readGiven(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new KemptError('The certificates cannot be read', {
      where: file,
      hint: 'Give a file of PEM certificates that this user may read',
      cause,
    });
  }
}
