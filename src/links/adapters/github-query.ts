import { all } from '../several.ts';
import type { Target } from '../targets.ts';
import type { Thing } from './github-paths.ts';

/** What is selected of a repository or an owner. */
interface Node {
  nameWithOwner?: string;
  isArchived?: boolean;
  isDisabled?: boolean;
  pushedAt?: string | null;
  thing?: { text?: string | null } | null;
}

type WithReadmes = Node & { [readme: `readme${number}`]: { text?: string | null } | null | undefined };

/** Answers by alias, `q0`, `q1`…; null where there is none. */
export type Answers = Record<string, WithReadmes | null | undefined>;

/** Names that a readme goes by, where its anchors are asked for. */
export const readmeNames = ['README.md', 'readme.md', 'Readme.md', '.github/README.md', 'docs/README.md'];

const text = '... on Blob { text }';

/** The GraphQL document for a batch: every value is a JSON string literal, which GraphQL reads alike. */
export function documentOf(things: readonly { target: Target; thing: Thing }[]): string {
  const fields = things.map(({ target, thing }, index) => {
    const wantsAnchors = all(target.asked).some(({ fragment }) => fragment !== undefined);
    return `q${index}: ${fieldOf(thing, wantsAnchors)}`;
  });
  return `query { ${fields.join('\n')} }`;
}

function fieldOf(thing: Thing, wantsAnchors: boolean): string {
  if (thing.kind === 'owner') return `repositoryOwner(login: ${literal(thing.owner)}) { login }`;
  const repository = `repository(owner: ${literal(thing.owner)}, name: ${literal(thing.name)}, followRenames: true)`;
  return `${repository} { nameWithOwner isArchived isDisabled pushedAt ${inside(thing, wantsAnchors)} }`;
}

function inside(thing: Exclude<Thing, { kind: 'owner' }>, wantsAnchors: boolean): string {
  switch (thing.kind) {
    case 'repository':
      return wantsAnchors ? readmeNames.map(readmeField).join(' ') : '';
    case 'file':
      return objectField(`${thing.ref}:${thing.path}`, wantsAnchors);
    case 'commit':
      return objectField(thing.sha, false);
    case 'issue':
      return `thing: issueOrPullRequest(number: ${thing.number}) { __typename }`;
    case 'release':
      return `thing: release(tagName: ${literal(thing.tag)}) { tagName }`;
  }
}

function objectField(expression: string, wantsText: boolean): string {
  return `thing: object(expression: ${literal(expression)}) { __typename ${wantsText ? text : ''} }`;
}

function readmeField(name: string, index: number): string {
  return `readme${index}: object(expression: ${literal(`HEAD:${name}`)}) { ${text} }`;
}

function literal(value: string): string {
  return JSON.stringify(value);
}
