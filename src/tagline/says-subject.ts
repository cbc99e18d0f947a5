/** A title's own words: “Awesome Node-RED” is about Node-RED. */
function subjectOf(title: string): string {
  return title
    .replace(/^\P{Letter}*awesome\b[\s:-]*/iu, '')
    .replace(/[^\p{Letter}\p{Number})+#]+$/u, '')
    .trim();
}

/**
 * Whether a text says what the title’s subject is: “[Node-RED](…) is a programming tool”.
 * @param header the Markdown between the title and the first section
 */
export function saysSubject(title: string, header: string): boolean {
  const subject = subjectOf(title);
  if (subject.length < 2) return false;
  const words = subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]+');
  const says = new RegExp(
    `(?:^|[^\\p{Letter}\\p{Number}])${words}(?:\\]\\([^()\\s]*\\))?(?:</\\w+>|[*_\\x60\\])])*(?:\\s*\\([^()]{0,80}\\))?,?\\s*(?:\\b(?:is|are)\\b|是|は)`,
    'iu',
  );
  return says.test(header);
}
