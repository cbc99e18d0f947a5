import type { LinkSettings } from '../config/config.ts';
import type { RuleSeverity } from '../config/schema.ts';
import type { Adopted, OptionRow } from './tool.ts';

/** How a row takes its value over. */
type Take = NonNullable<OptionRow['adopt']>;

/** Into a list of `links`: strings alone or several. */
export function patterns(key: 'exclude' | 'include'): Take {
  return (value, into) => {
    for (const pattern of strings(value)) {
      if (isRegExp(pattern)) links(into)[key] = [...(links(into)[key] ?? []), pattern];
      else
        into.notes.push(`The pattern \`${pattern}\` is no regular expression of JavaScript: write it anew`);
    }
  };
}

/** A number of `links`, times `factor`; nothing for zero, which means “none” elsewhere. */
export function number(key: 'timeout' | 'concurrency' | 'perHost' | 'maxRedirects', factor = 1): Take {
  return (value, into) => {
    const count = Math.round(Number(value) * factor);
    if (Number.isFinite(count) && (count > 0 || (count === 0 && key === 'maxRedirects')))
      links(into)[key] = count;
  };
}

/** A text of `links` as it is. */
export function text(key: 'userAgent'): Take {
  return (value, into) => {
    links(into)[key] = String(value);
  };
}

/** A switch of `links`, where the option is one of these values. */
export function switchWhere(key: 'cache' | 'archive' | 'textFragments', values: readonly unknown[]): Take {
  return (value, into) => {
    if (values.includes(value)) links(into)[key] = true;
  };
}

/** An option of the command line with the value as it is, once for each of several. */
export function flag(name: string): Take {
  return (value, into) => {
    for (const one of strings(value)) into.flags.push(name, one);
  };
}

/** A rule's severity where the option holds one of these values. */
export function ruleWhere(rule: string, severities: Record<string, RuleSeverity>): Take {
  return (value, into) => {
    const severity = severities[String(value)];
    if (severity) into.config.rules = { ...into.config.rules, [rule]: severity };
  };
}

/** A note where the option is set to something. */
export function noteWhere(text: string): Take {
  return (value, into) => {
    if (value !== false && value !== undefined && value !== null) into.notes.push(text);
  };
}

/** A header that names no host: kempt sends headers to the host they are for and to no other. */
export const headerWithoutHost: Take = (value, into) => {
  const names = Array.isArray(value)
    ? value.map((one) => String(one).split(/[:=]/)[0])
    : Object.keys(Object(value));
  for (const name of names)
    into.notes.push(`The header \`${name}\` names no host: give it with \`--header HOST=${name}:VALUE\``);
};

export function links(into: Adopted): LinkSettings {
  into.config.links ??= {};
  return into.config.links;
}

/** Statuses to take for fine; those that are fine anyway are left out. */
export function acceptStatuses(statuses: readonly string[], into: Adopted): void {
  const more = statuses.filter((status) => !/^2\d\d(-2\d\d)?$/.test(status));
  if (more.length > 0) links(into).accept = [...(links(into).accept ?? []), ...more];
}

export function strings(value: unknown): string[] {
  return [value].flat().map(String);
}

function isRegExp(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}
