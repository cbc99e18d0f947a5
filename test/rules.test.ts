import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { parse } from '../src/document.ts';
import type { CommunityFiles, Facts, ImageSize, LocalTarget, RepositoryFacts } from '../src/facts/facts.ts';
import { applyEdits } from '../src/fix/apply.ts';
import { fixDocument } from '../src/fix/fix-document.ts';
import { lint } from '../src/index.ts';
import { bundledRules } from '../src/markdown-consistency/plugins.ts';
import { type BundledSettings, runMarkdownConsistency } from '../src/markdown-consistency/run.ts';
import { type Severity, severityOf } from '../src/message.ts';
import { type AnyRule, optionsOf, type RuleOption, runRules } from '../src/rule.ts';
import { unusedDisable } from '../src/suppress/rules.ts';

const rulesFolder = new URL('../rules/', import.meta.url);
const fixturesFolder = new URL('../fixtures/rules/', import.meta.url);
const update = process.env.UPDATE === '1';
const maxRounds = 10;

// From the folder, so that a rule is tested before it is in the index.
const ids = readdirSync(rulesFolder)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();
const loaded = await Promise.all(
  ids.map(async (id) => (await import(`../rules/${id}.ts`)).default as AnyRule),
);

describe('the index of rules', () => {
  it('lists every file of the folder, sorted by id', () => {
    expect(rules.map((rule) => rule.id)).toEqual(ids);
  });
});

for (const [index, rule] of loaded.entries()) {
  describe(`rule ${ids[index]}`, () => {
    describesItself(rule, ids[index]!);
    survives(rule);
    for (const name of casesOf(rule.id)) {
      if (name.startsWith('good-')) findsNothing(rule, name);
      else findsWhatIsExpected(rule, name);
    }
    hasBothKinds(rule);
  });
}

describe(`rule ${unusedDisable.id}`, () => {
  // No rule but the last step of a run finds it, so all rules run and nothing but it is looked at.
  const rule: AnyRule = { ...unusedDisable, category: 'text', fix: 'none', options: {}, since: '0.1.0' };
  describesItself(rule, unusedDisable.id);
  for (const name of casesOf(rule.id)) {
    if (name.startsWith('good-')) findsNothing(rule, name);
    else findsWhatIsExpected(rule, name);
  }
  hasBothKinds(rule);
});

function hasBothKinds(rule: AnyRule): void {
  it('has good and bad fixtures', () => {
    const kinds = new Set(casesOf(rule.id).map((name) => name.split('-')[0]));
    expect([...kinds].sort()).toEqual(['bad', 'good']);
  });
}

function describesItself(rule: AnyRule, fileName: string): void {
  it('says all of itself', () => {
    expect(rule.id).toBe(fileName);
    expect(rule.summary).toMatch(/[^.\s]$/);
    expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.keys(rule.severity).sort()).toEqual(['awesome', 'house', 'minimal']);
    for (const section of ['finds', 'why', 'bad', 'good', 'whenOff'] as const) {
      expect(rule.docs[section].trim(), section).not.toBe('');
    }
    for (const [name, option] of Object.entries(rule.options as Record<string, RuleOption>)) {
      expect(option, name).toHaveProperty('default');
      expect(option.about, name).not.toBe('');
    }
  });

  it('finds something in the bad example of its documentation', async () => {
    expect(await findingsIn(rule, rule.docs.bad, docsSettings(rule.id, 'bad'))).not.toEqual([]);
  });

  it('finds nothing in the good example of its documentation', async () => {
    expect((await findingsIn(rule, rule.docs.good, docsSettings(rule.id, 'good'))).map(lineOf)).toEqual([]);
  });
}

function survives(rule: AnyRule): void {
  it('survives an empty list', async () => {
    await findingsIn(rule, '');
  });

  it('survives a tree without positions', async () => {
    const texts = casesOf(rule.id).map((name) => textOf(rule.id, `${name}.md`));
    for (const text of [rule.docs.bad, rule.docs.good, ...texts]) {
      const tree = structuredClone(parse(new VFile(text)).tree);
      removePositions(tree);
      await run(rule, tree, new VFile(text), {}, factsFrom({}));
    }
  });
}

function findsNothing(rule: AnyRule, name: string): void {
  it(`finds nothing in ${name}.md`, async () => {
    const findings = await findingsIn(rule, textOf(rule.id, `${name}.md`), settingsOf(rule.id, name));
    expect(findings.map(lineOf)).toEqual([]);
  });
}

function findsWhatIsExpected(rule: AnyRule, name: string): void {
  const text = textOf(rule.id, `${name}.md`);
  const settings = settingsOf(rule.id, name);

  it(`finds what is expected in ${name}.md`, async () => {
    const findings = await findingsIn(rule, text, settings);
    expect(findings).not.toEqual([]);
    for (const { fix, message } of findings) {
      expect(message).not.toMatch(/[\n\r]/);
      if (!fix) continue;
      expect(rule.fix, 'the rule says what fixes it has').not.toBe('none');
      if (fix.kind === 'safe') expect(rule.fix, 'the rule says what fixes it has').toBe('safe');
      expect(fix.touches, message).not.toEqual([]);
      expect(applyEdits(text, [fix]).dropped, message).toEqual([]);
    }
    expectFile(rule.id, `${name}.txt`, findings.map((finding) => `${lineOf(finding)}\n`).join(''));
  });

  it(`fixes what can be fixed in ${name}.md`, async () => {
    const fixed = await fixAll(rule, text, settings);
    expectFile(rule.id, `${name}.fixed.md`, fixed === text ? undefined : fixed);
    // Whoever runs kempt gets the same: no fix touches more than it declares.
    const { text: mended, refused } = await mend(rule, text, settings);
    expect([mended, refused]).toEqual([fixed, []]);
  });
}

