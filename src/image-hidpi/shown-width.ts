import type { ImageSize } from '../facts/facts.ts';
import type { HeaderImage } from '../list/header-images.ts';

/** The width of a readme on GitHub's page of a repository, beside its sidebar: no image is shown wider. */
const columnWidth = 830;

/** How wide an image is shown, in CSS pixels; undefined where what is written is no size. */
export function shownWidth(
  { width, height }: Pick<HeaderImage, 'width' | 'height'>,
  size: ImageSize,
): number | undefined {
  if (size.width <= 0 || size.height <= 0) return undefined;
  const wide = lengthOf(width);
  const high = lengthOf(height);
  if (wide === 'unknown' || high === 'unknown') return undefined;
  if (wide !== undefined) return Math.round(Math.min(wide, columnWidth));
  const natural = high === undefined ? size.width : (size.width * high) / size.height;
  return Math.round(Math.min(natural, columnWidth));
}

function lengthOf(written: string | undefined): number | undefined | 'unknown' {
  if (written === undefined || written === '') return undefined;
  const [, number, unit] = /^\+?(\d+(?:\.\d*)?|\.\d+)\s*(%|px)?$/i.exec(written) ?? [];
  if (number === undefined) return 'unknown';
  return unit === '%' ? (columnWidth * Number(number)) / 100 : Number(number);
}
