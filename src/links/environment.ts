import { KemptError } from '../kempt-error.ts';
import type { CheckerOptions } from './types.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says of a checker: proxies as curl reads them, certificates, the GitHub that a token is for,
 * and `KEMPT_AUTH`: `HOST=USER:PASSWORD`, separated by blanks. Only the environment and the command line may say
 * these; a list's configuration never.
 *
 * @throws {KemptError} for a KEMPT_AUTH that cannot be read
 */
export function optionsFromEnvironment(env: Environment): CheckerOptions {
  const proxy = proxyFrom(env);
  const caFiles = [env.SSL_CERT_FILE, env.NODE_EXTRA_CA_CERTS].filter(
    (file) => file !== undefined && file !== '',
  );
  const auth = authFrom(env.KEMPT_AUTH ?? '');
  const github = {
    server: env.GITHUB_SERVER_URL || undefined,
    graphql: env.GITHUB_GRAPHQL_URL || undefined,
    api: env.GITHUB_API_URL || undefined,
  };
  return {
    ...(proxy.http || proxy.https ? { proxy } : {}),
    ...(caFiles.length > 0 ? { caFiles: [...new Set(caFiles)] as string[] } : {}),
    ...(auth.length > 0 ? { auth } : {}),
    ...(github.server || github.graphql || github.api ? { github } : {}),
  };
}

function proxyFrom(env: Environment) {
  const all = env.all_proxy || env.ALL_PROXY || undefined;
  return {
    // Not HTTP_PROXY: a web server may set it from a request's Proxy header.
    http: env.http_proxy || all,
    https: env.https_proxy || env.HTTPS_PROXY || all,
    no: env.no_proxy || env.NO_PROXY || undefined,
  };
}

function authFrom(text: string): NonNullable<CheckerOptions['auth']> {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => {
      const [, host, user, password] = /^([^=\s]+)=([^:\s]+):(\S+)$/.exec(entry) ?? [];
      if (host && user && password) return { host, user, password };
      throw new KemptError('An entry cannot be read', {
        where: 'KEMPT_AUTH',
        hint: 'Write HOST=USER:PASSWORD, separated by blanks',
      });
    });
}
