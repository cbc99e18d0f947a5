import type { SecondSource } from '../adapter.ts';

/** Videos by oEmbed: their pages answer 200 whether the video is there or not. Base: https://www.youtube.com. */
export function youtube(base: string): SecondSource {
  return {
    name: 'youtube',
    always: true,
    question(url) {
      const id = videoOf(url);
      if (!id) return undefined;
      const watch = encodeURIComponent(`https://www.youtube.com/watch?v=${id}`);
      return { url: `${base}/oembed?format=json&url=${watch}` };
    },
    read({ status, json }) {
      // 401 and 403: it is there, but not to be shown elsewhere.
      if (status === 401 || status === 403 || (status === 200 && json !== undefined)) return 'there';
      return status === 400 || status === 404 ? 'gone' : undefined;
    },
  };
}

function videoOf({ hostname, pathname, searchParams }: URL): string | undefined {
  const id = /^[\w-]{11}$/;
  const host = hostname.replace(/^(www|m)\./, '');
  const candidate =
    host === 'youtu.be'
      ? pathname.slice(1)
      : host === 'youtube.com' && pathname === '/watch'
        ? searchParams.get('v')
        : undefined;
  return candidate && id.test(candidate) ? candidate : undefined;
}
