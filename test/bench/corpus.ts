import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

/** The readmes of the corpus where it is there, the largest first. */
export function corpusLists(): { name: string; path: string; text: string }[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const readme = readdirSync(new URL(`${name}/`, corpus)).find((file) => /^readme\.md$/i.test(file));
      if (!readme) return [];
      const path = fileURLToPath(new URL(`${name}/${readme}`, corpus));
      return [
        { name: name.split('__').at(-1)!, path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') },
      ];
    })
    .sort((a, b) => b.text.length - a.text.length);
}
