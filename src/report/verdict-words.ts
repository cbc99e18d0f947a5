import type { VerdictName } from '../links/types.ts';

/** How a verdict is meant: colours, groups and counts of health follow from it. */
export type Tone = 'good' | 'note' | 'doubt' | 'bad' | 'none';

interface VerdictWords {
  label: string;
  means: string;
  tone: Tone;
}

/** Verdicts as people read them. */
export const verdictWords: Record<VerdictName, VerdictWords> = {
  skipped: { label: 'Skipped', means: 'Not asked', tone: 'none' },
  invalid: { label: 'Invalid', means: 'Not an address that a client can follow', tone: 'bad' },
  dead: { label: 'Dead', means: 'Confirmed gone, in two tries', tone: 'bad' },
  'soft-dead': { label: 'Soft dead', means: 'Answers, but the page is gone', tone: 'bad' },
  'broken-fragment': {
    label: 'Broken anchor',
    means: 'The page lacks the anchor',
    tone: 'doubt',
  },
  insecure: { label: 'Insecure', means: 'The certificate is at fault', tone: 'doubt' },
  unreachable: { label: 'Unreachable', means: 'Could not be settled', tone: 'doubt' },
  blocked: { label: 'Blocked', means: 'Answers, but not to a program', tone: 'doubt' },
  moved: { label: 'Moved', means: 'Redirects for good', tone: 'note' },
  redirected: { label: 'Redirected', means: 'Redirects for now', tone: 'note' },
  ok: { label: 'OK', means: 'Answers', tone: 'good' },
};
