/** Hosts of the official package registries' interfaces, from their labels. */
export const registryHosts = {
  npm: host('registry', 'npmjs', 'org'),
  pypi: host('pypi', 'org'),
  crates: host('crates', 'io'),
};

function host(...labels: string[]): string {
  return labels.join('.');
}
