// Bytes 0x80 to 0x9F as Windows-1252 has them; the five that it leaves open are control characters in Latin-1
// and in the Encoding Standard's reading of Windows-1252. From 0xA0 on both agree with Unicode.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const bytes = new Map([...upper].map((character, index) => [character, 0x80 + index]));

/** The byte, 0x80 to 0xFF, that reads as this character in Windows-1252 or Latin-1; undefined where none does. */
export function byteOf(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return code >= 0x80 && code <= 0xff ? code : bytes.get(character);
}
