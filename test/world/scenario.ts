import type { VerdictName } from '../../src/links/types.ts';
import type { Host } from './world.ts';

/** One row of the policy as a piece of the web, and the verdict that is true of it. */
export interface Scenario extends Host {
  /** A sentence that says what the link is like. */
  name: string;
  /** The address; origins are filled in as by `World.expand`. Default `{http:}/page`. */
  url?: string;
  verdict: VerdictName;
  /** Further pages of the host that are asked for in the same run, by their paths, and what is true of them. */
  beside?: Record<string, VerdictName>;
  also?: VerdictName[];
  code?: string;
  status?: number;
  /** Where the redirects end, origins filled in. */
  target?: string;
  /** What the reason or the note must speak of. */
  says?: RegExp;
  /** Further hosts, as sub-names of this one. */
  others?: Record<string, Host>;
}
