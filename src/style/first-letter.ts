import type { Entry } from '../list/types.ts';
import { beginsWithCapital, beginsWithSmall, isAscii, isLetters, partsOf } from '../text/letters.ts';
import { descriptionOf } from './described.ts';
import type { Dimension } from './dimension.ts';

/** Whether descriptions start with a capital. Values: `upper`, `lower`. */
export const firstLetter: Dimension = {
  name: 'first-letter',
  about: 'whether descriptions start with a capital',
  rule: 'description-case',
  option: 'case',
  measure: (entry) => firstLetterOf(entry, false),
  things: 'descriptions',
  here: (value) => (value === 'upper' ? 'A capital' : 'A small letter'),
  do: (value) => (value === 'upper' ? 'start with a capital' : 'start with a small letter'),
};

/** The same where a capital is demanded: `by Ann` and `record/replay` are no excuse, nor is a name written otherwise. */
export const strictFirstLetter: Dimension = {
  ...firstLetter,
  measure: (entry) => firstLetterOf(entry, true),
};

/** Names that are written small, wherever they stand. */
const smallNames = new Set(
  `ack acme adb ansible-lint apt arm asdf awk axios babel bash brew bspwm btrfs bundler cd bup bzip cargo cat chalk chroot clang cmake conda cron curl
d3 darktable dat deb dig direnv dnsmasq dotfiles dpkg dwm emacs esbuild eslint etcd ext express exa fastlane ffmpeg figlet fish flask fzf gcc gdb
gem git gnuplot grep groff grpc gulp gzip haproxy helm htop i3 imgproxy ipfs jq json jquery k9s kdb kitty knex kubectl less lex libc llvm lodash ls
make matplotlib mpv musl mutt mypy mysql nano ncurses neovim nginx ninja nmap npm npx numpy nvm nvi oclif oh-my-zsh openssl osquery pandas
perl pip pipx pnpm podman prezto psql pyenv pytest qemu rails rbenv rclone readline redux ripgrep rsync ruff runc rustc rustup scp screen sed
seaborn sklearn socat ssh sshd sudo svn systemd tar tcpdump telnet tmux top uv unzip vi vim virtualenv vite vitest vlc von van webpack wget xargs
xterm xz yaml yarn youtube-dl yt-dlp zinit zip zlib zsh zstd`.split(/\s+/),
);
/** Words that continue the name where a name follows: `by Ann`, `from Google`. */
const continuing = new Set(['from', 'via', 'at', 'aka', 'feat', 'von', 'van', 'de', 'vs']);
/** Words that are in many names and addresses without being what is named. */
const common = new Set([
  'a',
  'an',
  'and',
  'com',
  'for',
  'http',
  'https',
  'in',
  'io',
  'is',
  'of',
  'org',
  'the',
  'to',
  'www',
]);

const pronouns = new Set([
  'it',
  'this',
  'that',
  'these',
  'there',
  'here',
  'everything',
  'what',
  'which',
  'who',
  'one',
  'also',
]);

/** Parts of ordinary compounds, to tell `real-time` from `scikit-learn`. */
const compoundStarts = new Set(
  `all auto battle bi brain built client co command community context cross data de drop e easy end enterprise event fast feature fine free full general
hand hands hard high in interactive large light lightning low machine micro mid mini multi near non object off old on once one open out peer plug
pluggable point post pre production property pure re read real reverse role rule schema security self semi server short side simple single small
source state static statically step strongly structure sub super syntax system task test text third three time top two type ultra un user vendor
web well wide work world zero`.split(/\s+/),
);
const compoundEnds = new Set(
  `agnostic aware backed based bit box capable class compatible compliant driven efficient enabled end first focused free friendly generated hosted in
independent language learning level like line made native only optimised optimized oriented party platform powered purpose quality ready safe
scale side source specific speed style tested time to tolerant type typed up use user wide written`.split(
    /\s+/,
  ),
);