interface Settings {
  options?: Record<string, unknown>;
  facts?: {
    now?: string;
    localTargets?: Record<string, LocalTarget>;
    communityFiles?: CommunityFiles;
    imageSizes?: Record<string, ImageSize>;
    repository?: Omit<RepositoryFacts, 'begun'> & { begun?: string };
  };
}

async function findingsIn(rule: AnyRule, text: string, settings: Settings = {}): Promise<VFileMessage[]> {
  const file = new VFile({ path: 'README.md', value: text });
  if (rule.id === unusedDisable.id) {
    await lint(file, { rules: settings.options as never });
    file.messages = file.messages.filter(({ ruleId }) => ruleId === rule.id);
  } else {
    await run(rule, parse(file).tree, file, settings.options ?? {}, factsFrom(settings.facts ?? {}));
  }
  return file.messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

async function run(rule: AnyRule, tree: Root, file: VFile, options: Record<string, unknown>, facts: Facts) {
  if (rule.id === 'markdown-consistency') {
    runMarkdownConsistency(tree, file, bundledSettings(options));
    return;
  }
  const severity: Severity = rule.severity.house === 'off' ? 'warning' : rule.severity.house;
  runRules([{ rule, severity, options: optionsOf(rule, options) }], tree, file, facts);
}

/** The group as the house runs it, or, where options name some of its rules, these alone. */
function bundledSettings(options: Record<string, unknown>): BundledSettings {
  const settings: Record<string, { severity: Severity; options: unknown }> = {};
  const chosen = Object.keys(options).length > 0;
  for (const [id, rule] of Object.entries(bundledRules)) {
    const { house } = rule.severity;
    if (chosen && id in options) settings[id] = { severity: 'warning', options: options[id] ?? undefined };
    else if (!chosen && house !== 'off') settings[id] = { severity: house, options: rule.options };
  }
  return settings;
}

async function fixAll(rule: AnyRule, text: string, settings: Settings): Promise<string> {
  let fixed = text;
  for (let round = 0; round < maxRounds; round++) {
    const findings = await findingsIn(rule, fixed, settings);
    const fixes = findings.flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) return fixed;
    fixed = applyEdits(fixed, fixes).text;
  }
  throw new Error(`still something to fix after ${maxRounds} rounds:\n${fixed}`);
}

async function mend(rule: AnyRule, text: string, { options = {}, facts = {} }: Settings) {
  return await fixDocument(new VFile({ path: 'README.md', value: text }), {
    kinds: ['safe', 'suggested'],
    lint: ({ tree, file }) => run(rule, tree, file, options, factsFrom(facts)),
  });
}

function lineOf(message: VFileMessage): string {
  const { place } = message;
  const severity = severityOf(message);
  // Of a group of rules, each names its own.
  const reason = message.source === 'kempt' ? message.reason : `${message.ruleId}: ${message.reason}`;
  if (!place) return `- ${severity} ${reason}`;
  if (!('start' in place)) return `${place.line}:${place.column} ${severity} ${reason}`;
  const { start, end } = place;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${reason}`;
}

function casesOf(id: string): string[] {
  const folder = new URL(`${id}/`, fixturesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(good|bad)-[^.]+\.md$/.test(name))
    .map((name) => name.slice(0, -'.md'.length));
}

function textOf(id: string, name: string): string {
  return readFileSync(new URL(`${id}/${name}`, fixturesFolder), 'utf8');
}

function settingsOf(id: string, name: string): Settings {
  const [options, facts] = ['options', 'facts'].map((kind) => {
    const file = new URL(`${id}/${name}.${kind}.json`, fixturesFolder);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  });
  return { options, facts };
}

/** What the examples of a rule's documentation need: both, or each its own. */
function docsSettings(id: string, kind: 'bad' | 'good'): Settings {
  const both = settingsOf(id, 'docs');
  const own = settingsOf(id, `docs-${kind}`);
  return { options: { ...both.options, ...own.options }, facts: { ...both.facts, ...own.facts } };
}

function factsFrom({
  now = '2026-01-01T00:00:00Z',
  localTargets = {},
  communityFiles,
  imageSizes,
  repository,
}: NonNullable<Settings['facts']>): Facts {
  return {
    now: new Date(now),
    localTargets: new Map(Object.entries(localTargets)),
    communityFiles,
    imageSizes: imageSizes && new Map(Object.entries(imageSizes)),
    repository: repository && {
      ...repository,
      begun: repository.begun === undefined ? undefined : new Date(repository.begun),
    },
  };
}

function expectFile(id: string, name: string, content: string | undefined): void {
  const file = new URL(`${id}/${name}`, fixturesFolder);
  if (update) {
    if (content === undefined) rmSync(file, { force: true });
    else writeFileSync(file, content);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(content);
}

function removePositions(tree: Root): void {
  const stack: object[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('position' in node) delete node.position;
    if ('children' in node) stack.push(...(node.children as object[]));
  }
}
