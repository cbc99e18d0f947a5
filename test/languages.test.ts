import type { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Config } from '../src/index.ts';
import { fix, lint } from '../src/index.ts';

interface Language {
  name: string;
  /** Headings with the slugs that GitHub gives them. */
  headings: [text: string, slug: string][];
  /** In the order of the language's dictionaries. */
  words: string[];
  /** A sentence without the mark at its end, and the mark. */
  sentence: string;
  stop: string;
  /** A sentence that starts with a small letter, where the script has such. */
  small?: string;
}

const languages: Language[] = [
  {
    name: 'Chinese',
    headings: [
      ['绿茶', '绿茶'],
      ['茶具（陶瓷）', '茶具陶瓷'],
      ['C/C++ 工具', 'cc-工具'],
    ],
    words: ['安溪', '白茶', '黄山', '龙井', '毛峰', '普洱', '祁门', '铁观音', '武夷'],
    sentence: '产自山区的名茶',
    stop: '。',
  },
  {
    name: 'Japanese',
    headings: [
      ['日本茶', '日本茶'],
      ['ハーブティー', 'ハーブティー'],
      ['茶器・道具', '茶器道具'],
    ],
    words: ['あわ', 'うじ', 'かごしま', 'ぎょくろ', 'げんまい', 'せんちゃ', 'ばんちゃ', 'ほうじ', 'まっちゃ'],
    sentence: '毎日飲むお茶',
    stop: '。',
  },
  {
    name: 'Korean',
    headings: [
      ['녹차', '녹차'],
      ['홍차 도구', '홍차-도구'],
      ['기타', '기타'],
    ],
    words: ['가루차', '녹차', '대추차', '매실차', '보리차', '쌍화차', '유자차', '작설차', '홍차'],
    sentence: '매일 마시는 차입니다',
    stop: '.',
  },
  {
    name: 'Arabic',
    headings: [
      ['شاي أسود', 'شاي-أسود'],
      ['أدوات', 'أدوات'],
      ['كتب، مقالات', 'كتب-مقالات'],
    ],
    words: ['أسود', 'بابونج', 'حليب', 'زعتر', 'شمر', 'قرفة', 'كرك', 'مليسة', 'نعناع'],
    sentence: 'شاي قوي من الجبال',
    stop: '.',
  },
  {
    name: 'Persian',
    headings: [
      ['چای سبز', 'چای-سبز'],
      ['چای‌های گیاهی', 'چایهای-گیاهی'],
      ['کتاب‌ها', 'کتابها'],
    ],
    words: ['آویشن', 'بابونه', 'پونه', 'چای', 'دارچین', 'زعفران', 'گزنه', 'نعناع', 'هل'],
    sentence: 'چای شمال ایران که می‌نوشند',
    stop: '.',
  },
  {
    name: 'Russian',
    headings: [
      ['Чёрный чай', 'чёрный-чай'],
      ['Посуда и книги', 'посуда-и-книги'],
      ['Разное', 'разное'],
    ],
    words: ['Ассам', 'Барбарис', 'Габа', 'Ёлка', 'Ель', 'Жасмин', 'Зелёный', 'Кипрей', 'Чабрец'],
    sentence: 'Крепкий чай с гор',
    stop: '.',
    small: 'крепкий чай с гор',
  },
  {
    name: 'Greek',
    headings: [
      ['Μαύρο τσάι', 'μαύρο-τσάι'],
      ['Βότανα', 'βότανα'],
      ['Σκεύη & βιβλία', 'σκεύη--βιβλία'],
    ],
    words: ['Άγριο', 'Βότανα', 'Γιασεμί', 'Δίκταμο', 'Έλατο', 'Θυμάρι', 'Μέντα', 'Πράσινο', 'Χαμομήλι'],
    sentence: 'Δυνατό τσάι από τα βουνά',
    stop: '.',
    small: 'δυνατό τσάι από τα βουνά',
  },
  {
    name: 'French',
    headings: [
      ['Thé noir', 'thé-noir'],
      ['À côté', 'à-côté'],
      ["L'été", 'lété'],
    ],
    words: ['Anis', 'Cèdre', 'Églantier', 'Fenouil', 'Génépi', 'Hêtre', 'Épine'].toSorted(
      new Intl.Collator('fr').compare,
    ),
    sentence: 'Élevé dans les montagnes',
    stop: '.',
    small: 'élevé dans les montagnes',
  },
  {
    name: 'Swedish',
    headings: [
      ['Svart te', 'svart-te'],
      ['Örter', 'örter'],
      ['Övrigt', 'övrigt'],
    ],
    words: ['Anis', 'Björk', 'Citron', 'Mynta', 'Syren', 'Zimt', 'Ålandsrot', 'Älggräs', 'Örtte'],
    sentence: 'Ett starkt te från bergen',
    stop: '.',
    small: 'ett starkt te från bergen',
  },
  {
    name: 'Danish',
    headings: [
      ['Sort te', 'sort-te'],
      ['Øvrigt', 'øvrigt'],
      ['Ål', 'ål'],
    ],
    words: ['Anis', 'Birk', 'Citron', 'Mynte', 'Syren', 'Zimt', 'Æble', 'Øl', 'Ål'],
    sentence: 'En stærk te fra bjergene',
    stop: '.',
    small: 'en stærk te fra bjergene',
  },
  {
    name: 'Polish',
    headings: [
      ['Czarna herbata', 'czarna-herbata'],
      ['Zioła', 'zioła'],
      ['Książki', 'książki'],
    ],
    words: ['Arcydzięgiel', 'Babka', 'Cynamon', 'Ćma', 'Lipa', 'Łopian', 'Mięta', 'Szałwia', 'Ślaz'],
    sentence: 'Mocna herbata z gór',
    stop: '.',
    small: 'mocna herbata z gór',
  },
  {
    name: 'Turkish',
    headings: [
      ['Siyah çay', 'siyah-çay'],
      ['Şifalı otlar', 'şifalı-otlar'],
      ['Ürünler', 'ürünler'],
    ],
    words: ['Adaçayı', 'Biberiye', 'Civan', 'Çay', 'Gül', 'Ihlamur', 'İğde', 'Papatya', 'Şerbet'],
    sentence: 'İnce bir dağ çayı',
    stop: '.',
    small: 'ince bir dağ çayı',
  },
  {
    name: 'Spanish',
    headings: [
      ['Té negro', 'té-negro'],
      ['Año Nuevo', 'año-nuevo'],
      ['¿Qué es?', 'qué-es'],
    ],
    words: ['Anís', 'Cidra', 'Hierba', 'Menta', 'Nuez', 'Nunca', 'Ñame', 'Ñora', 'Orégano'],
    sentence: 'Un té fuerte de las montañas',
    stop: '.',
    small: 'un té fuerte de las montañas',
  },
  {
    name: 'Czech',
    headings: [
      ['Černý čaj', 'černý-čaj'],
      ['Řemesla', 'řemesla'],
      ['Žádné', 'žádné'],
    ],
    words: ['Bez', 'Cejlon', 'Černý', 'Heřmánek', 'Chmel', 'Rooibos', 'Řepík', 'Sedmikráska', 'Šípek'],
    sentence: 'Silný čaj z hor',
    stop: '.',
    small: 'silný čaj z hor',
  },
  {
    name: 'German',
    headings: [
      ['Schwarzer Tee', 'schwarzer-tee'],
      ['Kräuter & Früchte', 'kräuter--früchte'],
      ['Über uns', 'über-uns'],
    ],
    words: ['Anis', 'Äpfel', 'Birne', 'Hibiskus', 'Holunder', 'Ölweide', 'Rose', 'Salbei', 'Ungarisch'],
    sentence: 'Öfter getrunkener Tee',
    stop: '.',
    small: 'öfter getrunkener Tee',
  },
  {
    name: 'Hindi',
    headings: [
      ['काली चाय', 'काली-चाय'],
      ['किताबें', 'किताबें'],
      ['अन्य', 'अन्य'],
    ],
    words: ['अदरक', 'इलायची', 'कहवा', 'गुलाब', 'चमेली', 'तुलसी', 'पुदीना', 'मसाला', 'सौंफ'],
    sentence: 'पहाड़ों की चाय',
    stop: '।',
  },
  {
    name: 'Georgian',
    headings: [
      ['შავი ჩაი', 'შავი-ჩაი'],
      ['წიგნები', 'წიგნები'],
      ['სხვა', 'სხვა'],
    ],
    words: ['ანისი', 'ბაბუაწვერა', 'გვირილა', 'დარიჩინი', 'ვარდი', 'ზაფრანა', 'თამბაქო', 'კარკადე', 'პიტნა'],
    sentence: 'ძლიერი ჩაი მთებიდან',
    stop: '.',
  },
  {
    name: 'Hebrew',
    headings: [
      ['תה שחור', 'תה-שחור'],
      ['כלים וספרים', 'כלים-וספרים'],
      ['שונות', 'שונות'],
    ],
    words: ['אניס', 'בבונג', 'גרניום', 'הל', 'ורד', 'זעתר', 'לואיזה', 'מליסה', 'נענע'],
    sentence: 'תה חזק מן ההרים',
    stop: '.',
  },
  {
    name: 'English with emoji',
    headings: [
      ['🍵 Green Tea', '-green-tea'],
      ['Black Tea :coffee:', 'black-tea-coffee'],
      ['👩‍🌾 Farmers', '-farmers'],
    ],
    words: [
      'Assam',
      'Bancha',
      'Ceylon',
      'Dian Hong',
      'Earl Grey',
      'Fuding',
      'Gunpowder',
      'Hojicha',
      'Keemun',
    ],
    sentence: 'From the hills',
    stop: '.',
    small: 'from the hills',
  },
];

