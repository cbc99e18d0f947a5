import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { script } from '../../src/report/html/script.ts';
import { style } from '../../src/report/html/style.ts';
import { type Reporter, type ReporterName, reporterNames, reporters } from '../../src/report/index.ts';
import { markdown } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif.ts';
import { hostileAudit, hostileReport, hostileTexts } from './hostile.ts';
import { plain } from './listed.ts';
import { elementsOf } from './parse-html.ts';
import { isCodeQuality, isDiagnosticResult } from './schemas.ts';

// What moves a cursor, turns the reading order or is no character.
const raw =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;
// What a runner of GitHub's takes for a command in a log.
const command = /^\s*::[a-z-]+[^\n]*::|##\[[a-z-]+/im;

const json = (text: string) => JSON.parse(text);

/** What must hold of each format, beside what holds of all. */
const checks: Record<ReporterName, (text: string) => void> = {
  pretty: () => {},
  compact: (text) => {
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/:\d+:\d+: (?:error|warning|info) /);
  },
  json,
  sarif: json,
  gitlab: (text) => {
    isCodeQuality(json(text));
    expect(isCodeQuality.errors).toBeNull();
  },
  rdjson: (text) => {
    isDiagnosticResult(json(text));
    expect(isDiagnosticResult.errors).toBeNull();
    for (const { message } of json(text).diagnostics) expectHarmlessMarkdown(message);
  },
  github: (text) => {
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).toMatch(
        /^::(?:error|notice) (?:(?:file|line|endLine|col|endColumn|title)=[^:,]*(?:,|(?=::)))+::/,
      );
      expect(line.replace(/%(?:25|0A|3A|2C)/g, '')).not.toMatch(/%/);
    }
  },
  junit: (text) => {
    expect(XMLValidator.validate(text)).toBe(true);
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(text);
    expect(Object.keys(testsuites).filter((key) => !key.startsWith('@'))).toEqual(['testsuite']);
  },
  markdown: (text) => {
    expect(text.match(/^- \[[ x]\] <!-- kempt:[0-9a-f]{16} -->/gm)?.length ?? 0).toBeLessThanOrEqual(1);
    expectHarmlessMarkdown(text);
  },
  pr: expectHarmlessMarkdown,
  html: expectHarmlessPage,
};

function expectHarmlessMarkdown(text: string): void {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  visit(tree, (node: Nodes) => {
    expect(['image', 'imageReference', 'linkReference', 'definition', 'code', 'blockquote']).not.toContain(
      node.type,
    );
    expect(['footnoteReference', 'footnoteDefinition', 'thematicBreak', 'delete', 'emphasis']).not.toContain(
      node.type,
    );
    if (node.type === 'html') expect(node.value).toMatch(/^<!-- kempt(?:-report|-fix|:[0-9a-f]{16}) -->$/);
    if (node.type === 'link') {
      expect(node.url).toMatch(/^https?:/);
      expect(node.children.map(({ type }) => type)).toEqual(['inlineCode']);
    }
    if (node.type === 'text') expect(node.value).not.toMatch(/@|#\d|GH-\d|:\/\/|www\.|[<>&$]/i);
    if (node.type === 'heading') expect(node.depth).toBe(3);
  });
}

const elements = new Set(
  `html head meta title style body script header main section div p span h1 h2 strong b br a code pre
   svg rect g line figure figcaption table thead tbody tr th td ul ol li dl dt dd details summary
   label input select option fieldset legend button`.split(/\s+/),
);

function expectHarmlessPage(text: string): void {
  const all = elementsOf(text);
  const only = (name: string) => all.filter((element) => element.name === name);
  expect(only('script').map((element) => element.text)).toEqual([script]);
  expect(only('style').map((element) => element.text)).toEqual([style]);
  for (const { name, attributes } of all) {
    if (!elements.has(name) && name !== 'title') expect.fail(`an element ${name}`);
    for (const attribute of Object.keys(attributes)) {
      expect(attribute).toMatch(
        /^(?:data-(?:file|facet|key|open|rule|severity|sort|verdict|view)|[a-z]+(?:-[a-z]+)?)$|^viewBox$|^preserveAspectRatio$|^[xy][12]$/i,
      );
      expect(attribute).not.toMatch(/^on|^style$|^src|^srcdoc$|^action$|^formaction$/);
    }
    if (attributes.href !== undefined) {
      expect(name).toBe('a');
      expect(attributes.href).toMatch(/^https?:\/\//);
    }
  }
}

async function load(name: ReporterName): Promise<Reporter> {
  // Without the catalogue, which another test is about.
  if (name === 'sarif') return sarif([]);
  return reporters[name].load();
}

describe.each(reporterNames)('the %s report', async (name) => {
  const reporter = await load(name);

  it.each(Object.entries(hostileTexts))('is harmless, whatever a list or a server says: %s', (_, text) => {
    for (const report of [hostileReport(text), hostileAudit(text)]) {
      const written = reporter(report, { ...plain, verbose: true });
      expect(written).not.toMatch(raw);
      if (name !== 'github') expect(written).not.toMatch(command);
      checks[name](written);
    }
  });
});

it('a body with boxes of somebody else’s making ticks only what they name', () => {
  const { blocks } = hostileTexts;
  expect(markdown(hostileReport(blocks))).not.toMatch(/^- \[x\]/m);
});
