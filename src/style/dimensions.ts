import { venueEmphasis, venuePresence, venueSeparator, venueShape } from './citation.ts';
import type { Dimension } from './dimension.ts';
import { finalMark } from './final-mark.ts';
import { firstLetter } from './first-letter.ts';
import { nameEmphasis } from './name-emphasis.ts';
import { separator } from './separator.ts';

/** Every respect in which kempt learns a list's convention. */
export const dimensions: readonly Dimension[] = [
  nameEmphasis,
  separator,
  firstLetter,
  finalMark,
  venuePresence,
  venueSeparator,
  venueEmphasis,
  venueShape,
];
