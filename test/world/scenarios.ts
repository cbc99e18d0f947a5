import type { Scenario } from './scenario.ts';
import { addresses } from './scenarios/addresses.ts';
import { fragments } from './scenarios/fragments.ts';
import { oddHttp } from './scenarios/odd-http.ts';
import { redirects } from './scenarios/redirects.ts';
import { safety } from './scenarios/safety.ts';
import { soft } from './scenarios/soft.ts';
import { statuses } from './scenarios/statuses.ts';
import { transport } from './scenarios/transport.ts';
import { walls } from './scenarios/walls.ts';

/** Every row of the policy, as pieces of the web. */
export const scenarios: Record<string, Scenario[]> = {
  'a status': statuses,
  'a redirect': redirects,
  'the way there': transport,
  'an address': addresses,
  'an odd answer': oddHttp,
  'a wall': walls,
  'a page that is not what it says': soft,
  'a fragment': fragments,
  'what is not asked': safety,
};