function firstLetterOf(entry: Entry, isStrict: boolean): 'upper' | 'lower' | undefined {
  const text = descriptionOf(entry)?.text.trimStart();
  if (!text || startsWithMarkup(entry)) return undefined;
  const [token = ''] = /^\S+/.exec(text) ?? [];
  // `MIDI looper`, `JavaScript port`: written so wherever it stands.
  if (!isStrict && hasMoreCapitals(token)) return undefined;
  if (beginsWithCapital(token)) return 'upper';
  // In a text of a script without case, Latin letters are in names.
  // Georgian letters are small to Unicode, and nobody writes the others.
  if (
    !beginsWithSmall(token) ||
    (!isAscii(text) && (/^\p{Script=Georgian}/u.test(token) || /[^\P{Lo}ªº]/u.test(text)))
  )
    return undefined;
  // `osu! maps`: a mark that ends no sentence is of a name.
  if (/^\S+[!?]\s+\p{Ll}/u.test(text)) return undefined;
  const word = token.replace(/[,.;:!?…)\]"'”’»]+$/, '').replace(/['’]s$/, '');
  if (isStrict) {
    const isSmall = word.split('/').every(isOrdinary);
    return isSmall && !isSubject(word, text) && !isNamed(word, entry, true) ? 'lower' : undefined;
  }
  return isOrdinary(word) && !isContinuation(word, text) && !isSubject(word, text) && !isNamed(word, entry)
    ? 'lower'
    : undefined;
}

/** `MIDI`, `JavaScript` */
function hasMoreCapitals(token: string): boolean {
  return isAscii(token)
    ? /^[A-Z][A-Za-z0-9]*[A-Z]/.test(token)
    : /^\p{Lu}[\p{L}\p{M}\p{N}]*\p{Lu}/u.test(token);
}

/** A description may start with code, a link or an image, whose text is a name. */
function startsWithMarkup({ descriptionNodes }: Entry): boolean {
  const first = descriptionNodes.find((node) => node.type !== 'text' || node.value.trim() !== '');
  return first !== undefined && !['text', 'emphasis', 'strong', 'delete'].includes(first.type);
}

/** Small letters only, joined by hyphens as words are: no identifier, and no name that is written small. */
function isOrdinary(word: string): boolean {
  if (smallNames.has(word) || (/^lib./.test(word) && !/^librar/.test(word))) return false;
  const isSmall = isAscii(word) ? /^[a-z]+(?:['-][a-z]+)*$/ : /^[\p{Ll}\p{M}]+(?:['’‑-][\p{Ll}\p{M}]+)*$/u;
  if (!isSmall.test(word)) return false;
  // `htop-like`, `ninja-compatible`
  if (/[‑-](?:like|compatible|powered|inspired|flavou?red|esque)$/.test(word)) return false;
  const parts = word.split(/[‑-]/);
  return parts.length === 1 || compoundStarts.has(parts[0]!) || compoundEnds.has(parts.at(-1)!);
}

function isContinuation(word: string, text: string): boolean {
  return word === 'by' || (continuing.has(word) && /^\S+\s+[\p{Lu}@[]/u.test(text));
}

/** `libfoo is a …`: what is something, and no pronoun, is a name. */
function isSubject(word: string, text: string): boolean {
  return !pronouns.has(word) && /^\S+ (?:is|was|lets|provides|allows|helps) /.test(text);
}

/**
 * Whether a word is of the entry's name or address: `bcrypt-ruby is …`. Strictly, it is so where it is written the same
 * in a name that is no sentence, or in the host.
 */
function isNamed(word: string, { name, url = '' }: Entry, isStrict = false): boolean {
  if (common.has(word)) return false;
  const isShort = name.trim().split(/\s+/).length <= 2;
  const strictly = `${isShort ? name : ''} ${/^[^/]*\/\/([^/?#]*)/.exec(url)?.[1] ?? ''}`;
  const known = isStrict ? strictly : `${name} ${url}`.toLowerCase();
  // Hardly any has it at all.
  if (!known.includes(word)) return false;
  return !isLetters(word) || partsOf(known).includes(word);
}
