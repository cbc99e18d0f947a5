import { venueEmphasis, venuePresence, venueSeparator, venueShape } from './citation.ts';
import type { Dimension } from './dimension.ts';
import { finalMark } from './final-mark.ts';
import { firstLetter } from './first-letter.ts';
import { nameEmphasis } from './name-emphasis.ts';
import { separator } from './separator.ts';
import { hostSlash, repositorySlash } from './trailing-slash.ts';

/** Every respect in which kempt learns the convention of a list's entries, one by one. */
export const dimensions: readonly Dimension[] = [
  nameEmphasis,
  separator,
  firstLetter,
  finalMark,
  venuePresence,
  venueSeparator,
  venueEmphasis,
  venueShape,
  hostSlash,
  repositorySlash,
];
