// The peer: every address of a file asked once with undici, at the same widths, and nothing else done.
import { readFileSync } from 'node:fs';
import pLimit from 'p-limit';
import { Agent, request } from 'undici';

const [file, concurrency, perHost] = process.argv.slice(2);
const urls = readFileSync(file, 'utf8').trim().split('\n');
const dispatcher = new Agent({ connections: Number(perHost) });
const limit = pLimit(Number(concurrency));

const statuses = await Promise.all(
  urls.map((url) =>
    limit(async () => {
      const { statusCode, body } = await request(url, { dispatcher });
      await body.dump();
      return statusCode;
    }),
  ),
);
await dispatcher.close();
if (statuses.some((status) => status !== 200)) process.exitCode = 2;
