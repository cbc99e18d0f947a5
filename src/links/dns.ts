import { Resolver, lookup as systemLookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';

/** The fault of a look-up, by c-ares's code: `ENOTFOUND` is “no such name”, all others leave it open. */
export class LookupError extends Error {
  readonly code: string;

  constructor(host: string, code: string) {
    super(`${host}: ${code}`);
    this.code = code;
  }
}

/** Names to addresses, at least one. @throws {LookupError} */
export interface Names {
  resolve(host: string): Promise<string[]>;
  /** The same names, but what was not found here is asked for again there. */
  anew(): Names;
  /** Leaves what is still being asked: c-ares would go on waiting for name servers that do not answer. */
  close(): void;
}

export interface NamesOptions {
  /** `ADDRESS` or `ADDRESS:PORT`; the system's otherwise. */
  servers?: readonly string[] | undefined;
  /** Of one question to one server, in milliseconds. */
  timeout: number;
}

/**
 * Names by c-ares, which tells “no such name” from “no answer” and does not use up Node's four threads; the hosts
 * file goes first. Where no servers are given, the system's own resolver has the last word on a name that c-ares
 * does not find: it may know sources that c-ares does not. Where c-ares gets answers for other names, one that brings
 * nothing but trouble would only bring it once more: slowly, and on the few threads that others wait for.
 */
export function createNames(options: NamesOptions): Names {
  const resolver = new Resolver({ timeout: options.timeout, tries: 2 });
  if (options.servers) resolver.setServers([...options.servers]);
  const hosts = readHosts();
  let answers = false;
  let closed = false;
  let pilot: Promise<string[]> | undefined;

  async function find(host: string): Promise<string[]> {
    const local = (await hosts).get(host);
    if (local) return local;
    const answer = await ask(resolver, host);
    if (Array.isArray(answer)) {
      answers = true;
      return answer;
    }
    const fromSystem = closed || options.servers ? [] : await beyond(host, answer);
    if (fromSystem.length > 0) return fromSystem;
    throw new LookupError(host, answer);
  }

  /** What the system finds; where c-ares meets nothing but trouble, the first such name tells whether it finds more. */
  async function beyond(host: string, code: string): Promise<string[]> {
    if (notFound.has(code)) return askSystem(host);
    if (answers) return [];
    if (!pilot) {
      pilot = askSystem(host);
      return pilot;
    }
    return (await pilot).length > 0 ? askSystem(host) : [];
  }

  const close = () => {
    closed = true;
    resolver.cancel();
  };
  return namesBy(find, close, new Map());
}

function namesBy(
  find: (host: string) => Promise<string[]>,
  close: () => void,
  known: Map<string, Promise<string[]>>,
): Names {
  const faulty = new Map<string, Promise<string[]>>();

  function ask(host: string): Promise<string[]> {
    const answer = find(host);
    known.set(host, answer);
    answer.catch(() => {
      known.delete(host);
      faulty.set(host, answer);
    });
    return answer;
  }

  return {
    resolve(written) {
      const host = written.replace(/\.$/, '').toLowerCase();
      if (isIP(host)) return Promise.resolve([host]);
      return known.get(host) ?? faulty.get(host) ?? ask(host);
    },
    anew: () => namesBy(find, close, known),
    close,
  };
}

/** What is no trouble, but an answer. */
const notFound = new Set(['ENOTFOUND', 'ENODATA']);

/** How long one family is waited for once the other has answered (RFC 8305, 3, is stricter still). */
const familyPatience = 1500;

/** Addresses, or the code of the fault. Both families are asked; no such name is only believed of both. */
async function ask(resolver: Resolver, host: string): Promise<string[] | string> {
  const six = settle(resolver.resolve6(host));
  const four = settle(resolver.resolve4(host));
  const early = await Promise.race([six, four]);
  const late = Array.isArray(early)
    ? Promise.race([Promise.all([six, four]), nothing(familyPatience)])
    : undefined;
  const answers = (await late) ?? (late ? [early] : await Promise.all([six, four]));
  const addresses = answers.filter((answer) => Array.isArray(answer)).flat();
  if (addresses.length > 0) return addresses;
  const codes = answers.filter((answer) => typeof answer === 'string');
  return codes.find((code) => !notFound.has(code)) ?? gravest(codes);
}

function settle(question: Promise<string[]>): Promise<string[] | string> {
  return question.then(
    (addresses) => (addresses.length > 0 ? addresses : 'ENODATA'),
    ({ code }) => {
      // c-ares says of its servers what TCP says of a host.
      if (code === 'ECONNREFUSED') return 'KEMPT_NO_NAME_SERVER';
      return String(code ?? 'EUNKNOWN');
    },
  );
}

function nothing(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });
}

function gravest(codes: string[]): string {
  return codes.every((code) => code === 'ENOTFOUND') ? 'ENOTFOUND' : 'ENODATA';
}

async function askSystem(host: string): Promise<string[]> {
  try {
    return (await systemLookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

const hostsFile = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts';

async function readHosts(): Promise<Map<string, string[]>> {
  const text = await readFile(hostsFile, 'utf8').catch(() => '');
  const hosts = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [address, ...names] = (line.split('#', 1)[0] ?? '').split(/\s+/).filter(Boolean);
    if (!address || !isIP(address)) continue;
    for (const name of names) {
      const key = name.toLowerCase();
      hosts.set(key, [...(hosts.get(key) ?? []), address]);
    }
  }
  return hosts;
}