const line = (word: string, text: string) =>
  `- [${word}](https://tea.example/${encodeURIComponent(word)}) - ${text}`;

interface Faults {
  words?: (words: string[]) => string[];
  texts?: (texts: string[]) => string[];
  fragments?: (fragments: string[]) => string[];
}

/** A list without faults, but for those that are asked for in its first section. */
function listIn({ name, headings: own, words, sentence, stop }: Language, faults: Faults = {}): string {
  // Enough sections for a habit of sorting.
  const headings = [...own, ...['10', '20', '30'].map((year) => [year, year] as const)];
  const slugs = headings.map(([, slug]) => slug);
  const fragments = faults.fragments?.(slugs) ?? slugs;
  const contents = headings.map(([text], index) => `- [${text}](#${fragments[index]})`);
  const sections = headings.map(([heading], section) => {
    const ordered = section === 0 ? (faults.words?.(words) ?? words) : words;
    const all = ordered.map(() => `${sentence}${stop}`);
    const texts = section === 0 ? (faults.texts?.(all) ?? all) : all;
    const lines = ordered.map((word, index) => line(`${word}${'🌱'.repeat(section)}`, texts[index]!));
    return `## ${heading}\n\n${lines.join('\n')}\n`;
  });
  return `# Awesome ${name}\n\n## Contents\n\n${contents.join('\n')}\n\n${sections.join('\n')}`;
}

