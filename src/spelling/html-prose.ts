/** Elements whose text is no prose, or the name of what it leads to. */
const apart = /^(?:a|code|kbd|pre|samp|script|style|tt|var)$/;

/** HTML with everything but its prose made blank, letter for letter. */
export function proseOfHtml(html: string): string {
  let prose = '';
  let at = 0;
  let within: string | undefined;
  let inComment = false;
  for (const { 0: token, 1: closing, 2: tag, index } of html.matchAll(
    /<!--|-->|<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])[^<>]*>|<[!?][^<>]*>/gi,
  )) {
    prose += inComment || within ? blank(html.slice(at, index)) : html.slice(at, index);
    prose += blank(token);
    at = index + token.length;
    if (token === '<!--') inComment = true;
    else if (token === '-->') inComment = false;
    else if (!inComment && tag) within = withinAfter(within, tag.toLowerCase(), closing === '/');
  }
  const rest = html.slice(at);
  return prose + (inComment || within ? blank(rest) : rest);
}

function withinAfter(within: string | undefined, tag: string, closes: boolean): string | undefined {
  if (within) return closes && tag === within ? undefined : within;
  return !closes && apart.test(tag) ? tag : undefined;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
