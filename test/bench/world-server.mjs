// A loopback web told by a file: hosts with their latencies and what they bear. Says its port as the first line; at each
// line on standard input it prints what it was asked since the last one; ends when its standard input does.
// `/gone/…` is not there, `/silent/…` is never answered, everything else is a page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

const hosts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const page = `<!doctype html><title>Page</title>${'<p>Something to read.'.repeat(100)}`;
// What was sent before the refusal arrived is no fault of the client.
const graceMs = 100;
let connections = 0;
let logs = new Map();

function logOf(address) {
  if (!logs.has(address))
    logs.set(address, { address, requests: 0, running: 0, peak: 0, refused: 0, early: 0, refusedAt: -1e9 });
  return logs.get(address);
}

function answer({ address, latencyMs, perSecond, burst }) {
  let tokens = burst;
  let filledAt = performance.now();
  return (request, response) => {
    const now = performance.now();
    const log = logOf(address);
    log.requests += 1;
    log.running += 1;
    log.peak = Math.max(log.peak, log.running);
    response.on('close', () => {
      log.running -= 1;
    });
    const since = now - log.refusedAt;
    if (since > graceMs && since < 1000) log.early += 1;
    if (perSecond) {
      tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (tokens < 1) {
        log.refused += 1;
        log.refusedAt = now;
        response.writeHead(429, { 'retry-after': '1' }).end();
        return;
      }
      tokens -= 1;
    }
    if (request.url.startsWith('/silent/')) return;
    setTimeout(() => {
      const status = request.url.startsWith('/gone/') ? 404 : 200;
      const body = status === 200 ? page : '<!doctype html><title>Not found</title><p>Not found.';
      response.writeHead(status, { 'content-type': 'text/html', 'content-length': body.length });
      response.end(body);
    }, latencyMs);
  };
}

function listen(host, port) {
  const server = createServer({ keepAliveTimeout: 30_000 }, answer(host)).on('connection', () => {
    connections += 1;
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.address, () => resolve(server.address().port));
  });
}

const port = await listen(hosts[0], 0);
await Promise.all(hosts.slice(1).map((host) => listen(host, port)));
console.log(port);
createInterface({ input: process.stdin })
  .on('line', () => {
    console.log(JSON.stringify({ connections, hosts: [...logs.values()] }));
    connections = 0;
    logs = new Map();
  })
  .on('close', () => process.exit());
