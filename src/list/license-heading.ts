/** Whether a heading is “License” or “Licence”; emoji and marks around the word are no part of it. */
export function isLicense(heading: string): boolean {
  const words = heading.toLowerCase().replace(/^[^\p{Letter}]+|[^\p{Letter}]+$/gu, '');
  return words === 'license' || words === 'licence';
}
