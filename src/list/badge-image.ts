const badgeServices =
  /shields\.io|badgen\.net|badge|travis-ci\.|codecov\.io|coveralls\.io|\/workflows\/[^/]+\/.*\.svg|awesome\.re\//i;

/** Whether a badge service draws the image at an address. */
export function isBadgeImage(url: string): boolean {
  return badgeServices.test(url);
}
