import { VFileMessage } from 'vfile-message';

/** What of a finding is kept: all that suppression and reporters read. */
const fields = [
  'fatal',
  'line',
  'column',
  'place',
  'url',
  'note',
  'actual',
  'expected',
  'link',
  'places',
  'fix',
] as const satisfies readonly (keyof VFileMessage)[];

export type KeptMessage = Pick<
  VFileMessage,
  'reason' | 'ruleId' | 'source' | 'name' | (typeof fields)[number]
>;

export function toKept(message: VFileMessage): KeptMessage {
  const { reason, ruleId, source, name } = message;
  const rest = Object.fromEntries(fields.map((field) => [field, message[field]]));
  return { reason, ruleId, source, name, ...rest } as KeptMessage;
}

export function fromKept({ reason, ruleId, source, ...rest }: KeptMessage): VFileMessage {
  const message = new VFileMessage(reason, { ruleId, source } as never);
  return Object.assign(message, rest);
}