const found = ({ messages }: Pick<VFile, 'messages'>) =>
  messages.map(({ ruleId, line: at, reason }) => `${ruleId} ${at}: ${reason}`);
const only = (id: string): Config => ({ rules: { [id]: 'on' }, extends: 'minimal' });

describe.each(languages)('a list in $name', (language) => {
  /** The line of the first entry. */
  const first = 5 + language.headings.length + 3 + 3;

  it('is clean where nothing is wrong', async () => {
    expect(found(await lint(listIn(language)))).toEqual([]);
  });

  it('has its contents held to the slugs that GitHub gives its headings', async () => {
    const text = listIn(language, { fragments: ([one, ...others]) => [`${one}x`, ...others] });
    const { messages } = await lint(text);
    expect(messages.map((message) => [message.ruleId, message.line])).toEqual([['contents', 5]]);
    const fixed = await fix(text, {}, { suggested: true });
    expect(fixed.text).toBe(listIn(language));
  });

  it('is sorted as its dictionaries are', async () => {
    const text = listIn(language, {
      words: ([one, two, three, ...others]) => [
        two!,
        three!,
        ...others.slice(0, 3),
        one!,
        ...others.slice(3),
      ],
    });
    const [word, before] = [language.words[0]!, language.words[1]!];
    expect(found(await lint(text, only('entry-order')))).toEqual([
      `entry-order ${first + 5}: “${word}” is out of order: put it before “${before}”`,
    ]);
    expect((await fix(text, only('entry-order'), { suggested: true })).text).toBe(listIn(language));
  });

  it('gets the full stop of its script where one is missing', async () => {
    const text = listIn(language, {
      texts: (texts) => [...texts.slice(1), language.sentence],
    });
    const { messages } = await lint(text, only('description-punctuation'));
    expect(messages.map((message) => message.line)).toEqual([first + language.words.length - 1]);
    expect((await fix(text, only('description-punctuation'))).text).toBe(listIn(language));
  });

  it('has capitals and full stops as sindresorhus/awesome demands them, where its script has them', async () => {
    const { messages } = await lint(listIn(language), { extends: 'awesome' });
    const marks = ['description-case', 'description-punctuation'];
    expect(messages.filter(({ ruleId }) => marks.includes(ruleId ?? '')).map(String)).toEqual([]);
  });

  it('is held to its capitals only where its script has them', async () => {
    const { small = language.sentence } = language;
    const text = listIn(language, { texts: ([, ...others]) => [`${small}${language.stop}`, ...others] });
    const { messages } = await lint(text, only('description-case'));
    expect(messages.map((message) => message.line)).toEqual(language.small === undefined ? [] : [first]);
    expect((await fix(text, only('description-case'), { suggested: true })).text).toBe(listIn(language));
  });
});
