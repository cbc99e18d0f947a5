/**
 * What a list or a server sent is untrusted where it is printed. Each reporter escapes for the place it prints
 * to; this file holds the ways.
 */

// C0, DEL and C1 (ANSI escapes begin there), marks and controls of direction, invisible letters, line and
// paragraph separators, tags, lone surrogates, and the two that are no characters to XML. ZWJ and ZWNJ stay:
// emoji and Persian need them.
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\p{Surrogate}\u{e0000}-\u{e007f}]/gu;

// A runner of GitHub's obeys `::name …::` at the start of a line and `##[name]` anywhere in one.
const commands =
  'add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning';
const workflowCommand = new RegExp(`(?<![\\w:]):(?=:(?:${commands})\\b)|##\\[(?=(?:${commands})\\b)`, 'gi');

/**
 * Plain text on one line, for a terminal or a log, and before any other escape: whatever could move the cursor
 * or the reading order shows as `<U+001B>`, and what a runner would obey is broken in the same way.
 */
export function forTerminal(text: string): string {
  return text
    .replace(/\r\n?|[\n\t]/g, ' ')
    .replace(hidden, (character) => `<${codePointName(character)}>`)
    .replace(workflowCommand, (start) => (start === ':' ? '<U+003A>' : '##<U+005B>'));
}

/** For the message of a workflow command, which may have several lines. */
export function inCommand(text: string): string {
  const lines = text.split(/\r\n?|\n/).map(forTerminal);
  return lines.map((line) => line.replaceAll('%', '%25')).join('%0A');
}

/** For a property of a workflow command. */
export function inCommandProperty(text: string): string {
  return inCommand(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For the text and the quoted attributes of HTML and XML, on one line. */
export function inMarkup(text: string): string {
  return forTerminal(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** A text of HTML or XML whose lines are to be kept. */
export function inMarkupLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(inMarkup)
    .join('\n');
}

// Whatever Markdown, GFM or GitHub makes something else of: markup, HTML, entities, math, addresses and mail
// addresses, mentions, references to issues.
const markdown = /[\\`*_[\]<>&~$@]|:\/\/|www\.|#\d|GH-\d/i;
const blockStart = /^(?:[-+=:|]+|#+|\d+[.)])$/;

/**
 * For prose in Markdown: words that Markdown or GitHub would make something of become code spans, in which
 * nothing is made of anything. The text so reads well where it is shown as it is, too.
 */
export function inMarkdown(text: string): string {
  const spans: { code: boolean; words: string[] }[] = [];
  for (const word of forTerminal(text).split(' ')) {
    if (word === '') continue;
    const code = markdown.test(word) || (spans.length === 0 && blockStart.test(word));
    const last = spans.at(-1);
    if (last?.code === code) last.words.push(word);
    else spans.push({ code, words: [word] });
  }
  return spans.map(({ code, words }) => (code ? codeSpan(words.join(' ')) : words.join(' '))).join(' ');
}

/** Any text as a code span of Markdown, not for a table. */
export function codeSpan(text: string): string {
  const line = forTerminal(text);
  if (line.trim() === '') return '` `';
  const runs = new Set([...line.matchAll(/`+/g)].map(([run]) => run.length));
  let size = 1;
  while (runs.has(size)) size += 1;
  const fence = '`'.repeat(size);
  const pad = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** For a JSON text: the same letters as `\u001b`, so that it is as harmless on a terminal or in a log as in a parser. */
export function inJson(jsonText: string): string {
  const isPlain = /^[\n -~]*$/.test(jsonText);
  const shown = isPlain
    ? jsonText
    : jsonText.replace(hidden, (character) => (character === '\n' ? character : unicodeEscape(character)));
  return shown.replaceAll('##[', '##\\u005b');
}

function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function unicodeEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** The address as it may be linked to: http and https only, everything else stays text; what a runner would obey is encoded. */
export function linkable(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.href.replace(workflowCommand, (start) => (start === ':' ? '%3A' : '##%5B'));
}
