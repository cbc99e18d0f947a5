// Answers every host and page at once. Says its port, counts what it was asked, and tells when its standard input ends.
import { createServer } from 'node:http';

const page = Buffer.from(`<!doctype html><title>Page</title>${'<p>Something to read.'.repeat(20)}`);
const head = { 'content-type': 'text/html', 'content-length': page.length };
let requests = 0;
let connections = 0;

const server = createServer({ keepAliveTimeout: 30_000 }, (_request, response) => {
  requests += 1;
  response.writeHead(200, head);
  response.end(page);
}).on('connection', () => {
  connections += 1;
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => {
  console.log(JSON.stringify({ requests, connections }));
  process.exit();
});
