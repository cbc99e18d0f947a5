import { describe, expect, it } from 'vitest';
import {
  codeSpan,
  forTerminal,
  inCommand,
  inCommandProperty,
  inJson,
  inMarkdown,
  inMarkup,
  linkable,
} from '../../src/report/escape.ts';

describe('what is printed where a runner of GitHub’s reads along', () => {
  it.each([
    ['::error::boo', '<U+003A>:error::boo'],
    ['  ::Add-Mask::boo', '  <U+003A>:Add-Mask::boo'],
    ['wrapped here ::stop-commands::x', 'wrapped here <U+003A>:stop-commands::x'],
    ['看::warning::x', '看<U+003A>:warning::x'],
    ['a ##[error]b', 'a ##<U+005B>error]b'],
  ])('shows %j as %j', (text, shown) => {
    expect(forTerminal(text)).toBe(shown);
  });

  it.each(['std::error::Error', 'a::before', ':error', '##[Tools](#tools)', 'The ::marker of an item'])(
    'leaves %j as it is',
    (text) => {
      expect(forTerminal(text)).toBe(text);
    },
  );

  it('keeps the lines of a command’s message, and lets a property end nowhere', () => {
    expect(inCommand('100 %\r\na::b')).toBe('100 %25%0Aa::b');
    expect(inCommandProperty('a,line=1::b%0A')).toBe('a%2Cline=1%3A%3Ab%250A');
  });

  it('breaks the old form of a command in JSON, where it is read anywhere in a line', () => {
    expect(inJson('"##[error]"')).toBe('"##\\u005berror]"');
    expect(JSON.parse(inJson('"##[error]"'))).toBe('##[error]');
  });
});

describe('prose in Markdown', () => {
  it.each([
    ['“:” here, but 412 of 430 entries use “ - ”', '“:” here, but 412 of 430 entries use “ - ”'],
    ['ask @octocat about #12', 'ask `@octocat` about `#12`'],
    ['No heading for “#tols”', 'No heading for “#tols”'],
    ['see https://a.example/x.', 'see `https://a.example/x.`'],
    ['<b>bold</b> and **bold** text', '`<b>bold</b>` and `**bold**` text'],
    ['a `b` c', 'a `` `b` `` c'],
    ['- not an item', '`-` not an item'],
    ['1. not an item', '`1.` not an item'],
    ['# no heading', '`#` no heading'],
    ['one\n\n# two', 'one # two'],
  ])('of %j is %j', (text, shown) => {
    expect(inMarkdown(text)).toBe(shown);
  });

  it.each([
    ['', '` `'],
    ['a', '`a`'],
    ['`', '`` ` ``'],
    ['a `` b ` c', '```a `` b ` c```'],
    [' a', '`  a `'],
  ])('has the code %j as %j', (text, shown) => {
    expect(codeSpan(text)).toBe(shown);
  });
});

it('markup ends neither a text nor an attribute', () => {
  expect(inMarkup(`<a b="c" d='e'>&\u0000\ufffe`)).toBe(
    '&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;&lt;U+0000&gt;&lt;U+FFFE&gt;',
  );
});

describe('an address that is linked to', () => {
  it.each([
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'java\nscript:x',
    '//a',
    'a',
    '',
  ])('is not %j', (text) => {
    expect(linkable(text)).toBeUndefined();
  });

  it('is one of http or https, encoded', () => {
    expect(linkable('https://a.example/"><b>')).toBe('https://a.example/%22%3E%3Cb%3E');
    expect(linkable('https://a.example/::error::x?##[error]y#::before')).toBe(
      'https://a.example/%3A:error::x?##%5Berror]y#::before',
    );
  });
});
