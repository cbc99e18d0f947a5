import { unified } from 'unified';
import type { VFileMessage } from 'vfile-message';
import type { Settings } from './config/settings.ts';
import type { Document } from './document.ts';
import type { Facts } from './facts/facts.ts';
import { KemptError } from './kempt-error.ts';
import { setSeverity } from './message.ts';
import { runRules } from './rule.ts';

/** Runs the rules that the settings name over a document; what they find is in its file's messages. */
export async function lint(document: Document, settings: Settings, facts: Facts): Promise<void> {
  const { file, tree } = document;
  runRules(settings.rules, tree, file, facts);
  if (Object.keys(settings.bundled).length > 0) {
    const { runMarkdownConsistency } = await import('./markdown-consistency/run.ts');
    runMarkdownConsistency(tree, file, settings.bundled);
  }
  if (settings.plugins.length > 0) await runPlugins(document, settings);
}

/**
 * The user's own remark plugins. One that says nothing of a severity warns.
 * @throws {KemptError} where one of them throws
 */
async function runPlugins({ file, tree }: Document, { plugins }: Settings): Promise<void> {
  const before = new Set<VFileMessage>(file.messages);
  try {
    await unified()
      .use({ plugins: plugins as never })
      .run(structuredClone(tree), file);
  } catch (error) {
    throw pluginFault(error);
  }
  for (const message of file.messages) {
    if (!before.has(message)) setSeverity(message, message.fatal ? 'error' : 'warning');
  }
}

function pluginFault(error: unknown): KemptError {
  const { message = String(error), stack = '' } = error as Partial<Error>;
  const [place] = stack.split('\n').filter((line) => line.startsWith('    at '));
  return new KemptError(`a plugin of the configuration failed: ${message}`, {
    hint: `mend the plugin, or take it out of \`plugins\`${place ? ` (${place.trim()})` : ''}`,
    cause: error,
  });
}
