import { writeAtomically } from '../../src/fix/write-atomically.ts';

// Writes one of two texts into a file, in turns, until it is killed; a line on standard output for each write.
const [file = '', size = '0'] = process.argv.slice(2);
for (let turn = 1; ; turn++) {
  await writeAtomically(file, (turn % 2 === 0 ? 'a' : 'b').repeat(Number(size)));
  process.stdout.write('written\n');
}
