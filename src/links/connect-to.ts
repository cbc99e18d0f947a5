import { KemptError } from '../kempt-error.ts';

export interface Endpoint {
  host: string;
  port: number;
}

/** The endpoint to dial instead; undefined where nothing maps. */
export type ConnectTo = (host: string, port: number) => Endpoint | undefined;

/**
 * As curl's `--connect-to`: `HOST:PORT:TO-HOST:TO-PORT`, IPv6 in brackets; an empty HOST or PORT matches every
 * one, an empty TO-HOST or TO-PORT keeps what was asked for. The first match applies. Host header and SNI stay
 * those of the address.
 *
 * @throws {KemptError} for one that cannot be read
 */
export function createConnectTo(mappings: readonly string[]): ConnectTo {
  const rows = mappings.map(parseMapping);
  return (host, port) => {
    const name = bare(host).toLowerCase();
    const row = rows.find(
      (one) => (one.host === '' || one.host === name) && (!one.port || one.port === port),
    );
    return row && { host: row.toHost || bare(host), port: row.toPort || port };
  };
}

const mapping = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/;

function parseMapping(text: string) {
  const match = mapping.exec(text);
  const ports = [Number(match?.[2] ?? 0), Number(match?.[4] ?? 0)];
  if (!match || ports.some((port) => port > 65535)) {
    throw new KemptError(`“${text}” is not a mapping`, {
      where: 'connect-to',
      hint: 'Write HOST:PORT:TO-HOST:TO-PORT, for example example.com:443:127.0.0.1:8443',
    });
  }
  return {
    host: bare(match[1] ?? '').toLowerCase(),
    port: ports[0] as number,
    toHost: bare(match[3] ?? ''),
    toPort: ports[1] as number,
  };
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
