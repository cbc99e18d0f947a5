import type { Target } from '../targets.ts';
import type { Attempt, Repository } from '../types.ts';

/** What a site's interface says of one address. */
export interface SiteAnswer {
  attempt: Attempt;
  repository?: Repository;
}

/** One request to a site's interface. */
export interface SiteRequest {
  url: string;
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** Its answer, bounded; `json` is undefined where it cannot be read as such. */
export interface SiteReply {
  status: number;
  headers: Record<string, string>;
  json: unknown;
}

/** Asks an interface, with its host's pace and limits. Rejects for faults of transport. */
export type AskSite = (request: SiteRequest) => Promise<SiteReply>;

/**
 * A site that answers for many of its pages at once, so that these need not be asked for one by one.
 * What it has no answer to, or says is gone, is asked for as an ordinary page.
 */
export interface BatchAdapter {
  name: string;
  /** The host whose queue the questions belong to. */
  host: string;
  takes(url: URL): boolean;
  /** Most targets in one question. */
  size: number;
  ask(targets: readonly Target[], ask: AskSite): Promise<ReadonlyMap<Target, SiteAnswer>>;
}

/** A site that can be asked about one page by its interface, where the page itself is walled. */
export interface SecondSource {
  name: string;
  /** Also asked where the page is fine: this site's pages answer 200 whether there is something or not. */
  always?: boolean;
  /** What to ask; undefined where the page is none of this site's. */
  question(url: URL): SiteRequest | undefined;
  /** What the reply says of the page; undefined where it says nothing. */
  read(reply: SiteReply): 'there' | 'gone' | undefined;
}

/** The usual reading: 200 with JSON is there, 404 and 410 are gone. */
export function byStatus({ status, json }: SiteReply): 'there' | 'gone' | undefined {
  if (status === 404 || status === 410) return 'gone';
  return status >= 200 && status < 300 && json !== undefined ? 'there' : undefined;
}
