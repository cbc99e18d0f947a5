import type { VFileMessage } from 'vfile-message';
import { type Document, sourceOf } from '../../src/document.ts';
import { replaced } from '../../src/fix/apply.ts';
import type { Entry, Part } from '../../src/list/types.ts';
import type { Edit } from '../../src/message.ts';

const ofEntries =
  /^(?:entry-(?:form|name|separator)|description-(?:case|punctuation|repeats-name)|bare-url|table-.*)$/;

/**
 * The text with entries that findings are about written as `- [Name](url) - Description.`, as a maintainer would: rows
 * of tables, blocks and HTML too, which no fix touches.
 */
export function remade(messages: readonly VFileMessage[], { list, tree, file }: Document): string {
  const text = sourceOf(file);
  const lines = new Set(
    messages
      .filter(({ ruleId }) => ofEntries.test(ruleId ?? ''))
      .flatMap(({ places = [], line = 0 }) => [line, ...places.map(({ start }) => start.line)]),
  );
  const edits = tree.children.flatMap((block): Edit[] => {
    const [start, end] = [block.position!.start.offset!, block.position!.end.offset!];
    const entries = list.entries.filter(({ place }) => isIn(place.start.offset!, start, end));
    if (block.type === 'heading') return [];
    if (block.type === 'list') return entries.flatMap((entry) => editOf(entry, lines, text));
    const [first, last] = [block.position!.start.line, block.position!.end.line];
    if (entries.length === 0 || ![...lines].some((line) => line >= first && line <= last)) return [];
    return [{ start, end, text: entries.map((entry) => itemOf(entry, text)).join('\n') }];
  });
  return replaced(
    text,
    edits.sort((a, b) => a.start - b.start),
  );
}

function isIn(offset: number, start: number, end: number): boolean {
  return offset >= start && offset < end;
}

/** Only of what stands on one line: more than that is more than an entry. */
function editOf(entry: Entry, lines: ReadonlySet<number>, text: string): Edit[] {
  const { form, place, url, children } = entry;
  const isOneLine = place.start.line === place.end.line && children.length === 0;
  if (form !== 'item' || url === undefined || !isOneLine || !lines.has(place.start.line)) return [];
  return [{ start: place.start.offset!, end: place.end.offset!, text: itemOf(entry, text) }];
}

function itemOf({ name, url = '', description }: Entry, text: string): string {
  const label = name
    .replace(/[[\]\\]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
  const said = description ? sentenceOf(description, text) : '';
  return `- [${label}](${url.replaceAll(' ', '%20')})${said === '' ? '' : ` - ${said}`}`;
}

function sentenceOf({ place }: Part, text: string): string {
  const said = text.slice(place.start.offset!, place.end.offset!).replace(/\s+/g, ' ').trim();
  return /[.!?。！？)\]`>]$/.test(said) || said === '' ? said : `${said}.`;
}
