import type { KemptError } from '../kempt-error.ts';
import { forTerminal } from '../report/escape.ts';
import type { Fault } from '../report/report.ts';

/** An error as the report carries it. */
export function faultOf({ message, where, hint }: KemptError): Fault {
  return { what: message, where, hint };
}

/** A user's fault as the terminal shows it: what and where, then what to do. */
export function faultText({ what, where, hint }: Fault): string {
  const lines = [`kempt: ${where === undefined ? '' : `${where}: `}${what}`];
  if (hint) lines.push(`  ${hint}`);
  return lines.map((line) => `${forTerminal(line)}\n`).join('');
}
