import { severityOf } from '../message.ts';
import { forTerminal } from './escape.ts';
import { inSourceOrder, ruleOf } from './finding.ts';
import type { Reporter } from './index.ts';

/** One line a finding: `path:line:column: severity rule message`; what is about the whole file stands at 1:1. */
export const compact: Reporter = ({ files }, { quiet }) =>
  files
    .flatMap(({ path, messages }) =>
      inSourceOrder(messages)
        .filter((message) => !quiet || severityOf(message) === 'error')
        .map((message) => {
          const { line, column, reason, link } = message;
          const about = link === undefined || reason.includes(link) ? reason : `${reason} ${link}`;
          const place = `${path}:${line ?? 1}:${column ?? 1}`;
          return `${forTerminal(`${place}: ${severityOf(message)} ${ruleOf(message)} ${about}`)}\n`;
        }),
    )
    .join('');
