/** What templates leave to be filled in. Domains for examples belong to nobody (RFC 2606). */
const placeholders: readonly RegExp[] = [
  /\[INSERT [A-Z][A-Z ]{2,40}\]/i,
  /[[<{]\s*(?:your|add|enter|put)[- ](?:own )?(?:e-?mail|contact)[^\]>}\n]{0,40}[\]>}]/i,
  /\b(?:your|my)[-.]?e?-?mail@[a-z\d.-]+\b/i,
  /\b[a-z\d._+-]{1,64}@(?:example|yourdomain|your-domain)\.(?:com|org|net)\b/i,
];

/** The address in the template that many lists copy. */
const borrowed = { address: 'sindresorhus@gmail.com', owner: 'sindresorhus' };

/**
 * What a code of conduct has left of its template.
 * @param owner whose repository it is; undefined where that is not known, and then any address may be theirs
 */
export function placeholderIn(text: string, owner: string | undefined): string | undefined {
  const found = placeholders.map((one) => one.exec(text)?.[0]).find((words) => words !== undefined);
  if (found !== undefined) return found;
  const isBorrowed = owner !== undefined && owner.toLowerCase() !== borrowed.owner;
  return isBorrowed && text.includes(borrowed.address) ? borrowed.address : undefined;
}
