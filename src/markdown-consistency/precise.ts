import type { VFileMessage } from 'vfile-message';
import { placeOf } from './message-place.ts';
import type { Outline } from './outline.ts';
import type { BundledId } from './plugins.ts';

type Judge = (message: VFileMessage, outline: Outline) => boolean;

/** Which findings of a plugin to believe, where it is known to err. */
const judges: Partial<Record<BundledId, Judge>> = {
  'no-undefined-references': isReference,
  // Within a word only `*` emphasises.
  'emphasis-marker': (message, { source: { text } }) => {
    const { start, end } = placeOf(message) ?? { start: 0, end: 0 };
    return !(/\w/.test(text[start - 1] ?? '') || /\w/.test(text[end] ?? ''));
  },
  'no-duplicate-definitions': isDefinition,
  'no-unused-definitions': isDefinition,
  'link-title-style': isDefinition,
  'no-blockquote-without-marker': ({ reason }) => !reason.includes('add `-'),
};

export function isBelieved(id: BundledId, message: VFileMessage, outline: Outline): boolean {
  return judges[id]?.(message, outline) ?? true;
}

/** `[//]: # (a comment)` is how Markdown without HTML hides a line. */
function isDefinition(message: VFileMessage, { source: { text } }: Outline): boolean {
  const { start, end } = placeOf(message) ?? { start: 0, end: 0 };
  return !/^\[(?:\/\/|comment|_metadata_)[^\]]*\]:|\]:\s*(?:#|<#?>)(?:\s|$)/i.test(text.slice(start, end));
}

/**
 * `[text][label]` in a list that has definitions, but not `map[string][]byte`, nor `[1][2]`, nor tags side by side
 * in a list that has none; and `[^1]`.
 */
function isReference(message: VFileMessage, { source: { text }, of }: Outline): boolean {
  const place = placeOf(message);
  if (!place) return false;
  const written = text.slice(place.start, place.end);
  if (/^\[\^\d+\]$/.test(written)) return true;
  if (/\w/.test(text[place.start - 1] ?? '')) return false;
  return /\]\[[^[\]]*\]$/.test(written) && !/^\[\d*\]\[\d*\]$/.test(written) && of('definition').length > 0;
}

/** Says what a plugin means, where it says something else. */
export function clarify(id: BundledId, message: VFileMessage, { source: { text } }: Outline): void {
  const reason = clearer[id]?.(message, text);
  if (reason === undefined) return;
  message.reason = reason;
  message.message = reason;
}

const clearer: Partial<Record<BundledId, (message: VFileMessage, text: string) => string | undefined>> = {
  // It counts the marker as a blank.
  'blockquote-indentation': ({ reason }) =>
    reason.replace(/`(\d+)` spaces?(?= between|,)/g, (_, count: string) => spaces(Number(count) - 1)),
  // It calls the first pipe of a row closing and the last opening.
  'table-pipes': (message, text) => {
    const place = placeOf(message);
    if (!place) return undefined;
    const isLast = place.start === text.length || /[\r\n]/.test(text[place.start]!);
    return `Unexpected missing ${isLast ? 'closing' : 'opening'} pipe in row, expected \`|\``;
  },
};

function spaces(count: number): string {
  return `\`${count}\` ${count === 1 ? 'space' : 'spaces'}`;
}
