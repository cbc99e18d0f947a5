import type { Definition, Nodes } from 'mdast';
import type { Edit } from '../message.ts';
import { nearest } from '../nearest.ts';
import { type Range, rangeOf } from '../text/range.ts';
import type { Outline } from './outline.ts';
import type { Repair } from './repair.ts';

/** Takes a definition out that nothing refers to. Its address goes with it, so a person should look. */
export const withoutUnused: Repair = ({ start }, _, outline) => {
  const edits = removal(definitionAt(start, outline), outline);
  return edits && { kind: 'suggested', touches: ['links', 'text'], edits };
};

/** Takes the later of two definitions out where both say the same; which of two others is meant nobody knows. */
export const withoutTwin: Repair = ({ start }, _, outline) => {
  const later = definitionAt(start, outline);
  const first = definitionsIn(outline).find(({ identifier }) => identifier === later?.identifier);
  if (!later || !first || first === later) return undefined;
  if (first.url !== later.url || (first.title ?? '') !== (later.title ?? '')) return undefined;
  const edits = removal(later, outline);
  return edits && { kind: 'safe', touches: ['links', 'text'], edits };
};

/** Writes the label of a definition that is there for one that is not, where they are nearly alike. */
export const nearestLabel: Repair = ({ start, end }, _, outline) => {
  const [, label] = /\]\[([^[\]]+)\]$/.exec(outline.source.text.slice(start, end)) ?? [];
  if (label === undefined) return undefined;
  const labels = definitionsIn(outline).map((definition) => definition.label ?? definition.identifier);
  const text = nearest(label.toLowerCase(), new Set(labels.map((one) => one.toLowerCase())));
  if (text === undefined) return undefined;
  const edits = [{ start: end - 1 - label.length, end: end - 1, text }];
  return { kind: 'suggested', touches: ['links', 'text'], edits };
};

/** Changes the label of the definition at a place. */
export function relabelled(change: (label: string) => string): Repair {
  return ({ start }, _, { source }) => {
    const written = /^\[(?:\\.|[^\\\]])*\]/s.exec(source.text.slice(start, start + 1000))?.[0];
    return written === undefined
      ? undefined
      : [{ start, end: start + written.length, text: change(written) }];
  };
}

function definitionsIn({ of }: Outline): Definition[] {
  return of('definition').filter((node): node is Definition => node.type === 'definition');
}

function definitionAt(start: number, outline: Outline): Definition | undefined {
  return definitionsIn(outline).find((definition) => rangeOf(definition)?.start === start);
}

/** Takes a block out with its lines, where it has them for itself. */
function removal(node: Nodes | undefined, { source: { text } }: Outline): Edit[] | undefined {
  const range: Range | undefined = rangeOf(node);
  if (!range) return undefined;
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const newline = text.indexOf('\n', range.end);
  const end = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(start, range.start).trim() === '' && text.slice(range.end, end).trim() === '';
  return isAlone ? [{ start, end, text: '' }] : undefined;
}
