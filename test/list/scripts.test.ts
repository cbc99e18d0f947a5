import { expect, test } from 'vitest';
import { fixtureLists, listFrom } from './lists.ts';

const { text } = fixtureLists().find(({ name }) => name.endsWith('scripts.md'))!;
const list = listFrom(text);

test('a list in five scripts is read like any other', () => {
  expect(list.title?.text).toBe('很棒的茶 Awesome Tea');
  expect(list.tagline?.text).toBe('茶叶资源列表。');
  expect(list.contents?.items.map(({ text }) => text)).toEqual([
    '绿茶',
    'شاي أسود',
    'چای سبز',
    'Чёрный чай',
    '日本茶',
  ]);
  expect(
    list.entries.map(({ name, separator, description }) => [name, separator?.text, description?.text]),
  ).toEqual([
    ['龙井', '：', '杭州的名茶。'],
    ['碧螺春', ' —— ', '江苏的绿茶。'],
    ['毛峰', undefined, undefined],
    ['شاي العروسة', ' - ', 'شاي مصري قوي.'],
    ['كرك', ' – ', 'شاي بالحليب والهيل؟'],
    ['چای لاهیجان', ': ', 'چای شمالِ ایران که می‌نوشند.'],
    ['Краснодарский', ' — ', 'самый северный чай.'],
    ['Сборы', undefined, undefined],
    ['Иван-чай', ' — ', 'без кофеина.'],
    ['玉露', ' — ', '覆いをした茶園の茶。'],
    ['番茶', '：', '毎日のお茶。'],
  ]);
});

test('its contents lead to its headings', () => {
  const slugs = new Set(list.headings.map(({ slug }) => slug));
  expect(list.contents?.items.filter(({ fragment }) => !slugs.has(fragment!))).toEqual([]);
});
