import type { RuleInfo } from '../catalogue.ts';
import { homepage, name, version } from '../project.ts';
import { inJson } from './escape.ts';
import type { Reporter } from './index.ts';
import type { Report } from './report.ts';
import { resultsOf, toMessage } from './sarif/results.ts';
import { describeRules } from './sarif/rules.ts';
import type { SarifLog, SarifNotification } from './sarif/types.ts';
import { uriOf } from './sarif/uri.ts';

/** SARIF 2.1.0, as GitHub's code scanning and editors read it; `known` describes the rules. */
export function sarif(known: readonly RuleInfo[]): Reporter {
  return (report) => inJson(`${JSON.stringify(toSarif(report, known), null, 2)}\n`);
}

function toSarif({ files, faults, interrupted }: Report, known: readonly RuleInfo[]): SarifLog {
  const messages = files.flatMap((file) => file.messages);
  const { descriptors, indexOf } = describeRules(messages, known);
  const driver = { name, version, semanticVersion: version, informationUri: homepage, rules: descriptors };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) }, roles: ['analysisTarget'] })),
        invocations: [
          {
            executionSuccessful: faults.length === 0 && !interrupted,
            toolExecutionNotifications: notifications(faults, interrupted),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, indexOf)),
      },
    ],
  };
}

/** What kept kempt from part of its work. */
function notifications(faults: Report['faults'], interrupted: boolean): SarifNotification[] {
  const told = faults.map(({ what, where, hint }): SarifNotification => {
    const text = where === undefined ? what : `${where}: ${what}`;
    return { level: 'error', message: toMessage(hint === undefined ? text : `${text}\n${hint}`) };
  });
  const stopped = 'Stopped before the end; this is what was known by then';
  return interrupted ? [...told, { level: 'warning', message: { text: stopped } }] : told;
}
