import type { Position } from 'unist';
import type { VFileMessage } from 'vfile-message';
import type { Document } from '../document.ts';
import { sourceOf } from '../document.ts';
import { bundledRules } from '../markdown-consistency/plugins.ts';
import { type Severity, setSeverity } from '../message.ts';
import { nearest } from '../nearest.ts';
import { narrow, placesOf } from '../places.ts';
import { docsUrl } from '../project.ts';
import { aliases } from './aliases.ts';
import { type Directive, directivesOf } from './comments.ts';
import { foreign } from './foreign.ts';
import { unusedDisable } from './rules.ts';

export interface SuppressOptions {
  /** Ids of every rule that exists, bundled remark-lint ids with and without their prefix. */
  known: ReadonlySet<string>;
  /** Ids of the rules that ran: a comment for one that did not cannot be called unused. */
  ran: ReadonlySet<string>;
  /** Severity of `unused-disable`, or off. */
  unused: Severity | 'off';
}

/** A directive resolved to rule ids, and whether it silenced anything. */
interface Control {
  directive: Directive;
  /** Rule ids by the id as written; undefined for all rules. */
  rules: Map<string, readonly string[]> | undefined;
  used: Set<string>;
}

const everything = '*';

/**
 * The last step before the report: takes the messages away that an inline comment silences, those of links
 * included, and reports comments that silence nothing.
 */
export function suppress(document: Document, options: SuppressOptions): void {
  const { file, tree } = document;
  const text = sourceOf(file);
  // Most lists have none: do not walk the tree for nothing.
  if (!/<!--\s*(?:lint|kempt)[\s-]/.test(text)) return;
  const { directives, slips } = directivesOf(tree, text);
  const controls = directives.map(toControl);
  file.messages = file.messages.filter((message) => keep(message, controls));
  if (options.unused === 'off') return;
  for (const control of controls) reportUnused(document, control, options);
  for (const { written, meant, place } of slips)
    report(document, place, options.unused, [`A comment says \`${written}\``, `Did you mean \`${meant}\`?`]);
}

function report(
  { file }: Document,
  place: Position,
  severity: Severity,
  [reason, note]: [reason: string, note: string],
): void {
  const message = file.message(reason, { place, ruleId: unusedDisable.id, source: 'kempt' });
  message.url = docsUrl(unusedDisable.id);
  message.note = note;
  setSeverity(message, severity);
}

function toControl(directive: Directive): Control {
  const rules =
    directive.ids.length === 0 ? undefined : new Map(directive.ids.map((id) => [id, rulesFor(id)]));
  return { directive, rules, used: new Set() };
}

/** `remark-lint:` and `kempt:` may stand before an id; old awesome-lint ids stand for several. */
function rulesFor(written: string): readonly string[] {
  const id = bare(written);
  return id in aliases ? [id, ...aliases[id]!] : [id];
}

function bare(id: string): string {
  return id.replace(/^(?:remark-lint|kempt):/, '');
}

/** Whether any place of the message is left; narrows the message to the places that are. */
function keep(message: VFileMessage, controls: Control[]): boolean {
  const places = placesOf(message);
  const ruleId = message.ruleId ?? '';
  if (places.length === 0) return !isSilencedForFile(ruleId, controls);
  const left = places.filter((place) => !isSilenced(ruleId, place, controls));
  if (left.length > 0 && left.length < places.length) narrow(message, left);
  return left.length > 0;
}

function isSilenced(ruleId: string, place: Position, controls: Control[]): boolean {
  const offset = place.start.offset ?? 0;
  let silencer: (() => void) | undefined;
  for (const control of controls) {
    const { directive } = control;
    const as = matches(control, ruleId);
    if (as === undefined) continue;
    const use = () => control.used.add(as);
    if (directive.action === 'ignore') {
      const within = directive.ignored && offset >= directive.ignored.start && offset < directive.ignored.end;
      if (within) {
        use();
        return true;
      }
    } else if (directive.place.start.offset! <= offset) {
      silencer = directive.action === 'disable' ? use : undefined;
    }
  }
  silencer?.();
  return silencer !== undefined;
}

/** A finding about the file or the repository stands nowhere: a `disable` anywhere that names its rule silences it. */
function isSilencedForFile(ruleId: string, controls: Control[]): boolean {
  const control = controls.find(({ directive, rules }) => {
    if (directive.action !== 'disable') return false;
    return rules ? [...rules.values()].some((ids) => ids.includes(ruleId)) : directive.place.start.line === 1;
  });
  const as = control && matches(control, ruleId);
  if (control && as !== undefined) control.used.add(as);
  return control !== undefined;
}

/** The id, as the comment writes it, by which it speaks of the rule. */
function matches({ rules }: Control, ruleId: string): string | undefined {
  if (!rules) return everything;
  for (const [written, ids] of rules) if (ids.includes(ruleId)) return written;
  return undefined;
}

function reportUnused(document: Document, control: Control, options: SuppressOptions): void {
  const { directive, rules, used } = control;
  const say = (reason: string, note: string) =>
    report(document, directive.place, options.unused as Severity, [reason, note]);
  for (const written of rules?.keys() ?? []) {
    const id = bare(written);
    if (id in aliases || used.has(written)) continue;
    // What remark-lint itself says there, and kempt does not, the comment silences for others.
    if (id in bundledRules && directive.marker === 'lint') continue;
    if (!options.known.has(id)) {
      if (foreign.has(id)) continue;
      const near = nearest(id, [...options.known, ...Object.keys(aliases)]);
      say(
        `There is no rule \`${written}\``,
        near ? `Did you mean \`${near}\`?` : 'Take the id out of the comment.',
      );
    } else if (directive.action !== 'enable' && options.ran.has(id)) {
      say(
        `This comment silences \`${written}\`, which finds nothing here`,
        'Take it out: it would hide a later fault.',
      );
    }
  }
}
