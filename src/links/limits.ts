import { registryHosts } from './adapters/registries.ts';
import { matchesHost } from './host-headers.ts';
import type { CheckerOptions, HostRule } from './types.ts';

export interface HostLimits {
  width: number;
  interval: number;
  timeout: number;
  method: 'GET' | 'HEAD';
  accept: readonly string[];
}

/** Hosts whose limits are known to be strict. */
const ownRules: readonly HostRule[] = [
  { host: 'web.archive.org', width: 2, interval: 500 },
  { host: registryHosts.crates, width: 1, interval: 1000 },
  { host: 'api.stackexchange.com', width: 2, interval: 200 },
];

/** What applies to a host (`name` or `name:port`): the first rule that matches, over the general options. */
export function createLimits(options: CheckerOptions, general: { perHost: number; timeout: number }) {
  const rules = [...(options.hosts ?? []), ...ownRules];
  const limitsBy = (rule: Partial<HostRule>): HostLimits => ({
    width: Math.max(1, rule.width ?? general.perHost),
    interval: rule.interval ?? 0,
    timeout: rule.timeout ?? general.timeout,
    method: rule.method ?? 'GET',
    accept: [...(options.accept ?? []), ...(rule.accept ?? [])],
  });
  const usual = limitsBy({});
  return (host: string): HostLimits => {
    const [, hostname = host, port = ''] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
    const rule = rules.find((one) => matchesHost(one.host, { protocol: 'http:', hostname, port }));
    return rule ? limitsBy(rule) : usual;
  };
}
