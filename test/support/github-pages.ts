import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface Page {
  id: number;
  number: number;
  body: string;
  html_url: string;
  user: { type: string };
  author_association: string;
}

interface Issue extends Page {
  title: string;
  state: string;
  state_reason: string | null;
  labels: string[];
}

/** What GitHub's REST interface knows of one repository, and what it was asked. */
export interface GitHubPages {
  url: string;
  comments: Page[];
  issues: Issue[];
  pulls: { number: number; head: { sha: string; label: string } }[];
  /** Method and path of each question that would change something. */
  changes: string[];
  /** Statuses to answer with instead, one for each question; then as usual. */
  refusals: { status: number; headers?: Record<string, string> }[];
}

const repository = '/repos/flyers/kites';

/** Serves comments, issues and pull requests of `flyers/kites` on loopback, for the token `secret`. */
export async function githubPages(): Promise<GitHubPages> {
  const pages: GitHubPages = { url: '', comments: [], issues: [], pulls: [], changes: [], refusals: [] };
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answerTo(request, pages);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  pages.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return pages;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

async function answerTo(request: IncomingMessage, pages: GitHubPages): Promise<Answer> {
  const { method = '', headers } = request;
  const url = new URL(request.url!, 'http://github.example');
  const sent = await sentWith(request);
  const refusal = pages.refusals.shift();
  if (refusal) return { ...refusal, body: { message: 'Resource not accessible by integration' } };
  if (headers.authorization !== 'Bearer secret') return { status: 401, body: { message: 'Bad credentials' } };
  if (method !== 'GET') pages.changes.push(`${method} ${url.pathname}`);
  const [kind = '', id, below] = url.pathname.slice(repository.length + 1).split('/');
  if (method === 'GET') return { status: 200, body: paged(listed(kind, id, url.searchParams, pages), url) };
  if (kind === 'issues' && below === 'comments') return { status: 201, body: addComment(pages, sent) };
  if (kind === 'issues' && id === 'comments') return changeComment(pages, Number(below), method, sent);
  if (kind === 'issues' && id !== undefined) return changeIssue(pages, Number(id), sent);
  if (kind === 'issues') return { status: 201, body: addIssue(pages, sent) };
  return { status: 404, body: { message: 'Not Found' } };
}

async function sentWith(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

function listed(kind: string, id: string | undefined, asked: URLSearchParams, pages: GitHubPages): unknown[] {
  if (kind === 'pulls') return pages.pulls.filter(({ head }) => head.label === asked.get('head'));
  if (id !== undefined) return pages.comments;
  const [state, label] = [asked.get('state') ?? 'open', asked.get('labels')];
  return pages.issues.filter(
    (issue) => (state === 'all' || issue.state === state) && (label === null || issue.labels.includes(label)),
  );
}

function paged(items: unknown[], { searchParams }: URL): unknown[] {
  const size = Number(searchParams.get('per_page') ?? 30);
  const start = (Number(searchParams.get('page') ?? 1) - 1) * size;
  return items.slice(start, start + size);
}

function page(id: number, body: unknown): Page {
  return {
    id,
    number: id,
    // As GitHub gives back what a person has edited.
    body: String(body).replaceAll('\n', '\r\n'),
    html_url: `https://github.example/flyers/kites/pages/${id}`,
    user: { type: 'Bot' },
    author_association: 'NONE',
  };
}

function addComment(pages: GitHubPages, { body }: Record<string, unknown>): Page {
  const made = page(pages.comments.length + 100, body);
  pages.comments.push(made);
  return made;
}

function changeComment(pages: GitHubPages, id: number, method: string, sent: object): Answer {
  const index = pages.comments.findIndex((comment) => comment.id === id);
  if (index < 0) return { status: 404 };
  if (method === 'DELETE') {
    pages.comments.splice(index, 1);
    return { status: 204 };
  }
  return { status: 200, body: Object.assign(pages.comments[index]!, sent) };
}

function addIssue(pages: GitHubPages, { title, body, labels }: Record<string, unknown>): Issue {
  const made: Issue = {
    ...page(pages.issues.length + 1, body),
    title: String(title),
    state: 'open',
    state_reason: null,
    labels: labels as string[],
  };
  pages.issues.push(made);
  return made;
}

function changeIssue(pages: GitHubPages, number: number, sent: object): Answer {
  const issue = pages.issues.find((one) => one.number === number);
  return issue ? { status: 200, body: Object.assign(issue, sent) } : { status: 404 };
}
