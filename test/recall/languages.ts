/** What names and descriptions are made of in one language: enough to write lists that are clean, and unlike each other. */
export interface Language {
  name: string;
  title: string;
  tagline: string;
  contents: string;
  sections: string[];
  /** A name is one of each. */
  first: string[];
  second: string[];
  /** A description is one of each, in this order. */
  begin: string[];
  middle: string[];
  end: string[];
  /** The full stop of the script. */
  stop: string;
  hasCase: boolean;
}

const words = (text: string) => text.split(' ');

export const languages: readonly Language[] = [
  {
    name: 'English',
    title: 'Kites',
    tagline: 'A curated list of kites, and of all that makes them fly.',
    contents: 'Contents',
    sections: ['Plans', 'Frames', 'Sails & Tails', 'Wind', 'Reels', 'Fields to Fly On', 'Meetings'],
    first: words('Amber Birch Cobalt Dune Ember Fjord Gale Harbor Indigo Juniper Kestrel Larch'),
    second: words('Loom Kite Press Wing Spool Cord Field Sail Frame Tail Knot Drift'),
    begin: ['Tool for', 'Collection of', 'Guide to', 'Map of', 'Notes about', 'Workshop for'],
    middle: ['building light frames', 'sewing large sails', 'reading the wind', 'tying good knots'],
    end: ['in an afternoon', 'with simple means', 'for beginners', 'from all over the world'],
    stop: '.',
    hasCase: true,
  },
  {
    name: 'French',
    title: 'Cerfs-volants',
    tagline: 'Une liste choisie de tout ce qui fait voler les cerfs-volants.',
    contents: 'Sommaire',
    sections: ['Plans', 'Voiles légères', 'Météo', 'Matériel', 'Écoles', 'Rencontres'],
    first: words('Aube Brise Chêne Dune Étoile Falaise Givre Houle'),
    second: words('Claire Bleue Vive Douce Légère Sauvage Marine Lointaine'),
    begin: ['Outil pour', 'Recueil pour', 'Guide pour', 'Atelier pour'],
    middle: ['coudre une voile légère', 'plier une armature', 'lire le vent', 'nouer les lignes'],
    end: ['en une journée', 'avec peu de matériel', 'entre amis', 'sur une grande plage'],
    stop: '.',
    hasCase: true,
  },
  {
    name: 'Russian',
    title: 'Kites',
    tagline: 'Подборка всего, что помогает змеям летать.',
    contents: 'Содержание',
    sections: ['Чертежи', 'Рамы', 'Паруса', 'Погода', 'Катушки', 'Встречи'],
    first: words('Берег Ветер Город Домик Журавль Звезда Иволга Канат'),
    second: words('Севера Моря Лета Степи Ночи Весны Долины Рассвета'),
    begin: ['Инструмент для', 'Сборник для', 'Руководство для', 'Мастерская для'],
    middle: ['постройки лёгкой рамы', 'шитья большого паруса', 'наблюдения за ветром'],
    end: ['за один вечер', 'простыми средствами', 'с самого начала', 'без лишних трудностей'],
    stop: '.',
    hasCase: true,
  },
  {
    name: 'Greek',
    title: 'Kites',
    tagline: 'Μια συλλογή για όλα όσα κάνουν τους χαρταετούς να πετούν.',
    contents: 'Περιεχόμενα',
    sections: ['Σχέδια', 'Σκελετοί', 'Πανιά', 'Καιρός', 'Συναντήσεις'],
    first: words('Αέρας Βουνό Γλάρος Δάσος Ελιά Ζέφυρος Ήλιος Θάλασσα'),
    second: words('Βορρά Νότου Νησιού Κάμπου Ουρανού Χειμώνα'),
    begin: ['Εργαλείο για', 'Συλλογή για', 'Οδηγός για', 'Εργαστήριο για'],
    middle: ['ελαφρούς σκελετούς', 'μεγάλα πανιά', 'γερούς κόμπους'],
    end: ['με απλά μέσα', 'για αρχάριους', 'σε ένα απόγευμα'],
    stop: '.',
    hasCase: true,
  },
  {
    name: 'Chinese',
    title: '风筝',
    tagline: '收集与风筝有关的一切。',
    contents: '目录',
    sections: ['图纸', '骨架', '风帆', '天气', '线轮', '聚会'],
    first: words('春风 青山 白云 东海 明月 飞鸟 长河 秋水'),
    second: words('工坊 手册 图集 画室 学堂 笔记'),
    begin: ['用于制作', '帮助设计', '教你学习', '全面介绍'],
    middle: ['轻便的 DIY 骨架', '大型的 ABS 风帆', '简单的 UHF 线轮'],
    end: ['的工具', '的指南', '的资料', '的方法'],
    stop: '。',
    hasCase: false,
  },
  {
    name: 'Japanese',
    title: '凧',
    tagline: '凧を飛ばすためのすべてを集めたリストです。',
    contents: '目次',
    sections: ['図面', '骨組み', '帆', '天気', '糸巻き', '集まり'],
    first: words('春風 青空 白雲 東海 満月 小鳥 大河 秋桜'),
    second: words('工房 ノート 図鑑 アトリエ 教室 ガイド'),
    begin: ['軽い', '大きな', '簡単な', '丈夫な'],
    middle: ['DIY 骨組みを作る', 'ABS 製の帆を縫う', 'UHF 糸巻きを直す'],
    end: ['ための道具です', 'ための案内です', '方法を説明します'],
    stop: '。',
    hasCase: false,
  },
  {
    name: 'Arabic',
    title: 'Kites',
    tagline: 'قائمة مختارة بكل ما يجعل الطائرات الورقية تطير.',
    contents: 'المحتويات',
    sections: ['مخططات', 'هياكل', 'أشرعة', 'طقس', 'لقاءات'],
    first: words('نسيم جبل نهر نجمة غيمة شاطئ'),
    second: words('الشمال الجنوب الصباح المساء البحر الوادي'),
    begin: ['أداة لصنع', 'دليل لفهم', 'مجموعة لتعلم'],
    middle: ['هيكل خفيف', 'شراع كبير', 'عقدة متينة'],
    end: ['بوسائل بسيطة', 'للمبتدئين', 'في يوم واحد'],
    stop: '.',
    hasCase: false,
  },
];
