import { type Markup, markup } from './markup.ts';

/** A choice that a view is filtered by: rows carry `data-<facet>` with one of the values. */
export interface Facet {
  name: string;
  label: string;
  options: { value: string; label: string; count: number; checked: boolean }[];
}

export interface Column {
  label: string;
  className: string;
}

/**
 * A table with search, filters and sorting. Without scripts it is all there, in its order; the script uncovers
 * the controls.
 */
export function view(
  { id, title, noun }: { id: string; title: string; noun: string },
  facets: readonly Facet[],
  columns: readonly Column[],
  rows: readonly Markup[],
): Markup {
  const heads = columns.map(
    ({ label, className }, index) =>
      markup`<th scope="col" class="${className}"><button type="button" data-sort="${index}">${label}</button></th>`,
  );
  return markup`<section aria-labelledby="${id}-title" id="${id}" data-view="${noun}">
<h2 id="${id}-title">${title}</h2>
<div class="controls" hidden>
<label class="search"><span>Search</span> <input type="search" autocomplete="off" spellcheck="false"></label>
${facets.map(facet)}
<p class="shown"><span role="status"></span> <button type="button" data-open aria-pressed="false">Open all</button></p>
</div>
<table class="rows"><thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody></table>
</section>`;
}

function facet({ name, label, options }: Facet): Markup | undefined {
  if (options.length < 2) return undefined;
  if (options.length > 12) {
    const items = options.map(
      ({ value, label: text, count }) => markup`<option value="${value}">${text} (${count})</option>`,
    );
    return markup`<label class="choice"><span>${label}</span> <select data-facet="${name}"><option value="">All</option>${items}</select></label>`;
  }
  const boxes = options.map(
    ({ value, label: text, count, checked }) =>
      markup`<label><input type="checkbox" data-facet="${name}" value="${value}"${checked ? markup` checked` : undefined}> ${text} <span class="many">${count}</span></label>`,
  );
  return markup`<fieldset><legend>${label}</legend>${boxes}</fieldset>`;
}

/** The values of a facet with how often each occurs, the most frequent first. */
export function optionsOf(values: Iterable<string>): Facet['options'] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => ({ value, label: value, count, checked: true }));
}
