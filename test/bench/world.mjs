// A loopback web, in a process of its own so that it takes no time from the one that is measured: many hosts, each answering
// after a while. Says at which origins, as one line of JSON; ends when its standard input does.
import { createServer } from 'node:http';

const hosts = Number(process.argv[2]);
const latencyMs = Number(process.argv[3]);
const page = `<!doctype html><title>Page</title>${'<p>Something to read.'.repeat(100)}`;

const answer = (_request, response) => {
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(page) });
    response.end(page);
  }, latencyMs);
};

// Linux answers on all of 127.0.0.0/8; elsewhere a host is a port of 127.0.0.1.
function listen(index) {
  const server = createServer({ keepAliveTimeout: 30_000 }, answer);
  return new Promise((resolve) => {
    server.once('error', () => server.listen(0, '127.0.0.1'));
    server.once('listening', () => {
      const { address, port } = server.address();
      resolve(`http://${address}:${port}`);
    });
    server.listen(0, `127.0.10.${index + 1}`);
  });
}

const origins = await Promise.all(Array.from({ length: hosts }, (_, index) => listen(index)));
console.log(JSON.stringify(origins));
process.stdin.resume().on('end', () => process.exit());
