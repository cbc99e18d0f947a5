import type { SecondSource } from '../adapter.ts';

/**
 * Identifiers by the handle system: the publisher's page behind one is often walled. Base: https://doi.org.
 * https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
 */
export function doi(base: string): SecondSource {
  return {
    name: 'doi',
    question({ hostname, pathname }) {
      if (!/^(dx\.|www\.)?doi\.org$/.test(hostname)) return undefined;
      if (!/^\/10\.\d{4,9}\/./.test(pathname)) return undefined;
      return { url: `${base}/api/handles${pathname}` };
    },
    read({ json }) {
      const { responseCode } = (json ?? {}) as { responseCode?: number };
      if (responseCode === 1) return 'there';
      return responseCode === 100 ? 'gone' : undefined;
    },
  };
}
