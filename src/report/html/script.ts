/** What the page can do beyond being read: search, filters and sorting, over rows that are all there without it. */
export const script = String.raw`'use strict';
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function keyOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.key ?? cell.textContent.trim();
}

function start(view) {
  const body = view.querySelector('tbody');
  const rows = Array.from(body.rows);
  const search = view.querySelector('input[type=search]');
  const choices = Array.from(view.querySelectorAll('[data-facet]'));
  const said = view.querySelector('[role=status]');
  const open = view.querySelector('[data-open]');
  const texts = new Map();

  function textOf(row) {
    if (!texts.has(row)) {
      const parts = row.querySelectorAll('summary, .verdict, .answer, .where');
      texts.set(row, Array.from(parts, (part) => part.textContent).join(' ').toLowerCase());
    }
    return texts.get(row);
  }

  function wanted() {
    const facets = new Map();
    for (const choice of choices) {
      const name = choice.dataset.facet;
      if (choice.type === 'checkbox') {
        if (!facets.has(name)) facets.set(name, new Set());
        if (choice.checked) facets.get(name).add(choice.value);
      } else if (choice.value !== '') facets.set(name, new Set([choice.value]));
    }
    return facets;
  }

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const facets = wanted();
    let shown = 0;
    for (const row of rows) {
      const fits =
        Array.from(facets).every(([name, values]) => row.dataset[name].split('//').some((one) => values.has(one))) &&
        words.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    said.textContent = shown + ' of ' + rows.length + ' ' + view.dataset.view + ' shown';
  }

  function sort(button) {
    const head = button.closest('th');
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of view.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const column = Number(button.dataset.sort);
    rows.sort((a, b) => collator.compare(keyOf(a, column), keyOf(b, column)) * (down ? -1 : 1));
    body.append(...rows);
  }

  search.addEventListener('input', show);
  for (const choice of choices) choice.addEventListener('change', show);
  for (const button of view.querySelectorAll('[data-sort]')) button.addEventListener('click', () => sort(button));
  open.addEventListener('click', () => {
    const now = open.getAttribute('aria-pressed') !== 'true';
    open.setAttribute('aria-pressed', String(now));
    for (const row of rows) if (!row.hidden) row.querySelector('details').open = now;
  });
  view.querySelector('.controls').hidden = false;
  show();
}

document.documentElement.classList.add('scripted');
for (const view of document.querySelectorAll('[data-view]')) start(view);
`;
