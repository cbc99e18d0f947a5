import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a path answers: a status, or where it has moved to. */
export type Answers = Record<string, number | string>;

export interface Web {
  url: string;
  answers: Answers;
  /** Paths, in order. */
  asked: string[];
  /** An address where nobody listens. */
  closed: string;
}

/** A small web on loopback, gone when the test is over; what a path answers may be changed, 200 is for the others. */
export async function web(answers: Answers = {}): Promise<Web> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const answer = answers[path] ?? 200;
    const status = typeof answer === 'string' ? 301 : answer;
    const headers = typeof answer === 'string' ? { location: answer } : {};
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(`<title>${path}</title>`);
  });
  const url = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const nobody = createServer();
  const closed = `${await listen(nobody)}/`;
  await new Promise((resolve) => nobody.close(resolve));
  return { url, answers, asked, closed };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A list with a link for each of these addresses. */
export function listOf(...addresses: string[]): string {
  const entries = addresses.map((address, index) => `- [Thing ${index}](${address}) - A thing.`);
  return `# Awesome Things\n\n> Things.\n\n## Things\n\n${entries.join('\n')}\n`;
}
