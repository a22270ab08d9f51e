/** Letters that texts of a language are full of: by them an undeclared encoding is told. */

export interface LetterRow {
  /** WHATWG names of the encodings the language is written in, the likelier first. */
  readonly encodings: readonly string[]
  /** BCP 47 primary language. */
  readonly language: string
  /** Lower-case letters beyond ASCII, frequent or all; in the scripts of `denseLetters` the frequent ones first. */
  readonly letters: string
}

/** Latin scripts: all their letters beyond ASCII. Earlier rows win ties. */
export const latinLetters: readonly LetterRow[] = [
  {encodings: ['windows-1252', 'macintosh'], language: 'de', letters: 'äöüß'},
  {encodings: ['windows-1252', 'macintosh'], language: 'fr', letters: 'éèêëàâçîïôûùœ'},
  {encodings: ['windows-1252', 'macintosh'], language: 'es', letters: 'áéíóúñü¿¡ªº'},
  {encodings: ['windows-1252', 'macintosh'], language: 'pt', letters: 'áâãàçéêíóôõúªº'},
  {encodings: ['windows-1252', 'macintosh'], language: 'it', letters: 'àèéìòù'},
  {encodings: ['windows-1252', 'macintosh'], language: 'sv', letters: 'åäöé'},
  {encodings: ['windows-1252', 'macintosh'], language: 'da', letters: 'æøåé'},
  {encodings: ['windows-1252'], language: 'nl', letters: 'ëéïèóöü'},
  {encodings: ['windows-1252'], language: 'is', letters: 'áéíóúýþæöð'},
  {encodings: ['windows-1250', 'iso-8859-2'], language: 'pl', letters: 'ąćęłńóśźż'},
  {encodings: ['windows-1250', 'iso-8859-2'], language: 'cs', letters: 'áčďéěíňóřšťúůýž'},
  {encodings: ['windows-1250', 'iso-8859-2'], language: 'sk', letters: 'áäčďéíľĺňóôŕšťúýž'},
  {encodings: ['windows-1250', 'iso-8859-2'], language: 'hu', letters: 'áéíóöőúüű'},
  {encodings: ['windows-1250', 'iso-8859-2', 'iso-8859-16'], language: 'ro', letters: 'ăâîşţșț'},
  {encodings: ['windows-1250', 'iso-8859-2'], language: 'hr', letters: 'čćđšž'},
  {encodings: ['windows-1254'], language: 'tr', letters: 'çğıöşüâî'},
  {encodings: ['windows-1257', 'iso-8859-4'], language: 'lt', letters: 'ąčęėįšųūž'},
  {encodings: ['windows-1257', 'iso-8859-4'], language: 'lv', letters: 'āčēģīķļņšūž'},
  {encodings: ['windows-1257', 'windows-1252'], language: 'et', letters: 'äöõüšž'},
  {encodings: ['windows-1258'], language: 'vi', letters: 'ăâđêôơưáàéèíóòúù\u0300\u0301\u0303\u0309\u0323'},
]

/** Scripts written beyond ASCII altogether: their frequent characters, which make up half of any text and more. */
export const denseLetters: readonly LetterRow[] = [
  {encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'], language: 'ru', letters: 'оеаинтсрвлкмдпуяыьгзбчй'},
  {encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'], language: 'uk', letters: 'оаинвіетрсклдупмязьгбчйї'},
  {encodings: ['windows-1251', 'iso-8859-5'], language: 'bg', letters: 'аиоентрсвлкдпмзъубячгщ'},
  {encodings: ['windows-1253', 'iso-8859-7'], language: 'el', letters: 'αοιετσηνρκπλυμωςάίόέήύώγδχθ'},
  {encodings: ['windows-1255', 'iso-8859-8'], language: 'he', letters: 'יוהלאמתרבשנםדעקחפטכסגןזצךףץ'},
  {encodings: ['windows-1256', 'iso-8859-6'], language: 'ar', letters: 'اليمونرتبدعسهفقحكةجشىأ'},
  {encodings: ['windows-874'], language: 'th', letters: 'านรอกเงมยลวดทสตะปบคหแ\u0e35\u0e49\u0e48\u0e31\u0e34\u0e37\u0e38' + '์ไ'},
  {encodings: ['shift_jis', 'euc-jp'], language: 'ja', letters:
    'のにはをたがでてとしれさあいるもなこっらりかくまえきうそけせよだどちめつんみわおやすじへばぶべンスルトイリアラクレドシーッジタログテカマプフコサメニムキュィャ。、'},
  {encodings: ['euc-kr'], language: 'ko', letters:
    '이다의가는을에고하지로은를기한도사리자나서어인대그아해시수정게있과보일라만들구부스주전것제여상장원면조성으당우국년미와적공동신화문모오경안회려세했간비관위방생중분니요연명내실무개소계업교바트마선데발단드산'},
  {encodings: ['gb18030'], language: 'zh', letters:
    '，。的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治展马科司五基'},
  {encodings: ['big5'], language: 'zh', letters:
    '，。的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指許統區保至隊形社便空決治展馬科司五基'},
]
