/** Where services draw badges of the state of builds and checks. */
const services: readonly RegExp[] = [
  // GitHub: both forms of its own address.
  /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/(?:actions\/)?workflows\/[^?#]+\/badge\.svg/i,
  /\btravis-ci\.(?:org|com)\/[^?#]*\.(?:svg|png)/i,
  /\bcircleci\.com\/[^?#]*(?:\.svg|\.png|\/badge)/i,
  /\bci\.appveyor\.com\/api\/projects\/status\//i,
  /\b(?:dev\.azure\.com|[\w-]+\.visualstudio\.com)\/[^?#]*\/_apis\/build\/status/i,
  /\/badges\/[^?#]+\/(?:pipeline|build)\.svg/i,
  /\b(?:codeship\.com|app\.codeship\.com)\/projects\/[^?#]+\/status/i,
  /\/api\/badges\/[^?#]+\/status\.svg/i,
  /\bsemaphoreci\.com\/[^?#]*(?:shields_badge|badge|\.svg)/i,
  /\bapp\.bitrise\.io\/app\/[^?#]+\/status\.svg/i,
  /\bbadge\.buildkite\.com\//i,
  /\bapi\.cirrus-ci\.com\/github\//i,
  /\bresults\.pre-commit\.ci\/badge\//i,
  /\bapp\.wercker\.com\/status\//i,
  /\/buildStatus\/icon\b/,
  /\/app\/rest\/builds\/[^#]*statusIcon/i,
  // What draws badges for all of them.
  /\bimg\.shields\.io\/(?:github\/(?:actions\/)?workflow\/status|github\/(?:checks-status|check-runs)|travis(?:-ci)?|circleci|appveyor|azure-devops\/(?:build|tests)|vso\/build|gitlab\/pipeline(?:-status)?|bitbucket\/pipelines|buildkite|cirrus|codeship|drone|jenkins|semaphore|teamcity|wercker|bitrise)\b/i,
  /\bimg\.shields\.io\/badge\/(?:build|ci|tests?|build[ _-]status|build%20status)-(?:passing|failing|success|error|unknown)/i,
  /\bbadgen\.net\/(?:github\/(?:checks|status)|travis|circleci|appveyor|azure-pipelines|gitlab\/pipeline|buildkite|cirrus|badge\/build)\b/i,
  /\bbadge\.fury\.io\/[^?#]*build/i,
];

/** What such badges are called, by people and by services. */
const called = /\bbuild (?:status|state|passing)\b|\b(?:ci|pipeline|workflow|check) status\b/i;
const drawn = /\.(?:svg|png)(?:[?#]|$)|badge|shield|status/i;

/**
 * Whether an image is a badge of the state of a build or a check.
 * @param words its alternative text and title
 */
export function isCiBadge(url: string, words: string): boolean {
  return services.some((service) => service.test(url)) || (called.test(words) && drawn.test(url));
}
