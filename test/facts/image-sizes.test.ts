import { describe, expect, it } from 'vitest';
import { repository } from '../support/repository.ts';
import { gathered } from './gathered.ts';
import { png } from './png.ts';

const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([0x40, 0x01, 0xc8, 0x00])]);
const webp = Buffer.from('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x8f\x01\0\x2b\x01\0', 'latin1');
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101',
  'hex',
);
const readme = (...tops: string[]) => `${tops.join('\n\n')}\n\n# Awesome Tea\n\n- [a](https://a.example/)\n`;
const sizes = async (files: Record<string, string | Uint8Array>, name?: string) => {
  const { root, run } = await repository(files as Record<string, string>);
  run('remote', 'add', 'origin', 'https://github.com/Tea/awesome-tea.git');
  return Object.fromEntries((await gathered(root, ['imageSizes'], name)).imageSizes ?? []);
};

describe('the sizes of images at the top of a list', () => {
  it('are read of PNG, GIF, WebP and JPEG files, beside the list and from the root', async () => {
    expect(
      await sizes(
        {
          'lists/tea.md': readme(
            '![a](a.png)',
            '<img src="../media/b%20b.gif?raw=true">',
            '![c](/c.webp)',
            '![d](./d.jpg)',
          ),
          'lists/a.png': png(600, 200),
          'media/b b.gif': gif,
          'c.webp': webp,
          'lists/d.jpg': jpeg,
        },
        'lists/tea.md',
      ),
    ).toEqual({
      'a.png': { width: 600, height: 200 },
      '../media/b%20b.gif?raw=true': { width: 320, height: 200 },
      '/c.webp': { width: 400, height: 300 },
      './d.jpg': { width: 400, height: 300 },
    });
  });

  it('are read of images that are written by their address on GitHub, in the same repository alone', async () => {
    const own = 'https://raw.githubusercontent.com/tea/Awesome-Tea/main/media/a.png';
    const page = 'https://github.com/Tea/awesome-tea/raw/master/media/a.png';
    const others = [
      'https://raw.githubusercontent.com/coffee/awesome-coffee/main/media/a.png',
      'https://raw.githubusercontent.com/tea/awesome-tea/gh-pages/media/a.png',
      'https://tea.example/media/a.png',
    ];
    const tops = [own, page, ...others].map((url) => `![a](${url})`);
    expect(await sizes({ 'README.md': readme(...tops), 'media/a.png': png(64, 32) })).toEqual({
      [own]: { width: 64, height: 32 },
      [page]: { width: 64, height: 32 },
    });
  });

  it('are not known of drawings, broken files, files that are not there or outside, and images further down', async () => {
    const tops = ['a.svg', 'b.png', 'c.png', '../d.png', '/../e.png', '%00.png', '%ff.png', '.'];
    const text = `${readme(...tops.map((url) => `![a](${url})`))}\n## Map\n\n![Where](map.png)\n`;
    expect(
      await sizes({
        'README.md': text,
        'a.svg': '<svg width="10" height="10"/>',
        'b.png': png(9, 9).subarray(0, 12),
        'map.png': png(9, 9),
      }),
    ).toEqual({});
  });
});
