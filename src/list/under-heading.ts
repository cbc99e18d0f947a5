import type { Entry } from './types.ts';

/** Whether an entry stands under a heading that is an entry itself: it tells more of that one. */
export function isUnderHeading({ parent }: Entry): boolean {
  return parent !== undefined && (parent.form === 'heading' || isUnderHeading(parent));
}
