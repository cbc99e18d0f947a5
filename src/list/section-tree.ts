import type { Nodes } from 'mdast';
import type { OutlineEvent } from './outline.ts';
import { placeOf, type Reading } from './reading.ts';
import { firstAtOrAfter } from './span.ts';
import type { Section } from './types.ts';

/** What stands between headings. */
export type Block = Extract<OutlineEvent, { kind: 'block' }>;

/** A heading that is an entry, and what belongs to it. */
export interface HeadingEntry {
  kind: 'heading entry';
  event: Extract<OutlineEvent, { kind: 'heading' }>;
  body: Block[];
  /** Where the text right under the heading ends, before headings of its own. */
  ownEnd: number;
}

export type SectionBlock = Block | HeadingEntry;

/** Sections with what stands directly in each. */
export interface SectionTree {
  outermost: Section[];
  all: Section[];
  blocks: Map<Section, SectionBlock[]>;
  /** The section that an offset of the source is in. */
  at(offset: number): Section;
}

/** Builds the sections of an outline. `isEntry` tells which headings are entries. */
export function sectionTree(
  events: readonly OutlineEvent[],
  extents: ReadonlyMap<OutlineEvent, number>,
  reading: Reading,
): SectionTree {
  const builder = new Builder(reading);
  for (let index = 0; index < events.length; index++) {
    const event = events[index]!;
    const end = extents.get(event);
    if (event.kind === 'heading' && end !== undefined) {
      builder.addHeadingEntry(event, events.slice(index + 1, end));
      index = end - 1;
    } else builder.add(event);
  }
  return builder.tree();
}

interface Level {
  section: Section;
  details: boolean;
  /** A `<details>` that is never closed ends with the next heading of this rank or higher. */
  isClosed: boolean;
}

class Builder {
  readonly #reading: Reading;
  readonly #outermost: Section[] = [];
  readonly #all: Section[] = [];
  readonly #blocks = new Map<Section, SectionBlock[]>();
  readonly #steps: { start: number; section: Section }[] = [];
  readonly #levels: Level[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    const start = { start: 0, end: 0 };
    const section = this.#section('', undefined, 0, '', start);
    this.#outermost.push(section);
    this.#levels.push({ section, details: false, isClosed: false });
    this.#steps.push({ start: 0, section });
  }

  tree(): SectionTree {
    const steps = this.#steps;
    return {
      outermost: this.#outermost,
      all: this.#all,
      blocks: this.#blocks,
      at: (offset) => steps[firstAtOrAfter(steps, ({ start }) => start, offset + 1) - 1]!.section,
    };
  }

  add(event: OutlineEvent): void {
    const { start } = event.span;
    if (event.kind === 'block') this.#blocks.get(this.#current())!.push(event);
    else if (event.kind === 'close') this.#closeDetails(event.span.end);
    else if (event.kind === 'open') {
      const { node, title, heading, span } = event;
      const depth = Math.min(6, this.#current().depth + 1);
      const section = this.#section(title, node, depth, heading?.slug ?? '', span);
      this.#open(section, start, true, event.isClosed);
    } else {
      const { heading, node, span } = event;
      this.#closeSections(heading.depth);
      const section = this.#section(heading.text, node, heading.depth, heading.slug, span);
      this.#open(section, start, false, false);
    }
  }

  addHeadingEntry(event: HeadingEntry['event'], rest: readonly OutlineEvent[]): void {
    this.#closeSections(event.heading.depth);
    this.#steps.push({ start: event.span.start, section: this.#current() });
    const firstHeading = rest.findIndex(({ kind }) => kind === 'heading');
    const own = (firstHeading === -1 ? rest : rest.slice(0, firstHeading)).filter(isBlock);
    this.#blocks.get(this.#current())!.push({
      kind: 'heading entry',
      event,
      body: rest.filter(isBlock),
      ownEnd: own.at(-1)?.span.end ?? event.span.end,
    });
  }

  #current(): Section {
    return this.#levels.at(-1)!.section;
  }

  #section(
    title: string,
    heading: Nodes | undefined,
    depth: number,
    slug: string,
    span: { start: number; end: number },
  ): Section {
    const section: Section = {
      title,
      heading,
      depth,
      slug,
      entries: [],
      sections: [],
      parent: undefined,
      prose: [],
      place: placeOf(this.#reading, span),
    };
    this.#all.push(section);
    this.#blocks.set(section, []);
    return section;
  }

  #open(section: Section, start: number, details: boolean, isClosed: boolean): void {
    const parent = this.#current();
    if (parent.depth === 0 && !this.#levels.at(-1)!.details) this.#outermost.push(section);
    else {
      parent.sections.push(section);
      section.parent = parent;
    }
    this.#levels.push({ section, details, isClosed });
    this.#steps.push({ start, section });
  }

  /** Ends the sections that a heading of this rank ends: none outside the `<details>` that it stands in. */
  #closeSections(depth: number): void {
    for (;;) {
      const level = this.#levels.at(-1)!;
      if (this.#levels.length === 1 || (level.details && level.isClosed) || level.section.depth < depth)
        return;
      this.#levels.pop();
    }
  }

  #closeDetails(end: number): void {
    let index = this.#levels.length - 1;
    while (index > 0 && !(this.#levels[index]!.details && this.#levels[index]!.isClosed)) index--;
    if (index === 0) return;
    this.#levels.length = index;
    this.#steps.push({ start: end, section: this.#current() });
  }
}

function isBlock(event: OutlineEvent): event is Block {
  return event.kind === 'block';
}
