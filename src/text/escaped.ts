/** A text as the text of a link: what would be markup in it is escaped; underscores within a word are none. */
export function escaped(text: string): string {
  return text.replace(/[\\[\]*`<~]|(?<!\w)_|_(?!\w)/g, '\\$&');
}
