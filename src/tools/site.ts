import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that is not simply a page. */
interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  delayMs?: number;
  /** Nobody listens there. */
  closed?: boolean;
}

/** A small web on 127.0.0.1: each host of `fixtures/site` on a port of its own. */
export interface Site {
  /** For kempt's `--connect-to`, one for each host. */
  connectTo: string[];
  close(): Promise<void>;
}

const folder = new URL('../../fixtures/site/', import.meta.url);

/** Serves every host of `fixtures/site`: pages from its folder, and what `answers.json` says. */
export async function serveSite(): Promise<Site> {
  const answers = JSON.parse(readFileSync(new URL('answers.json', folder), 'utf8')) as Record<string, Answer>;
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const hosts = new Set([
    ...folders.map(({ name }) => name),
    ...Object.keys(answers).map((key) => key.slice(0, key.indexOf('/'))),
  ]);
  const servers: Server[] = [];
  const connectTo: string[] = [];
  for (const host of hosts) {
    const server = createServer((request, response) => answer(host, request, response, answers));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    connectTo.push(`${host}:80:127.0.0.1:${(server.address() as AddressInfo).port}`);
    if (answers[`${host}/*`]?.closed) await closed(server);
    else servers.push(server);
  }
  return { connectTo, close: async () => void (await Promise.all(servers.map(closed))) };
}

function answer(
  host: string,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  answers: Record<string, Answer>,
) {
  const path = new URL(url, `http://${host}`).pathname;
  const said = answers[host + path] ?? answers[`${host}/*`] ?? pageAt(host, path);
  const headers = { 'content-type': 'text/html; charset=utf-8', ...said.headers };
  setTimeout(() => response.writeHead(said.status ?? 200, headers).end(said.body), said.delayMs ?? 0);
}

function pageAt(host: string, path: string): Answer {
  const file = new URL(`${host}${path.endsWith('/') ? `${path}index.html` : path}`, folder);
  try {
    return { body: readFileSync(file, 'utf8') };
  } catch {
    return { status: 404, body: '<!doctype html><title>Not found</title>' };
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
