/** How the maker of something writes its name. */
export interface ProductName {
  /** The proper form. The same letters in another case are wrong, unless `keep` says otherwise. */
  name: string;
  /** A page of the maker that shows the form. */
  source: string;
  /** Other wrong spellings, in any case; a blank is any stretch of blanks. */
  also?: readonly string[];
  /** Spellings, exactly so, that mean something else, or are right too: a command, a package, a common word. */
  keep?: readonly string[];
  /** Words, in any case, directly before or after, with which it is another name. */
  notBeside?: readonly string[];
}

/** A row of a table: name, source, and what else there is to say. */
export type Row = readonly [name: string, source: string, more?: Omit<ProductName, 'name' | 'source'>];

/** Names of commands and packages are lower case: that is no fault of theirs. */
export function command(name: string): Pick<ProductName, 'keep'> {
  return { keep: [name] };
}
