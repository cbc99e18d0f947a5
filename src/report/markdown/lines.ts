import { count } from '../summary.ts';

/** A line of a page. A row may be cut off; a heading goes where all its rows went. */
export interface Line {
  text: string;
  kind: 'fixed' | 'heading' | 'row';
}

/** Characters that GitHub takes for the body of an issue, a pull request or a comment. */
const githubLimit = 65_536;
/** Characters kept for what is said of the rows that are left out. */
const roomForRest = 120;

/** The whole where it fits; otherwise as much as does, cut at a row, and how much more there is. */
export function cut(lines: readonly Line[], limit = githubLimit): string {
  const rows = lines.filter(({ kind }) => kind === 'row').length;
  const whole = fill(lines, limit);
  if (whole.rows === rows) return whole.text;
  const part = fill(lines, limit - roomForRest);
  const rest = count(rows - part.rows, 'more row');
  return `${part.text}\n… and ${rest}, for which there is no room here; the other formats have all.\n`;
}

/** Lines as long as there is room; headings only with a row under them. */
function fill(lines: readonly Line[], limit: number): { text: string; rows: number } {
  let text = '';
  let heading = '';
  let rows = 0;
  for (const line of lines) {
    if (line.kind === 'heading') heading = `\n${line.text}\n`;
    else {
      const more = `${heading}${line.text}\n`;
      if (text.length + more.length > limit) break;
      text += more;
      heading = '';
      if (line.kind === 'row') rows += 1;
    }
  }
  return { text, rows };
}

export function fixed(text: string): Line {
  return { text, kind: 'fixed' };
}

export function row(text: string): Line {
  return { text, kind: 'row' };
}

export function heading(text: string, below?: string): Line {
  return { text: below === undefined ? `${text}\n` : `${text}\n\n${below}\n`, kind: 'heading' };
}
