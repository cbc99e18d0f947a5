import path from 'node:path';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import type { Settings } from '../config/settings.ts';
import type { IgnoredBy } from '../input/ignored.ts';
import { KemptError } from '../kempt-error.ts';
import { configSource } from './config-source.ts';
import { gather } from './gather.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { formatOption } from './options.ts';

/** `kempt config [FILE]`: what applies to a list, and which files say so. */
export async function configCommand(args: string[], options: CliOptions, io: Io): Promise<number> {
  const format = formatOption(options, ['pretty', 'json']);
  const source = await configSource(options, io);
  const catalogue = await loadCatalogue();
  const gathering = gather(args, options, io, catalogue, { source });
  const { inputs, leftOut, faults } = await gathering.finally(source.close);
  if (faults[0]) throw new KemptError(faults[0].what, faults[0]);
  const left = leftOut.map(({ path: file, pattern, from, line }) => {
    return { file, ignored: { pattern, from: shownPath(from, io), ...(line !== undefined && { line }) } };
  });
  const shown = inputs.map(({ file, settings, from }) => ({
    file: file.path ?? '<stdin>',
    from: from.map((one) => shownPath(one, io)),
    ...plain(settings, catalogue),
  }));
  if (format === 'json') io.stdout.write(`${JSON.stringify([...shown, ...left], null, 2)}\n`);
  else io.stdout.write([...shown.map(asText), ...left.map(leftOutText)].join('\n'));
  return 0;
}

function shownPath(full: string, { cwd }: Io): string {
  return path.relative(cwd, full).replaceAll('\\', '/');
}

function leftOutText({
  file,
  ignored: { pattern, from, line },
}: {
  file: string;
  ignored: IgnoredBy;
}): string {
  return `${file}\n  left out by    “${pattern}” in ${from}${line === undefined ? '' : `:${line}`}\n`;
}

function plain(
  { preset, rules, bundled, linkSeverity, unusedDisable, links, inlineConfig }: Settings,
  catalogue: Catalogue,
) {
  const byDefault = catalogue.links.flatMap(({ id, severity }) =>
    severity[preset] === 'off' ? [] : [[id, severity[preset]] as const],
  );
  return {
    preset,
    rules: Object.fromEntries(rules.map(({ rule, severity, options }) => [rule.id, { severity, options }])),
    'remark-lint': bundled,
    linkSeverity: Object.fromEntries([...byDefault, ...linkSeverity]),
    unusedDisable,
    links,
    inlineConfig,
  };
}

type Shown = ReturnType<typeof plain> & { file: string; from: string[] };

function asText(shown: Shown): string {
  const { file, from, preset, rules, 'remark-lint': bundled, linkSeverity, unusedDisable, links } = shown;
  const lines = [
    `${file}`,
    `  configuration  ${from.length > 0 ? from.join(', then ') : 'none: the defaults'}`,
    `  preset         ${preset}`,
    '  rules',
    ...Object.entries(rules).map(([id, { severity, options }]) => row(id, severity, options)),
    ...Object.entries(bundled).map(([id, { severity, options }]) =>
      row(`remark-lint:${id}`, severity, options),
    ),
    ...Object.entries(linkSeverity).map(([id, severity]) => row(id, severity, {})),
    row('unused-disable', unusedDisable, {}),
    ...(Object.keys(links).length > 0 ? ['  links'] : []),
    ...Object.entries(links).map(([key, value]) => `    ${key}  ${JSON.stringify(value)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function row(id: string, severity: string, options: unknown): string {
  const set = JSON.stringify(options);
  return `    ${severity.padEnd(7)}  ${id}${set === undefined || set === '{}' || set === 'null' ? '' : `  ${set}`}`;
}
