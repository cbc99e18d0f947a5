// The peer: every address of a file asked once with undici, at the same widths, and nothing else done. With a time-out, in
// milliseconds, the answers are printed as JSON and none of them is a fault.
import { readFileSync } from 'node:fs';
import pLimit from 'p-limit';
import { Agent, request } from 'undici';

const [file, concurrency, perHost, timeoutMs] = process.argv.slice(2);
const urls = readFileSync(file, 'utf8').trim().split('\n');
const timeouts = timeoutMs ? { headersTimeout: Number(timeoutMs), bodyTimeout: Number(timeoutMs) } : {};
const dispatcher = new Agent({ connections: Number(perHost), ...timeouts });
const limit = pLimit(Number(concurrency));

async function ask(url) {
  const { statusCode, body } = await request(url, { dispatcher });
  await body.dump();
  return statusCode;
}

const statuses = await Promise.all(
  urls.map((url) => limit(() => (timeoutMs ? ask(url).catch(() => 0) : ask(url)))),
);
await dispatcher.destroy();
if (timeoutMs) console.log(JSON.stringify(urls.map((url, index) => ({ url, status: statuses[index] }))));
else if (statuses.some((status) => status !== 200)) process.exitCode = 2;
