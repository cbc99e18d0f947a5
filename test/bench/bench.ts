import { parseArgs } from 'node:util';
import { links } from './links.ts';
import { lint } from './lint.ts';
import { parity } from './parity.ts';
import { scale } from './scale.ts';
import { shapesOf } from './shapes.ts';
import { startUp } from './start-up.ts';
import { worlds } from './worlds.ts';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string', multiple: true }, seed: { type: 'string', multiple: true } },
});

/**
 * `npm run bench [-- SECTION…]`: figures of this machine, beside a peer's in the same run. Needs a build.
 * For `parity`, `--list FILE` adds a list and `--seed NUMBER` makes other ones; both may be repeated.
 */
const sections: Record<string, () => Promise<void>> = {
  'start-up': startUp,
  links,
  lint,
  parity: () => parity({ lists: values.list, seeds: values.seed?.map(Number) }),
  worlds,
  scale,
  shapes: shapesOf,
};

const unknown = wanted.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(`No section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
  for (const [name, section] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    await section();
  }
}
