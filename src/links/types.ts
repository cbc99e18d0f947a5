import type { Position } from 'unist';
import type { SourceBases } from './adapters/sources.ts';
import type { ProxyOptions } from './proxy.ts';
import type { Remap } from './remap.ts';
import type { Cache } from './store/cache.ts';

/** A link as the checker is handed it: an address and where it stands. Nothing of Markdown. */
export interface LinkUse {
  /** As the list writes it. */
  url: string;
  /** Left out where it is not known, or not yet: the same address may come again with it. */
  place?: Place;
  /** When it came into the list, where that is known: an archived copy is looked for near that day. */
  added?: Date;
}

export interface Place {
  /** Path of the file as given, with forward slashes. */
  path: string;
  position: Position;
}

/** One verdict for each distinct address; where several fit, the first in this order wins. */
export const verdictNames = [
  'skipped',
  'invalid',
  'dead',
  'soft-dead',
  'broken-fragment',
  'insecure',
  'unreachable',
  'blocked',
  'moved',
  'redirected',
  'ok',
] as const;
export type VerdictName = (typeof verdictNames)[number];

/** What reading a page told, as far as it was read. */
export interface Page {
  title?: string;
  /** Text of the first h1. */
  heading?: string;
  /** Where a meta refresh of at most 5 s points, as written. */
  refresh?: string;
  /** Number of script elements. */
  scripts: number;
  /** Number of ids and names. */
  ids: number;
  /** Characters of text outside scripts and styles, counted up to some thousands. */
  text: number;
  /** Whether the page was longer than what was read of it. */
  cut: boolean;
}

/** Whether an anchor is there; `unknown` where a page is built by scripts or too long to tell. */
export type AnchorState = 'found' | 'missing' | 'unknown';

export interface AnchorAnswer {
  state: AnchorState;
  /** Why, where it is not plain. */
  why?: string;
  /** The nearest anchor that is there, for a missing one. */
  nearest?: string;
}

/** What one attempt comes to, read from the policy's table. */
export interface Outcome {
  says: 'fine' | 'gone' | 'soft' | 'insecure' | 'unsettled' | 'walled' | 'invalid' | 'private';
  /** The row of the policy that applied. */
  row: string;
  /** One sentence without a full stop. */
  reason: string;
  /** Why it is believed, or what to do about it. */
  note?: string;
}

/** One request and its answer, hop by hop: the evidence that a verdict is made from. */
export interface Hop {
  url: string;
  /** Absent where no answer came. */
  status?: number;
  /** The headers that matter, names in lower case. */
  headers: Record<string, string>;
  /** The address that was dialled, where one was. */
  address?: string;
  durationMs: number;
}

export interface Attempt {
  method: 'GET' | 'HEAD' | 'POST';
  /** 1 for the first pass, 2 for the second. */
  pass: 1 | 2;
  hops: Hop[];
  /** Answers after which the same hop was asked again, and how long was waited. */
  retried?: (Hop & { code?: string; waitMs: number })[];
  /** Transport, DNS or TLS fault by its code (`ENOTFOUND`, `ECONNRESET`, `CERT_HAS_EXPIRED`, `KEMPT_PRIVATE_ADDRESS`…). */
  code?: string;
  /** What Node or undici said with it. */
  detail?: string;
  /** The part of the last answer's body that was needed, at most 256 KiB, decoded. */
  body?: string;
  /** What reading the last answer told, where it was a page. */
  page?: Page;
  /** By fragment as written, without `#`. */
  anchors?: Record<string, AnchorAnswer>;
  /** Whether a made-up path beside this one is answered alike; absent where it was not asked. */
  siblingAlike?: boolean;
  /** HTTP version of the last answer, and whose headers were sent. */
  protocol?: 'h1' | 'h2';
  manner?: 'plain' | 'browser';
  outcome?: Outcome;
  durationMs: number;
}

/** Everything that was seen of one address. */
export interface Evidence {
  url: string;
  attempts: Attempt[];
  via: string;
}

/** What a site's interface told of a repository, beside that it is there. */
export interface Repository {
  /** `owner/name`, as it is called now. */
  name: string;
  archived: boolean;
  disabled: boolean;
  /** ISO 8601; absent where nothing was ever pushed. */
  pushedAt?: string;
}

export interface Verdict {
  /** As the list writes it. */
  url: string;
  verdict: VerdictName;
  /** Other verdicts that hold as well. */
  also: VerdictName[];
  /** Last HTTP status, absent where there was none. */
  status?: number;
  /** Transport, DNS or TLS fault, absent where there was none. */
  code?: string;
  /** Where the redirects ended, absent where there were none. */
  target?: string;
  /** One sentence without a full stop: what happened. */
  reason: string;
  /** Why it is believed, or what to do about it. */
  note?: string;
  places: Place[];
  /** Bodies are left out; `evidence: 'whole'` keeps them. */
  evidence: Evidence;
  durationMs: number;
  fromCache: boolean;
  /** `http`, or the name of the site adapter. */
  via: string;
  /** An archived copy of a dead link, where one was looked for and found. */
  archived?: string;
  /** Of an http address whose page is fine: the https address where it is as well. */
  secure?: string;
  /** For a link to a repository or into one, where its site was asked by its interface. */
  repository?: Repository;
}

