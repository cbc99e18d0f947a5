/** The look of the page: in light and dark, on a phone and on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #faf9f7; --card: #fff; --text: #1c2330; --muted: #59616e; --line: #e2dfd9; --accent: #1f5fa8;
  --good: #1b7347; --note: #2a5fae; --doubt: #8a5200; --bad: #ad211a; --none: #666d78;
  --good-bar: #3f9c6c; --note-bar: #5b8fd8; --doubt-bar: #dd9a33; --bad-bar: #d1463d; --none-bar: #c3c6cb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #13161b; --card: #1b2027; --text: #e5e8ed; --muted: #a3acb9; --line: #2d343e; --accent: #8ab8f5;
    --good: #67c796; --note: #8ab8f5; --doubt: #e3ae55; --bad: #f5958d; --none: #a3acb9;
    --good-bar: #3d9467; --note-bar: #4d7fc4; --doubt-bar: #c2872c; --bad-bar: #cf5148; --none-bar: #4a515c;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
main { padding-bottom: 4rem; }
h1, h2, p, dl, dd, ul, ol, figure { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 3rem 0 .75rem; }
.tool { color: var(--muted); font-size: .875rem; }
a { color: var(--accent); overflow-wrap: anywhere; }
code, pre { font: .875em/1.5 ui-monospace, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.health, .history, .faults { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem; margin-top: 1.5rem; }
.faults { border-color: var(--bad); }
.faults ul { padding-left: 1.25rem; }
.faults li { overflow-wrap: anywhere; }
.health { display: grid; grid-template-columns: minmax(10rem, auto) 1fr; gap: 1.5rem 2.5rem; align-items: center; }
.share strong { display: block; font-size: 3.5rem; line-height: 1; font-weight: 650; letter-spacing: -.03em; white-space: nowrap; }
.share span { color: var(--muted); }
.bar { display: block; width: 100%; border-radius: 5px; }
.bar.large { height: 20px; }
.bar.small { height: 8px; border-radius: 4px; }
.fill-good { fill: var(--good-bar); } .fill-note { fill: var(--note-bar); } .fill-doubt { fill: var(--doubt-bar); }
.fill-bad { fill: var(--bad-bar); } .fill-none { fill: var(--none-bar); }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: .375rem 2rem; margin-top: 1rem; font-size: .875rem; }
.legend div { display: grid; grid-template-columns: 8.5rem 1fr; }
.legend dd { display: grid; grid-template-columns: 2.5rem 1fr; gap: .75rem; }
.legend dd b { text-align: right; font-variant-numeric: tabular-nums; }
.legend dd span { color: var(--muted); }
.dot { display: inline-block; width: .625rem; height: .625rem; border-radius: 3px; margin-right: .5rem; }
.dot-good { background: var(--good-bar); } .dot-note { background: var(--note-bar); } .dot-doubt { background: var(--doubt-bar); }
.dot-bad { background: var(--bad-bar); } .dot-none { background: var(--none-bar); }
.counts { margin-top: 1rem; color: var(--muted); }

.history figcaption { font-weight: 600; margin-bottom: 1rem; }
.plot { display: grid; grid-template-columns: auto minmax(0, max-content); justify-content: start; gap: .25rem .75rem; color: var(--muted); font-size: .875rem; font-variant-numeric: tabular-nums; }
.plot svg { display: block; max-width: 100%; }
.dates { grid-column: 2; display: flex; justify-content: space-between; gap: 1.5rem; min-width: 12rem; }
.ground { stroke: var(--muted); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; margin-top: .75rem; font-size: .875rem; }
.history details { margin-top: .75rem; }
.history details .plain { margin-top: .5rem; max-width: 44rem; }

.controls { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; margin-bottom: 1rem; }
.controls .search { flex: 1 1 16rem; }
.controls .search span, .controls .choice span, legend { display: block; color: var(--muted); font-size: .875rem; padding: 0; margin-bottom: .25rem; }
.controls input[type=search], select { width: 100%; min-height: 2.5rem; padding: .25rem .75rem; background: var(--card); border: 1px solid var(--muted); border-radius: 8px; }
.choice { max-width: 18rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .375rem; }
legend { float: left; width: 100%; }
fieldset label { display: inline-flex; align-items: center; gap: .375rem; min-height: 2.5rem; padding: 0 .75rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; font-size: .875rem; cursor: pointer; }
fieldset label:has(:checked) { border-color: var(--muted); }
fieldset input { accent-color: var(--accent); margin: 0; }
.many { color: var(--muted); font-variant-numeric: tabular-nums; }
.shown { flex-basis: 100%; display: flex; justify-content: space-between; align-items: center; gap: 1rem; color: var(--muted); font-size: .875rem; }
.shown button { background: none; border: 1px solid var(--line); border-radius: 8px; min-height: 2rem; padding: 0 .75rem; cursor: pointer; color: var(--text); }
.shown button[aria-pressed=true] { border-color: var(--muted); background: var(--card); }

table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; }
.rows { background: var(--card); border: 1px solid var(--line); border-radius: 12px; border-spacing: 0; border-collapse: separate; table-layout: fixed; }
.rows th { color: var(--muted); font-size: .875rem; padding: .25rem .5rem; }
.rows th button { background: none; border: 0; padding: .375rem .5rem; font-weight: 600; cursor: default; border-radius: 6px; }
.scripted .rows th button { cursor: pointer; }
.scripted .rows th button:hover { color: var(--text); }
.rows th[aria-sort=ascending] button::after { content: " ↑"; }
.rows th[aria-sort=descending] button::after { content: " ↓"; }
.rows td { vertical-align: top; padding: .625rem 1rem; border-top: 1px solid var(--line); }
.rows .verdict { width: 9.5rem; }
.rows .answer { width: 9rem; color: var(--muted); font-size: .875rem; overflow-wrap: anywhere; }
.rows .where { width: 13rem; color: var(--muted); font-size: .875rem; overflow-wrap: anywhere; }
.badge { display: inline-block; padding: .0625rem .5rem; border-radius: 6px; font-size: .875rem; font-weight: 600; white-space: nowrap; }
.badge-good { color: var(--good); background: color-mix(in srgb, var(--good) 10%, var(--card)); }
.badge-note, .severity-info { color: var(--note); } .badge-note, .badge.severity-info { background: color-mix(in srgb, var(--note) 10%, var(--card)); }
.badge-doubt, .severity-warning { color: var(--doubt); } .badge-doubt, .badge.severity-warning { background: color-mix(in srgb, var(--doubt) 10%, var(--card)); }
.badge-bad, .severity-error { color: var(--bad); } .badge-bad, .badge.severity-error { background: color-mix(in srgb, var(--bad) 10%, var(--card)); }
.badge-none { color: var(--none); background: color-mix(in srgb, var(--none) 10%, var(--card)); }
summary { cursor: pointer; }
.rows summary { display: block; position: relative; padding-left: 1.125rem; border-radius: 4px; }
.rows summary::-webkit-details-marker { display: none; }
.rows summary::before { content: ""; position: absolute; left: .125rem; top: .5em; border: .3rem solid transparent; border-left-color: var(--muted); border-right-width: 0; }
.rows details[open] > summary::before { transform: rotate(90deg); }
.reason { display: block; color: var(--muted); font-size: .875rem; overflow-wrap: anywhere; }
.rows summary span { overflow-wrap: anywhere; }
.evidence, .finding { font-size: .875rem; padding-left: 1.125rem; }
.evidence { display: grid; gap: .375rem; margin-top: .5rem; }
.finding { margin-top: .5rem; }
.severity { font-weight: 600; }
.evidence p { overflow-wrap: anywhere; }
.evidence pre { margin: 0; padding: .75rem; background: var(--page); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.facts { color: var(--muted); }
.attempts, .hops, .places { padding-left: 1.25rem; }
.attempts > li { margin-top: .375rem; }
.places { columns: 12rem; overflow-wrap: anywhere; }
.hops dl { color: var(--muted); }
.hops dl div { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
.hops dd { overflow-wrap: anywhere; min-width: 0; }

.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 2.5rem; }
.plain { font-size: .875rem; }
.plain th, .plain td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; }
.plain thead th { color: var(--muted); }
.plain tbody th { font-weight: 400; overflow-wrap: anywhere; }
.plain .number { text-align: right; padding-right: 1.25rem; }
.groups td:last-child { width: 45%; padding-right: 0; }
.words { color: var(--muted); }
.news td:first-child { width: 11rem; }
.news td:last-child { width: 22rem; color: var(--muted); }

@media (max-width: 44rem) {
  header, main { padding-left: 1rem; padding-right: 1rem; }
  header { padding-top: 1.25rem; }
  .health { grid-template-columns: 1fr; padding: 1.25rem; }
  .legend { grid-template-columns: 1fr; }
  .rows, .rows thead, .rows tbody { display: block; }
  .rows thead tr { display: flex; flex-wrap: wrap; padding: .25rem; }
  .rows thead th { width: auto; padding: 0; }
  .rows thead th button { min-height: 2.5rem; }
  .rows tbody tr { display: grid; grid-template-columns: auto 1fr; gap: .25rem .75rem; padding: .75rem 1rem; border-top: 1px solid var(--line); }
  .groups .plain, .groups thead, .groups tbody { display: block; }
  .groups tr { display: grid; grid-template-columns: 1fr auto auto; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .groups .plain th, .groups .plain td { padding: 0; border: 0; }
  .groups .plain .number { min-width: 3.75rem; padding-left: .75rem; white-space: nowrap; }
  .groups thead th:last-child { display: none; }
  .groups td:last-child { width: auto; grid-column: 1 / -1; padding-top: .25rem; }
  .news .plain, .news tbody { display: block; }
  .news thead { display: none; }
  .news tbody tr { display: grid; gap: .25rem; padding: .75rem 0; border-top: 1px solid var(--line); }
  .news td { padding: 0; border: 0; }
  .news td:first-child, .news td:last-child { width: auto; }
  .rows td { padding: 0; border: 0; }
  .rows .verdict, .rows .answer, .rows .where { width: auto; }
  .rows td.subject { grid-column: 1 / -1; grid-row: 2; }
  .rows td.where { grid-column: 1 / -1; grid-row: 3; padding-left: 1.125rem; }
}

@media print {
  :root { --page: #fff; --card: #fff; --text: #000; --muted: #444; --line: #bbb; --accent: #000; }
  body { font-size: 10pt; }
  .controls > :not(.shown), .shown button { display: none; }
  .rows .verdict { width: 9.5rem; }
  .rows .answer { width: 7rem; }
  .rows .where { width: 10rem; }
  .history { break-inside: avoid; }
  header, main { max-width: none; padding-left: 0; padding-right: 0; }
  svg, .dot, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .rows tr, .plain tr, .health { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;
