import type { Document, Node, Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { parseDocument } from './yaml.ts';

/** Keys, and places in lists, that lead to a value; one past the end of a list adds to it. */
export type ValuePath = readonly (string | number)[];

/** Sets a value in the text of a YAML file. Comments and blank lines stay. */
export function setInYaml(text: string, path: ValuePath, value: unknown): string {
  const document: Document = parseDocument(text);
  // Not as blocks: `[on, { separator: " - " }]` is one setting on one line.
  const node = document.createNode(value, { flow: true });
  document.setIn(path, node);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Sets a value in the text of a JSON file: what stands around it stays as it is. */
export function setInJson(text: string, path: ValuePath, value: unknown): string {
  // JSON is YAML, and this parser says where things are.
  const document = parseDocument(text);
  const old = document.getIn(path, true) as Node | undefined;
  if (old?.range)
    return splice(text, old.range[0], old.range[1], printed(value, indentAt(text, old.range[0]), text));
  let depth = path.length - 1;
  while (depth > 0 && !document.getIn(path.slice(0, depth), true)) depth--;
  const parent = (depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)) as Collection;
  const [key = '', ...rest] = path.slice(depth);
  return insert(text, parent, key, rest.reduceRight(wrapped, value));
}

type Collection = (YAMLMap<ParsedNode, ParsedNode> | YAMLSeq<ParsedNode>) & {
  range: [number, number, number];
};

/** What is not there yet is made: a list where a number leads into it. */
function wrapped(value: unknown, key: string | number): unknown {
  return typeof key === 'number' ? [value] : { [key]: value };
}

function insert(text: string, parent: Collection, key: string | number, value: unknown): string {
  const [start, end] = parent.range;
  const last = parent.items.at(-1);
  const isOneLine = last !== undefined && !text.slice(start, end).includes('\n');
  const indent = last ? indentAt(text, rangeOf(parent.items[0]!)[0]) : indentAt(text, start) + unitOf(text);
  const name = typeof key === 'number' ? '' : `${JSON.stringify(key)}: `;
  const added = name + (isOneLine ? inline(value) : printed(value, indent, text));
  const newline = newlineOf(text);
  if (isOneLine) return splice(text, rangeOf(last)[1], rangeOf(last)[1], `, ${added}`);
  if (last) return splice(text, rangeOf(last)[1], rangeOf(last)[1], `,${newline}${indent}${added}`);
  return splice(text, start + 1, end - 1, `${newline}${indent}${added}${newline}${indentAt(text, start)}`);
}

function rangeOf(item: ParsedNode | Pair<ParsedNode, ParsedNode | null>): [number, number] {
  if (!('key' in item)) return [item.range[0], item.range[1]];
  return [item.key.range[0], (item.value ?? item.key).range[1]];
}

function splice(text: string, start: number, end: number, added: string): string {
  return text.slice(0, start) + added + text.slice(end);
}

/** The blanks that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)![0];
}

/** What one level is indented by. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Objects a line for each key, and what is in lists on one line each. */
function printed(value: unknown, indent: string, text: string): string {
  if (!isObject(value) && !(Array.isArray(value) && value.some((one) => isObject(one) && 'files' in one)))
    return inline(value);
  const inner = indent + unitOf(text);
  const newline = newlineOf(text);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Object.entries(value as object).map(([key, one]) => {
    const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    return `${inner}${name}${printed(one, inner, text)}`;
  });
  return `${open}${newline}${lines.join(`,${newline}`)}${newline}${indent}${close}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `["on", { "separator": " - " }]` */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
