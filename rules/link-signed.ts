import type { Link } from '../src/list/types.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { type Signature, signatureOf, withoutSignature } from '../src/signed-url/signed-url.ts';

export default defineRule({
  id: 'link-signed',
  summary: 'Addresses that are signed for a time, or that carry a password or an access token',
  category: 'link',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'suggested',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Pre-signed addresses of AWS, Google Cloud, CloudFront, Azure, GitHub and Discord, access tokens and API keys in a query, and `user:password@` before the host. Where the address says when it expires, the message does too.',
    why: 'Such an address was made for one person and, most often, for a short time: it stops working for everyone else. Where it does not, it gives away a secret.',
    bad: '# Papers\n\n- [Clouds](https://s3.example.com/clouds.pdf?AWSAccessKeyId=AKIAEXAMPLE&Expires=1505984597&Signature=abc%3D#page=2) - A paper.\n',
    good: '# Papers\n\n- [Clouds](https://s3.example.com/clouds.pdf?version=2#page=2) - A paper.\n',
    whenOff: 'Hardly ever; silence a single link that is meant with a comment.',
  },
  list: ({ links }, context) => {
    const seen = new Set<number | undefined>();
    for (const link of links) {
      const signature = signatureOf(link.url);
      if (!signature) continue;
      // A definition is one address, however often it is used.
      const at = (link.urlPlace ?? link.place).start.offset;
      if (!seen.has(at)) reportLink(link, signature, context);
      seen.add(at);
    }
  },
});

function reportLink(link: Link, signature: Signature, { source, facts, report }: RuleContext<object>): void {
  const { urlPlace } = link;
  const start = urlPlace?.start.offset;
  const end = urlPlace?.end.offset;
  const text = urlPlace && withoutSignature(source.slice(urlPlace), signature);
  report({
    reason: `The link is ${signature.kind}${expiry(signature.expires, facts.now)}`,
    at: urlPlace ?? link.place,
    note: 'Link to the page that offers the file, or to a public copy.',
    actual: link.url,
    expected: [withoutSignature(link.url, signature)],
    link: link.url,
    fix:
      start === undefined || end === undefined || text === undefined
        ? undefined
        : { kind: 'suggested', touches: ['links'], edits: [{ start, end, text }] },
  });
}

function expiry(expires: Date | undefined, now: Date): string {
  if (!expires) return '';
  const verb = expires.getTime() < now.getTime() ? 'expired' : 'expires';
  return `, which ${verb} on ${expires.toISOString().slice(0, 10)}`;
}
