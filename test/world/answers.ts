import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a host does with a request; `count` is how often this path was asked before, on this host. */
export type Answer = (visit: Visit) => void;

export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  count: number;
  /** Fills in origins, as `World.expand`. */
  expand(text: string): string;
}

type Headers = Record<string, string | string[]>;

export function status(code: number, headers: Headers = {}, body = ''): Answer {
  return ({ response, expand }) => {
    const location = typeof headers.location === 'string' ? { location: expand(headers.location) } : {};
    response.writeHead(code, { 'content-type': 'text/html; charset=utf-8', ...headers, ...location });
    response.end(expand(body));
  };
}

/** Text enough that no one takes the page for an empty one. */
export const prose = '<p>This page speaks of many things, at some length.</p>'.repeat(60);

export function page(title = 'A page', body = prose, headers: Headers = {}): Answer {
  return status(200, headers, `<!doctype html><title>${title}</title>${body}`);
}

export function redirect(code: number, location: string, headers: Headers = {}): Answer {
  return status(code, { location, ...headers });
}

/** One answer after another; the last goes on for ever. */
export function inTurn(...answers: Answer[]): Answer {
  return (visit) => answers[Math.min(visit.count, answers.length - 1)]?.(visit);
}

/** What browsers get, and what all others get. */
export function byReader(browser: Answer, others: Answer): Answer {
  return (visit) => (visit.request.headers['sec-fetch-mode'] ? browser : others)(visit);
}

export function byMethod(get: Answer, head: Answer): Answer {
  return (visit) => (visit.request.method === 'HEAD' ? head : get)(visit);
}

export function byScheme(https: Answer, http: Answer): Answer {
  return (visit) => ('encrypted' in visit.request.socket ? https : http)(visit);
}

export function byVersion(two: Answer, one: Answer): Answer {
  return (visit) => (visit.request.httpVersionMajor === 2 ? two : one)(visit);
}

/** By path; without a match the host's own 404. */
export function site(pages: Record<string, Answer>): Answer {
  return (visit) => (pages[visit.url.pathname] ?? pages['*'] ?? status(404))(visit);
}

/** There for exactly one path and query, as it comes over the wire. */
export function only(sent: string, answer: Answer): Answer {
  return (visit) => (visit.request.url === sent ? answer : status(404))(visit);
}

/** Breaks the connection without a word. */
export const reset: Answer = ({ request }) => {
  request.socket.destroy();
};

/** Takes the request and says nothing. */
export const silence: Answer = () => {};

/** Writes to the socket as it is. */
export function raw(text: string | Buffer): Answer {
  return ({ request }) => {
    request.socket.end(text);
  };
}

/** Lets go one piece after another, for ever. */
export function drip(piece: string, everyMs: number, headers: Headers = {}, code = 200): Answer {
  return ({ response }) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers });
    const timer = setInterval(() => response.write(piece), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

export function needsCookie(name: string, then: Answer, otherwise: Answer): Answer {
  return (visit) => (visit.request.headers.cookie?.includes(`${name}=`) ? then : otherwise)(visit);
}

/** So many requests and no more; all others get something else. */
export function atMost(count: number, answer: Answer, otherwise: Answer): Answer {
  let left = count;
  return (visit) => {
    left -= 1;
    (left >= 0 ? answer : otherwise)(visit);
  };
}

/** For whoever asks for one thing at a time; what comes while another is under way gets something else. */
export function oneAtATime(answer: Answer, otherwise: Answer): Answer {
  let underWay = 0;
  return (visit) => {
    underWay += 1;
    const now = underWay === 1 ? answer : otherwise;
    setTimeout(() => {
      underWay -= 1;
      now(visit);
    }, 25);
  };
}
