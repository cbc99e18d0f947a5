// One `check()` over many links on many hosts, all led to one loopback port; says what came out and what it took.
import { check } from '../../dist/index.js';

const [port, links, hosts] = process.argv.slice(2).map(Number);

function* uses() {
  for (let index = 0; index < links; index++) {
    const line = index + 3;
    const position = { start: { line, column: 3, offset: 0 }, end: { line, column: 40, offset: 0 } };
    yield {
      url: `http://host${index % hosts}.example:8080/page/${index}`,
      place: { path: 'readme.md', position },
    };
  }
}

const counts = {};
let verdicts = 0;
for await (const { verdict } of check(uses(), { connectTo: [`::127.0.0.1:${port}`], timeout: 20_000 })) {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
  verdicts += 1;
}
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ verdicts, counts, memoryMb: maxRSS / 1024 }));
