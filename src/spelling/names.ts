import { data } from './names/data.ts';
import { languages } from './names/languages.ts';
import { libraries } from './names/libraries.ts';
import type { ProductName } from './names/product-name.ts';
import { services } from './names/services.ts';
import { systems } from './names/systems.ts';
import { tools } from './names/tools.ts';

/** Names whose proper form is known, each with a page of its maker that shows it. */
export const names: readonly ProductName[] = [languages, libraries, data, systems, services, tools]
  .flat()
  .map(([name, source, more]) => ({ name, source, ...more }));
