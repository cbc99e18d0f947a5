/** An absolute address up to where its host begins, as browsers read it: a user and a password end in the last `@`. */
const user = /^(\s*(?:https?:[\\/]*|(?:[a-z][a-z0-9+.-]*:)?[\\/]{2,}))[^\s/?#\\]*@/i;

/** An address without the user and the password that a server wrote into it. */
export function withoutUser(address: string): string {
  return address.replace(user, '$1');
}
