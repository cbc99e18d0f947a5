/** Words of the trade that general dictionaries do not have, with their plurals where these are used. */
export const terms: ReadonlySet<string> = new Set(
  `accessor accessors addon addons agentic allocator allocators analytics anonymized api apis app apps arg args asm async auth
autocomplete autocompletion autocompletions autoload autoloader autoscaling backend backends barcode barcodes benchmarking bitcoin
bitmap bitmaps blockchain blockchains blog blogging blogs boilerplate boolean bootcamp bootcamps bootloader bot bots breakpoint
breakpoints broadcaster bugfix bugfixes bytecode caching callback callbacks captcha changelog changelogs charset chatbot chatbots
cheatsheet cheatsheets checkbox checksum checksums chipset chipsets cloneable codebase codebases codec codecs colorize colorized
compiler compilers composable config configs configurator containerized coroutine coroutines cron crontab cronjob cronjobs
cryptocurrencies cryptocurrency customizable customization customizations cybersecurity daemonize dashboard dashboards
datagrid dataset datasets datastore datastores datepicker decompiler decompilers deduplication deployable dereference
deserialization deserialize dev devs discoverability discoverable distro distros docs dotfile dotfiles draggable dropdown dropdowns
embeddable embedding embeddings emoji emojis encoding encodings endpoint endpoints enum enums env executables extensibility
favicon favicons filename filenames filesystem filesystems firmware floorplan fractals framebuffer frontend frontends fullscreen
fuzzer fuzzers fuzzing gamepad gamepads gameplay geocoder geocoding geolocation geospatial geotagging glob globbing goroutine
goroutines greyscale grep gui hackathon hackathons hashtag hashtags heatmap heatmaps honeypot honeypots hostname hostnames hotkey
hotkeys hyperlink hyperlinks hyperparameter hyperparameters iframe incrementing infographic infographics init initializer
initializers inline inlining integrations interop interoperability interpretability intranet iterator iterators kanban keybinding
keybindings keychain keylogger keymap keymaps keystroke keystrokes lang lib libs lifecycle linter linters linting livestream
localhost localization loopback lossless macro makefile makefiles malware markdown marshalling mashup memoization memoize metadata
metaprogramming microcontroller microcontrollers microframework microservice microservices middleware middlewares minification
minifier minify minimalistic mixin mixins mocap modding monad monads monorepo monorepos multimodal multiplatform multiplayer
multithreaded multithreading mutex namespace namespaces natively navbar neuroscience newsletter offline onboarding online
opcode opcodes opensource orchestrator orchestrators outliner parser parsers passphrase passthrough passwordless pathfinding
payload payloads performant permalink permalinks phishing pipeline pipelines pixelated playbook playbooks playlist playlists
pluggable plugin plugins podcast podcasts polyfill polyfills popup popups postprocessing precompiled prebuilt prefetch preprocessing
preprocessor preprocessors pretrained profiler profilers programmatic programmatically proto proxying qubit qubits queryable
quickstart quickstarts readme readmes realtime refactor refactoring refactorings regex regexes regexps reimplementation renderer
renderers repo repos repositories reproducibility resizable resizer responsive rollout rollouts rootkit rootkits roadmap roadmaps
runnable runtime runtimes sandboxed sandboxing satisfiability scalability scalable scaffolding schema schemas screencast screencasts
screensaver screenshot screenshots scriptable scrollable scrollbar scrollbars scrolling segfault semver serializable serialization
serialize serializer serializers serverless shader shaders shellcode signup singleton sitemap sitemaps skeuomorphic slideshow
smartphone smartphones smartwatch snippet snippets spam spammer spectrogram speedrun sprite sprites spyware stacktrace stacktraces
standalone startup startups stateful stateless statechart statecharts stdin stdout stderr storages stream streaming struct structs
stylesheet stylesheets subcommand subcommands subdomain subdomains subfolder subfolders substring substrings subtask subtasks
symlink symlinks syntaxes sysadmin sysadmins syslog taskbar templating testbench testbenches theming thumbnails timestamp timestamps
timezone timezones todo todos tokenization tokenize tokenizer tokenizers toolbar toolbars toolbelt toolchain toolchains toolkit
toolkits toolset toolsets tooltip tooltips transcoder transcoding transpile transpiler transpilers trie typeface typefaces
unicode unikernel unikernels unmarshal untrusted upscaling uptime url urls userspace username usernames util utils validator
validators vectorize versioned versioning video videogame videogames viewport virtualization visualizer visualizers vlog vlogs
walkthrough walkthroughs wallpaper wearable wearables webcam webcams webhook webhooks webinar webinars webmail webmaster webpage
webpages webserver webservers website websites whitelist whitepaper whitepapers whitespace widget widgets wiki wikis wildcard
wildcards wordlist wordlists workflow workflows workspace workspaces writeup writeups zoomable`.split(/\s+/),
);
