import type { Facts, RepositoryFacts } from '../src/facts/facts.ts';
import { defineRule, type Finding } from '../src/rule.ts';

/** What sindresorhus/awesome asks of a new list, in days. */
const leastAge = 30;
const day = 24 * 60 * 60 * 1000;
const topics = ['awesome', 'awesome-list'] as const;

export default defineRule({
  id: 'repository',
  summary: 'The repository is set up as sindresorhus/awesome asks',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  needs: ['repository', 'communityFiles'],
  docs: {
    finds: `A repository that is not on GitHub, whose name is not \`awesome-\` and words in lower case, whose default branch is not
\`main\`, or that is younger than 30 days, as git tells; and, where the links are checked and there is a token
(\`GITHUB_TOKEN\`), one without a description, without the topics \`awesome\` and \`awesome-list\`, or whose licence GitHub does
not recognise. What is not known, as in a shallow clone, without a network or for a fork, is not reported. It is said of the
repository’s readme.`,
    why: `These are the requirements that sindresorhus/awesome has of a repository. Description and topics are how people find it.`,
    bad: `# Awesome Tea

<!-- In the repository TeaList, whose default branch is master -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

<!-- In the repository awesome-tea, whose default branch is main -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff:
      'The list is not meant for sindresorhus/awesome, or the settings of its repository are not yours to change.',
  },

  list(_, { facts, report }) {
    if (!facts.repository) return;
    for (const finding of [...byGit(facts.repository, facts.now), ...onGitHub(facts)]) report(finding);
  },
});

function* byGit(repository: RepositoryFacts, now: Date): Generator<Finding> {
  const { origin, onGitHub, defaultBranch, begun } = repository;
  if (origin && onGitHub === false) {
    yield { reason: `The repository is at ${origin.host}, expected on GitHub`, actual: origin.host };
  }
  // The list of lists is called just that.
  if (origin && !/^awesome(?:-[a-z\d.]+)*$/.test(origin.name)) {
    yield {
      reason: `The repository is called “${origin.name}”, expected “awesome-…” in lower case, words set off by hyphens`,
      actual: origin.name,
    };
  }
  if (defaultBranch !== undefined && defaultBranch !== 'main') {
    yield { reason: `The default branch is “${defaultBranch}”, expected “main”`, actual: defaultBranch };
  }
  const age = begun && Math.floor((now.getTime() - begun.getTime()) / day);
  if (age !== undefined && age >= 0 && age < leastAge) {
    yield {
      reason: `The repository is ${age} ${age === 1 ? 'day' : 'days'} old, expected at least ${leastAge}`,
      note: `sindresorhus/awesome takes it in ${leastAge - age} days`,
    };
  }
}

function* onGitHub({ repository, communityFiles }: Facts): Generator<Finding> {
  const settings = repository?.settings;
  if (!settings) return;
  if (settings.description === '') yield { reason: 'The repository has no description on GitHub' };
  for (const topic of topics) {
    if (settings.topics.includes(topic)) continue;
    yield { reason: `The repository has no topic “${topic}” on GitHub`, expected: [topic] };
  }
  // That there is no licence at all, `license-file` says.
  if (!settings.hasLicense && communityFiles?.licenses.length !== 0) {
    yield { reason: 'GitHub does not recognise the licence of the repository' };
  }
}
