import { Parser } from 'htmlparser2';
import { withoutUser } from '../address/without-user.ts';
import { type AnchorSearch, searchAnchors } from './anchors.ts';
import type { AnchorAnswer, Page } from './types.ts';

/** Reads a page as it streams in. */
export interface PageReader {
  write(text: string): void;
  /** True once nothing that is wanted can change any more. */
  done(): boolean;
  /** @param cut whether the page went on */
  end(cut: boolean): { page: Page; anchors: Record<string, AnchorAnswer> };
}

/** A refresh after this many seconds is for readers, not a redirect. */
const longestRefresh = 5;
/** Elements that do not part the words around them. */
const inline = new Set('a abbr b cite code em i kbd mark q s small span strong sub sup u var wbr'.split(' '));
const anyHeading = /^h[1-6]$/;
const watched = new Set(['title', 'h1', 'script', 'style']);
/** What is counted or kept of hostile pages. */
const limits = { title: 500, text: 5000 };
/** A page that has said so much is what its title and heading say it is: what follows changes nothing. */
const enoughText = 2500;

export interface Wanted {
  url: URL;
  /** Fragments to look for, without `#`, as written. */
  fragments: readonly string[];
  /** Whether `#:~:text=…` is looked for in the text. */
  text?: boolean;
}

export function createPageReader(wanted: Wanted): PageReader {
  const page: Page = { scripts: 0, ids: 0, text: 0, cut: false };
  const anchors = searchAnchors(wanted.fragments, wanted.url, wanted.text);
  const collect = collector(page);
  let inside: string | undefined;
  // The first of each counts: drawings have titles too.
  const closed = new Set<string>();
  let headingText: string | undefined;
  let noscripts = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        noteAttributes(name, attributes, page, anchors);
        if (name === 'noscript') noscripts += 1;
        // What only those without scripts are sent to is not where the page leads.
        if (name === 'meta' && noscripts === 0) noteRefresh(attributes, page);
        if (anyHeading.test(name)) headingText = '';
        if (!inline.has(name)) anchors.text(' ');
        if (watched.has(name) && !closed.has(name)) inside ??= name;
      },
      ontext(text) {
        if (headingText !== undefined && headingText.length < limits.title) headingText += text;
        if (inside === 'script') anchors.script(text);
        else if (inside !== 'style') {
          collect(inside, text);
          anchors.text(text);
        }
      },
      onclosetag(name) {
        if (!inline.has(name)) anchors.text(' ');
        if (name === 'noscript') noscripts -= 1;
        if (headingText !== undefined && anyHeading.test(name)) {
          anchors.heading(headingText);
          headingText = undefined;
        }
        if (name !== inside) return;
        if (name === 'title' || name === 'h1') closed.add(name);
        inside = undefined;
      },
    },
    { decodeEntities: true },
  );

  return {
    write: (text) => parser.write(text),
    done: () => closed.size === 2 && (wanted.fragments.length > 0 ? anchors.done() : page.text >= enoughText),
    end(cut) {
      parser.end();
      page.cut = cut;
      page.title = page.title?.replace(/\s+/g, ' ').trim();
      page.heading = page.heading?.replace(/\s+/g, ' ').trim();
      return { page, anchors: anchors.answers(page) };
    },
  };
}

function noteAttributes(
  name: string,
  attributes: Record<string, string>,
  page: Page,
  anchors: AnchorSearch,
): void {
  const ids = [attributes.id, name === 'a' ? attributes.name : undefined];
  for (const id of ids) {
    if (!id) continue;
    page.ids += 1;
    anchors.id(id);
  }
  if (name === 'script') page.scripts += 1;
}

function noteRefresh(attributes: Record<string, string>, page: Page): void {
  if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return;
  page.refresh ??= refreshTarget(attributes.content ?? '');
}

/** Texts of the title, the first h1 and all the rest, bounded. */
function collector(page: Page): (inside: string | undefined, text: string) => void {
  return (inside, text) => {
    if (inside === 'title') page.title = ((page.title ?? '') + text).slice(0, limits.title);
    else if (inside === 'h1') page.heading = ((page.heading ?? '') + text).slice(0, limits.title);
    if (inside !== 'title' && page.text < limits.text) page.text += text.trim().length;
  };
}

/** `5; url=/new`, in the spellings that browsers take. */
export function refreshTarget(content: string): string | undefined {
  const match = /^\s*(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(.+)$/i.exec(content.slice(0, 4096));
  if (!match || Number(match[1]) > longestRefresh) return undefined;
  const target = (match[2] ?? '').trim();
  const quoted = /^(["'])(.*?)\1/.exec(target);
  return withoutUser((quoted ? quoted[2] : target) ?? '') || undefined;
}
