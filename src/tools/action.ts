import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { stringify } from 'yaml';
import { optionInputs, ownInputs } from '../action/inputs.ts';
import { outputs } from '../action/outputs.ts';
import { optionSpecs } from '../cli/option-specs.ts';
import { table } from '../report/rule-page.ts';
import { between, settle } from './generated.ts';
import { licensesOf } from './licenses.ts';
import { plainAssert } from './plain-assert.ts';
import { root } from './root.ts';

const command = 'npm run action';
const folder = 'dist-action';
const bundle = `${folder}/index.cjs`;

interface Input {
  name: string;
  about: string;
  default: string;
}

/** Everything that a workflow may say. */
function inputs(): Input[] {
  return [
    ...Object.entries(ownInputs).map(([name, spec]) => ({ name, ...spec })),
    ...optionInputs.map((name) => {
      const { about, type, multiple }: { about: string; type: string; multiple?: boolean } =
        optionSpecs[name];
      const several = about.replace('; may be given several times', '');
      const said = multiple ? `${several} (one a line)` : about;
      return { name, about: said, default: type === 'boolean' ? 'false' : '' };
    }),
  ];
}

function metadata(): string {
  const described = inputs().map(({ name, about, default: byDefault }) => {
    return [name, { description: about, required: false, default: byDefault }];
  });
  const text = stringify(
    {
      name: 'kempt',
      description: 'Lints an awesome list and checks its links',
      branding: { icon: 'check-square', color: 'purple' },
      inputs: Object.fromEntries(described),
      outputs: Object.fromEntries(
        Object.entries(outputs).map(([name, description]) => [name, { description }]),
      ),
      runs: { using: 'node24', main: bundle },
    },
    { lineWidth: 110 },
  );
  return `# Written by \`${command}\` from src/action/inputs.ts.\n${text}`;
}

/** The page on the action, the tables made anew. */
function page(): string {
  const text = readFileSync(`${root}docs/action.md`, 'utf8');
  const rows = inputs().map(({ name, about, default: byDefault }) => {
    return [`\`${name}\``, about, byDefault === '' ? '' : `\`${byDefault}\``];
  });
  const given = Object.entries(outputs).map(([name, about]) => [`\`${name}\``, about]);
  const withInputs = between(text, 'inputs', table(['input', '', 'default'], rows));
  return between(withInputs, 'outputs', table(['output', ''], given));
}

/** The action in one file, and the licences of what is in it: nothing is installed where it runs. */
async function bundled(): Promise<{ code: string; licenses: string }> {
  const to = mkdtempSync(join(tmpdir(), 'kempt-action-'));
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: { index: 'src/action.ts' },
      outdir: to,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      minify: true,
      metafile: true,
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'warning',
      // The one that carries its parser with it.
      alias: { jiti: 'jiti/static' },
      plugins: [withoutGuesses, plainAssert],
      banner: { js: "var actionUrl=require('node:url').pathToFileURL(__filename).href;" },
      define: { 'import.meta.url': 'actionUrl', 'import.meta.dirname': '__dirname' },
    });
    return { code: readFileSync(join(to, 'index.cjs'), 'utf8'), licenses: licensesOf(metafile) };
  } finally {
    rmSync(to, { recursive: true });
  }
}

/** jiti carries a guess of which program it is run by; nothing here asks for that. */
const withoutGuesses: Plugin = {
  name: 'without-guesses',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]jiti[\\/]dist[\\/]jiti\.cjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /=\[\["\w+",\["\w+","\w+"\]\],\["replit",[^;]*?\](?=;function)/,
        '=[]',
      ),
      loader: 'js',
    }));
  },
};

const { code, licenses } = await bundled();
const files = new Map([
  ['action.yml', metadata()],
  ['docs/action.md', page()],
  [bundle, code],
  [`${folder}/licenses.txt`, licenses],
]);
settle(files, command, folder);
