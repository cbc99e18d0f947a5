import type { Definition, Heading, Nodes, Root } from 'mdast';
import type { Position } from 'unist';

/** A stretch of the source: what it says, and where it stands, so that a fix can replace exactly that. */
export interface Part {
  /** Plain text without markup, entities and escapes resolved. */
  text: string;
  place: Position;
}

/** How the list's author wrote an entry. */
export type EntryForm =
  /** `- [Name](url) - Description.`, or `- **Name** - ([Repo](url)) …` */
  | 'item'
  /** `#### [Name](url)`, with what follows until the next heading */
  | 'heading'
  /** `- [**Title**](url), _Venue_` */
  | 'citation'
  /** a row of a table */
  | 'row'
  /** a paragraph or a block quote */
  | 'block'
  /** an `<a>` in an `<li>`, a `<td>` or on a line of its own */
  | 'html'
  /** no link */
  | 'plain';

/** What stands around name and description: never part of the sentence. Its text is without its brackets or marks. */
export interface Extra extends Part {
  kind: /** an image in a link, or an image served by a badge service */
    | 'badge'
    /** any other image or icon */
    | 'image'
    /** `` `MIT` ``, `<kbd>MIT</kbd>`, `[MIT]`, `(paid)`, `:yen:` */
    | 'tag'
    /** a further link, or a group such as `([Source Code](…), [Demo](…))` or `[[crate](…)]` */
    | 'link'
    /** emoji on their own */
    | 'emoji';
  /** `before` the separator (or the description), or `after` the description. */
  where: 'before' | 'after';
}

/** Where and when a paper appeared, as the citation says it. Its place is inside its emphasis. */
export interface Venue extends Part {
  /** What it is wrapped in. */
  emphasis: '_' | '*' | '**' | '__' | '(' | '';
  /** What stands between the title's link and the venue, as written: `, `, ` `, ` - `. */
  separator: string;
}

export interface Entry {
  form: EntryForm;
  /** Never empty unless the author left it so. */
  name: string;
  /** The first link's address, as written; absent for `plain`. */
  url: string | undefined;
  /**
   * The name as written, inside its brackets: the text of the link (emphasis inside it included), the strong text, the
   * first cell. Where the link stands within a sentence, the sentence is the description and the name within it.
   */
  namePart: Part;
  /** How the name is emphasised: `**` outside (`**[a](b)**`), inside (`[**a**](b)`), code, or not at all. */
  nameEmphasis: { mark: '' | '*' | '_' | '**' | '__' | '`'; inside: boolean };
  /** What stands between the name (with the extras before it) and the description, as written, blanks included. */
  separator: Part | undefined;
  /** The sentence itself, without the extras around it. */
  description: Part | undefined;
  /** Top-level mdast nodes of the description, in order; empty for html entries. */
  descriptionNodes: Nodes[];
  venue: Venue | undefined;
  extras: Extra[];
  /** Links of the entry in source order, children's not included. */
  links: Link[];
  children: Entry[];
  parent: Entry | undefined;
  section: Section;
  /** 1 for an entry directly in its section, 2 for its child, … */
  depth: number;
  /** The node the entry was read from (listItem, heading, tableRow, paragraph, blockquote, html). */
  node: Nodes;
  /** The whole entry, without its children where these are set off by lines. */
  place: Position;
}

export interface Section {
  /** Plain text of the heading or the `<summary>`; empty for the part before the first heading. */
  title: string;
  /** The heading node; an `html` node for `<h2>` and `<summary>`; absent before the first heading. */
  heading: Nodes | undefined;
  /** Heading rank 1 to 6; 0 before the first heading; a `<details>` is one deeper than what it stands in. */
  depth: number;
  /** As GitHub slugs it, duplicates numbered; empty before the first heading and for `<details>`. */
  slug: string;
  entries: Entry[];
  sections: Section[];
  parent: Section | undefined;
  /** Top-level blocks directly in the section that hold no entries (prose, code, images). */
  prose: Nodes[];
  /** The heading's own place; for the part before the first heading the start of the file. */
  place: Position;
}

export type LinkKind =
  /** `[a](b)` */
  | 'inline'
  /** `[a][b]`; one Link for each use, the definition in `definition` */
  | 'reference'
  /** `<https://…>` */
  | 'autolink'
  /** an address in the text that GFM turns into a link */
  | 'bare'
  /** `![a](b)` or `![a][b]` */
  | 'image'
  /** `href` or `src` of an HTML tag */
  | 'html';

export interface Link {
  /** As the list writes it, entities and escapes resolved. */
  url: string;
  kind: LinkKind;
  /** Plain text, or the alternative text of an image. */
  text: string;
  /** The whole link; for html the tag. */
  place: Position;
  /** The address itself in the source, so that it can be replaced; in the definition for a reference. */
  urlPlace: Position | undefined;
  definition: Definition | undefined;
  entry: Entry | undefined;
  section: Section | undefined;
  node: Nodes;
}

/** One item of the table of contents. */
export interface ContentsItem {
  text: string;
  /** The fragment it points at, without `#`, as written; absent for a group label. */
  fragment: string | undefined;
  /** 1 at the top. */
  depth: number;
  place: Position;
  link: Link | undefined;
  node: Nodes;
}

export interface Contents {
  /** The heading over it, where there is one. */
  section: Section | undefined;
  items: ContentsItem[];
  form: 'list' | 'table' | 'html' | 'paragraph';
  /** Between the comments of a generator (doctoc, markdown-toc, …). */
  generated: boolean;
  /** All of its blocks, generator comments included. */
  place: Position;
  nodes: Nodes[];
}

/** What an awesome list is: the one model that rules speak of. Never throws, drops nothing. */
export interface List {
  /** The main heading, Markdown or HTML; its text without badges. */
  title: Part | undefined;
  /** The Awesome badge, wherever it stands. */
  badge: Link | undefined;
  /** The first sentence of prose between title and first section. */
  tagline: Part | undefined;
  contents: Contents | undefined;
  /** Outermost sections; the part before the first heading is the first of them, with depth 0. */
  sections: Section[];
  /** Every entry in source order, children included. */
  entries: Entry[];
  /** Every section in source order. */
  allSections: Section[];
  /** Every link in source order, contents and images included. */
  links: Link[];
  definitions: Definition[];
  /** Headings in source order, with GitHub's slug of each. HTML headings included. */
  headings: HeadingInfo[];
  /** `id` and `name` attributes in HTML, as written. */
  ids: Set<string>;
  /** The file that this one is generated from, as its “do not edit” comment says, or `true` where it names none. */
  generatedFrom: string | true | undefined;
}

export interface HeadingInfo {
  text: string;
  slug: string;
  /** What `id` and `name` attributes within it say, such as that of an `<a name="tools"></a>`. */
  ids: string[];
  depth: number;
  node: Heading | Nodes;
  place: Position;
}

export type { Root };
