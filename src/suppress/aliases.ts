/**
 * Ids of awesome-lint's own rules, and the rules of kempt that stand in for them:
 * comments written for it keep their meaning. An empty list is a check that kempt does not make.
 */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  'awesome-heading': ['title'],
  'awesome-badge': ['awesome-badge'],
  'awesome-code-of-conduct': ['code-of-conduct'],
  'awesome-contributing': ['contributing-file'],
  'awesome-git-repo-age': ['repository'],
  'awesome-github': ['repository', 'license-file'],
  'awesome-license': ['license-section'],
  'awesome-list-item': [
    'entry-form',
    'entry-separator',
    'entry-name',
    'description-missing',
    'description-case',
    'description-punctuation',
  ],
  'awesome-no-ci-badge': ['ci-badge'],
  'awesome-no-repeat-item-in-description': ['description-repeats-name'],
  'no-repeat-item-in-description': ['description-repeats-name'],
  'awesome-spell-check': ['spelling'],
  'awesome-toc': ['contents', 'anchor'],
  'double-link': ['duplicate-link'],
  'no-dead-urls': [
    'link-dead',
    'link-soft-dead',
    'link-unreachable',
    'link-blocked',
    'link-moved',
    'link-tls',
  ],
  'match-punctuation': ['balanced-punctuation'],
  'no-repeat-punctuation': ['repeated-punctuation'],
  'no-trailing-spaces': ['whitespace'],
  'final-newline': ['whitespace'],
  'trailing-slash': ['link-trailing-slash'],
};