export interface Progress {
  done: number;
  total: number;
  /** Hosts that still have links to be asked for. */
  hostsWaiting: number;
  /** Verdicts so far that are not ok, moved, redirected or skipped. */
  found: number;
}

/** All waits in milliseconds, all sizes in bytes. */
export interface CheckerOptions {
  /** For connect, headers and body together, each hop; the second pass takes twice as long. Default 15 000. */
  timeout?: number;
  /** Requests under way at once, over all hosts. Default 64. */
  concurrency?: number;
  /** Requests under way at once to one host. Default 8. */
  perHost?: number;
  /** Default 10. */
  maxRedirects?: number;
  /** Statuses that are taken for ok beside 200 to 299, such as `403` or `500-599`. */
  accept?: string[];
  /** Only addresses that match one of these are asked (regular expressions over the whole address). */
  include?: string[];
  /** Addresses that match one of these are skipped. */
  exclude?: string[];
  /** Headers for one host each; `*` is refused for anything that looks like a credential. */
  headers?: { host: string; name: string; value: string }[];
  /** true opens all private addresses; a list of CIDRs opens these. Default false. */
  allowPrivate?: boolean | string[];
  /** As curl's `--connect-to`: `HOST:PORT:TO-HOST:TO-PORT`, empty parts match everything. Where it maps, the guard is open. */
  connectTo?: string[];
  githubToken?: string | undefined;
  userAgent?: string;
  /** Nothing is asked; every verdict is `skipped`. */
  offline?: boolean;
  /** For addresses that begin with a slash. */
  base?: string;
  /** Schemes beside http and https that are let through unasked, as `skipped`, without being called unknown. */
  schemes?: string[];
  /** First wait after 429 or 503 without Retry-After, and before a quick retry; it doubles. Default 1000. */
  backoff?: number;
  /** A host that wants to be waited for longer than that (Retry-After) is not asked again in the run. Default 120 000. */
  maxRetryAfter?: number;
  /** DNS servers, `ADDRESS` or `ADDRESS:PORT`; the system's otherwise. */
  dnsServers?: string[];
  /** Files of PEM certificates that are trusted beside Node's own and the system's. */
  caFiles?: string[];
  /** Limits and habits by host. */
  hosts?: HostRule[];
  /** The GitHub that `githubToken` is for: its server, its GraphQL endpoint, its REST interface. Default github.com. */
  github?: { server?: string | undefined; graphql?: string | undefined; api?: string | undefined };
  /** From the environment, as curl reads it; see `optionsFromEnvironment`. */
  proxy?: ProxyOptions;
  /** Whether `#:~:text=…` is looked for on the page; it is passed by otherwise. Default false. */
  textFragments?: boolean;
  /** Asks one address where another is written. */
  remap?: Remap[];
  /** Basic authentication for one host each. */
  auth?: { host: string; user: string; password: string }[];
  /** Base addresses of official second sources, for mirrors and own servers; `false` asks none. */
  sources?: SourceBases | false;
  /** Looks for archived copies of dead links, at this base; true for https://web.archive.org. Default false. */
  wayback?: string | boolean;
  /** What earlier runs saw, by `openCache`; who opened it closes it. */
  cache?: Cache;
  /** `whole` keeps bodies and all headers with the verdict, for `--explain`. Default `short`. */
  evidence?: 'short' | 'whole';
}

/** What one host wants, or is owed. The first rule that matches a host applies. */
export interface HostRule {
  /** `example.com`, or `*.example.com` for it and all under it. */
  host: string;
  /** Requests under way at once. */
  width?: number;
  /** Milliseconds from the start of one request to the start of the next. */
  interval?: number;
  timeout?: number;
  /** `HEAD` asks for no body first, and for the page where that does not go well. Default `GET`. */
  method?: 'GET' | 'HEAD';
  accept?: string[];
  /** Sent to this host only; a credential never after a redirect from another origin. */
  headers?: Record<string, string>;
}

/** How long one host kept a run. */
export interface HostTime {
  host: string;
  requests: number;
  /** While requests to it were under way, or it had asked to be waited for. */
  durationMs: number;
  /** Of it, waited because the host asked for it. */
  waitedMs: number;
}

export interface CheckRun {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Made, used, closed: it owns its sockets, its DNS cache and its queues, and shares nothing with another. */
export interface Checker {
  /**
   * Verdicts as they are reached, one for each distinct address, but none before all links are known with their places. Of
   * links that come slowly the first are asked for while others are still to come. After an abort it ends with what is known.
   */
  check(links: Iterable<LinkUse> | AsyncIterable<LinkUse>, run?: CheckRun): AsyncIterable<Verdict>;
  /** What a reader of the report should know of how the run went: one sentence each. */
  notices(): string[];
  /** The hosts that took longest, over all checks so far, longest first. */
  slowestHosts(count?: number): HostTime[];
  close(): Promise<void>;
}
