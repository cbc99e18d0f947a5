import type { Attempt, Hop, Verdict } from '../../links/types.ts';
import { linkable } from '../escape.ts';
import { verdictWords } from '../verdict-words.ts';
import { type Markup, markup } from './markup.ts';

/** UTF-16 code units: a header or an address may be of any length. */
const longest = 300;
const mostPlaces = 50;

/** What a verdict was made from. */
export function evidence({ also, note, target, places, evidence, url, ...verdict }: Verdict): Markup {
  const href = linkable(url);
  const facts = [
    verdict.fromCache ? 'from the cache' : `${Math.round(verdict.durationMs)} ms`,
    verdict.via === 'http' ? undefined : `by ${verdict.via}`,
    also.length > 0
      ? `also ${also.map((name) => verdictWords[name].label.toLowerCase()).join(', ')}`
      : undefined,
  ].filter((fact) => fact !== undefined);
  return markup`<div class="evidence">
${note === undefined ? undefined : markup`<p dir="auto">${note}</p>`}
${target === undefined ? undefined : markup`<p>Leads to ${address(target)}</p>`}
<p class="facts">${facts.join(', ')}${href === undefined ? undefined : markup` · ${anchor(href, 'open the link')}`}</p>
${places.length > 1 ? placeList(places) : undefined}
${evidence.attempts.length > 0 ? markup`<ol class="attempts">${evidence.attempts.map(attemptItem)}</ol>` : undefined}
</div>`;
}

/** An address to follow, or, where that would not be safe, to read. */
export function address(url: string): Markup {
  const href = linkable(url);
  return href === undefined ? markup`<code dir="auto">${cut(url)}</code>` : anchor(href, cut(url));
}

function anchor(href: string, text: string): Markup {
  return markup`<a href="${href}" rel="noreferrer noopener nofollow" dir="auto">${text}</a>`;
}

function placeList(places: Verdict['places']): Markup {
  const items = places
    .slice(0, mostPlaces)
    .map(({ path, position }) => markup`<li>${path}:${position.start.line}</li>`);
  const more = places.length - items.length;
  return markup`<p>Stands in ${places.length} places:</p><ul class="places">${items}${more > 0 ? markup`<li>and ${more} more</li>` : undefined}</ul>`;
}

function attemptItem({ method, pass, hops, code, detail, outcome, manner, durationMs }: Attempt): Markup {
  const how = `${method}${manner === 'browser' ? ' as a browser' : ''}${pass === 2 ? ', second pass' : ''}, ${Math.round(durationMs)} ms`;
  const fault = [code, detail].filter((part) => part !== undefined && part !== '').join(': ');
  return markup`<li><p>${how}</p>
${hops.length > 0 ? markup`<ol class="hops">${hops.map(hopItem)}</ol>` : undefined}
${fault === '' ? undefined : markup`<p><code>${cut(fault)}</code></p>`}
${outcome === undefined ? undefined : markup`<p dir="auto">${outcome.reason}</p>`}</li>`;
}

function hopItem({ url, status, headers, address: dialled }: Hop): Markup {
  const list = Object.entries(headers).map(
    ([name, value]) => markup`<div><dt>${cut(name)}</dt><dd>${cut(value)}</dd></div>`,
  );
  return markup`<li><b>${status ?? 'no answer'}</b> <code dir="auto">${cut(url)}</code>${dialled === undefined ? undefined : markup` <span>at ${cut(dialled)}</span>`}${list.length > 0 ? markup`<dl>${list}</dl>` : undefined}</li>`;
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}
