/** What a whole description is, where nobody has written one yet. */
const whole = new RegExp(
  `^(?:${[
    '(?:todo|fixme|tbd|wip|x{3,})',
    '(?:your |a |the |add |insert |short |brief |project |one[- ]line )*descriptions?(?: goes)?(?: here)?',
    '(?:add|insert|write|put) (?:a |your |some )?(?:text|description|link)(?: here)?',
    'description du projet|beschreibung (?:hier|folgt)|descripción aquí|descrição aqui|описание|описание здесь|περιγραφή',
    '这里是描述|描述|此处填写描述|説明|ここに説明|الوصف هنا|توضیحات',
  ].join('|')})[.…:!。]*$`,
  'i',
);
const parts =
  /\[(?:insert|fill in|replace with|enter) [^\][]{2,60}\]|\[(?:your|add) (?:name|project|description|link|url|text|title)s?\b[^\][]{0,40}\]|\blorem ipsum dolor\b|\bdescription (?:goes|comes) here\b|\binsert (?:description|text|link) here\b/i;

/** One of these is in each of the parts, and is sooner looked for. */
const mayHoldPart = /\[|lorem|here/i;

/** Whether a description is, or holds, what was to be replaced by one. */
export function isPlaceholder(description: string): boolean {
  const text = description.trim();
  return whole.test(text) || (mayHoldPart.test(text) && parts.test(text));
}
