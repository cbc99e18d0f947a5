import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { listOf, sourceOf } from '../document.ts';
import { expectedAt } from '../fix/expected.ts';
import { type Severity, setSeverity } from '../message.ts';
import { type Choice, choicesOf } from './choices.ts';
import { fixFor } from './fixes.ts';
import { implementations } from './implementations.ts';
import { type Outline, outlineOf } from './outline.ts';
import { always, type BundledId, house, uniform } from './plugins.ts';
import { clarify, isBelieved } from './precise.ts';
import { scopes } from './scope.ts';

/** Which of remark-lint's rules run, by id without prefix. */
export type BundledSettings = Readonly<Record<string, { severity: Severity; options: unknown }>>;

/** Runs rules of remark-lint's over a tree. Their messages keep their own id, `source` and address. */
export function runMarkdownConsistency(tree: Root, file: VFile, settings: BundledSettings): void {
  if (!tree.position) return;
  const outline = outlineOf(tree, sourceOf(file), listOf(tree, file));
  for (const [id, { severity, options }] of Object.entries(settings)) {
    if (!isBundled(id)) continue;
    const isLearned = options === house || options === uniform;
    const choices = isLearned
      ? choicesOf(id, outline, options === uniform)
      : [{ tree: scopes[id](outline), options: options === always ? undefined : options }];
    for (const choice of choices) runOne(id, choice, severity, file, outline);
  }
}

function isBundled(id: string): id is BundledId {
  return id in implementations;
}

function runOne(id: BundledId, choice: Choice, severity: Severity, file: VFile, outline: Outline): void {
  if (choice.tree.children.length === 0) return;
  const before = file.messages.length;
  implementations[id](['on', choice.options])?.(choice.tree, file, () => {});
  const found = file.messages.splice(before);
  for (const message of found.filter((one) => isBelieved(id, one, outline))) {
    clarify(id, message, outline);
    setSeverity(message, severity);
    message.note = choice.note;
    const fix = fixFor(id, message, outline);
    if (fix) {
      message.fix = fix;
      message.expected ??= expectedAt(message.place, fix, { text: sourceOf(file) });
    }
    file.messages.push(message);
  }
}
