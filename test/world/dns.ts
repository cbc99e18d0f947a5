import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What the name server says of a name: addresses, or a fault. */
export type DnsAnswer = string[] | 'nxdomain' | 'nodata' | 'servfail' | 'refused' | 'silence';

export interface DnsServer {
  /** `ADDRESS:PORT`. */
  address: string;
  close(): void;
}

const rcodes = { nxdomain: 3, nodata: 0, servfail: 2, refused: 5 };
const types: Record<number, 'A' | 'AAAA'> = { 1: 'A', 28: 'AAAA' };

/** A name server on loopback (RFC 1035, as much of it as A and AAAA questions need). */
export async function startDns(answer: (name: string) => DnsAnswer): Promise<DnsServer> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { name, type, end } = readQuestion(message);
    const said = answer(name);
    if (said === 'silence') return;
    socket.send(reply(message, end, type, said), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

function readQuestion(message: Buffer): { name: string; type: 'A' | 'AAAA' | undefined; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: types[message.readUInt16BE(at + 1)], end: at + 5 };
}

function reply(
  query: Buffer,
  end: number,
  type: 'A' | 'AAAA' | undefined,
  said: Exclude<DnsAnswer, 'silence'>,
): Buffer {
  const records = Array.isArray(said) ? said.filter((address) => kindOf(address) === type).map(record) : [];
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8180 | (Array.isArray(said) ? 0 : rcodes[said]), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, query.subarray(12, end), ...records]);
}

function kindOf(address: string): 'A' | 'AAAA' {
  return address.includes(':') ? 'AAAA' : 'A';
}

function record(address: string): Buffer {
  const data = kindOf(address) === 'A' ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(kindOf(address) === 'A' ? 1 : 28, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(0, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function ipv6Bytes(address: string): Buffer {
  const [left = '', right = ''] = address.split('::');
  const words = (text: string) => text.split(':').filter(Boolean);
  const gap = address.includes('::') ? 8 - words(left).length - words(right).length : 0;
  const all = [...words(left), ...Array<string>(gap).fill('0'), ...words(right)];
  return Buffer.from(
    all.flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff]),
  );
}
