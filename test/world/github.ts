import type { Answer } from './answers.ts';

export interface FakeRepository {
  /** What it is called now, if it was renamed. */
  now?: string;
  archived?: boolean;
  files?: Record<string, string>;
  issues?: number[];
  tags?: string[];
}

export interface FakeGitHub {
  repositories: Record<string, FakeRepository>;
  owners?: string[];
  token: string;
  /** More aliases than this are answered by 502. */
  capacity?: number;
  /** Points that are left; none by 0. */
  points?: number;
  /** Aliases of each question that was answered. */
  asked: number[];
}

/** GitHub's GraphQL endpoint, as far as a link checker asks it: aliases, NOT_FOUND by alias, limits, a bad token. */
export function graphql(github: FakeGitHub): Answer {
  return ({ request, response }) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const send = (status: number, json: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(json));
      };
      if (request.headers.authorization !== `bearer ${github.token}`)
        return send(401, { message: 'Bad credentials' });
      if (github.points !== undefined && --github.points < 0) {
        return send(403, { message: 'API rate limit exceeded' });
      }
      const { query } = JSON.parse(body) as { query: string };
      const fields = query.split('\n');
      if (fields.length > (github.capacity ?? Number.POSITIVE_INFINITY)) return send(502, {});
      github.asked.push(fields.length);
      send(200, answer(github, fields));
    });
  };
}

function answer(github: FakeGitHub, fields: string[]) {
  const data: Record<string, unknown> = {};
  const errors: unknown[] = [];
  for (const field of fields) {
    const alias = /q\d+/.exec(field)?.[0] ?? '';
    data[alias] = field.includes('repositoryOwner(') ? owner(github, field) : repository(github, field);
    if (data[alias] === null && !field.includes('repositoryOwner('))
      errors.push({ type: 'NOT_FOUND', path: [alias] });
  }
  return errors.length > 0 ? { data, errors } : { data };
}

function owner(github: FakeGitHub, field: string) {
  const login = argument(field, 'login');
  return github.owners?.includes(login) ? { login } : null;
}

function repository(github: FakeGitHub, field: string) {
  const name = `${argument(field, 'owner')}/${argument(field, 'name')}`;
  const found = github.repositories[name];
  if (!found) return null;
  const files = Object.entries(found.files ?? {});
  const blob = (expression: string) => {
    const text = files.find(([path]) => expression.endsWith(`:${path}`))?.[1];
    return text === undefined ? null : { text };
  };
  const readmes = [...field.matchAll(/(readme\d+): object\(expression: "([^"]+)"/g)];
  return {
    nameWithOwner: found.now ?? name,
    isArchived: found.archived ?? false,
    isDisabled: false,
    pushedAt: '2024-01-01T00:00:00Z',
    thing: thing(found, field, blob),
    ...Object.fromEntries(readmes.map(([, alias = '', expression = '']) => [alias, blob(expression)])),
  };
}

function thing(found: FakeRepository, field: string, blob: (expression: string) => unknown) {
  const object = /thing: object\(expression: "([^"]+)"/.exec(field)?.[1];
  if (object !== undefined) return blob(object);
  const number = Number(/issueOrPullRequest\(number: (\d+)/.exec(field)?.[1]);
  if (found.issues?.includes(number)) return { __typename: 'Issue' };
  const tag = /release\(tagName: "([^"]+)"/.exec(field)?.[1];
  return tag !== undefined && found.tags?.includes(tag) ? { tagName: tag } : null;
}

function argument(field: string, name: string): string {
  return new RegExp(`[( ]${name}: "([^"]*)"`).exec(field)?.[1] ?? '';
}
