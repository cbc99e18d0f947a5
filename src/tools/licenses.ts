import { readdirSync, readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { root } from './root.ts';

const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The licences of the packages whose code a build holds: each text once, under the packages that it is for. */
export function licensesOf({ inputs }: Metafile): string {
  const folders = new Set(Object.keys(inputs).flatMap((path) => packageFolder.exec(path)?.[0] ?? []));
  const packagesByText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const manifest = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
    const file = readdirSync(root + folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(`${root}${folder}/${file}`, 'utf8').trim() : inWords(manifest);
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${manifest.name} ${manifest.version}`]);
  }
  const parts = [...packagesByText].map(([text, packages]) => `${packages.join('\n')}\n\n${text}\n`);
  return `The kempt command holds code of these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** What a package without a licence's text says of it. */
function inWords({ license, licenses, author }: Record<string, unknown>): string {
  const kind = license ?? (licenses as { type: string }[]).map(({ type }) => type).join(' or ');
  const { name } = typeof author === 'string' ? { name: author } : (author as { name: string });
  return `Copyright (c) ${name}\nLicence: ${kind}`;
}
