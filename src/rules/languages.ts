/** Function words by which a text's language is told, and the scripts that tell it alone. */

export interface LanguageRow { readonly language: string; readonly words: string }

/** Frequent words of the languages in Latin and Cyrillic script and Persian; a word may stand in several rows. */
export const functionWords: readonly LanguageRow[] = [
  {language: 'en', words: 'the of and to in is that for it with as was on are by this be from at have or an not you which but his they we can has been their more will would about'},
  {language: 'de', words: 'der die und das den von zu mit ist des im für auf ein eine dem nicht sich auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man'},
  {language: 'fr', words: 'de la le et les des en un une du dans est que qui par pour sur pas au plus avec ce il ne se sont cette mais ou son ses comme nous vous leur été aux être ces sa fait'},
  {language: 'es', words: 'de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno'},
  {language: 'pt', words: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos são'},
  {language: 'it', words: 'di e il la che in un a per è una con non del si da le dei nel alla i più al come della ma anche sono lo o ha gli su delle se questo dal nella essere ci cui sua loro tra quando molto'},
  {language: 'nl', words: 'de van het een en in is dat op te zijn met voor niet aan er om hij ook als maar bij door dan uit wordt naar heeft hebben tot deze ze je over nog worden wel geen kan meer zich'},
  {language: 'sv', words: 'och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan när år nu under också efter eller mot ska där vid'},
  {language: 'da', words: 'og i at det er en til på som for af med de den ikke har der et om var han men vi fra sig kan så eller efter ved hun skal også blev være nu havde'},
  {language: 'nb', words: 'og i det er på som en til av for med at har de den ikke et om var han fra men seg kan så vi eller etter ved også ble være hun nå hadde skal'},
  {language: 'fi', words: 'ja on ei se että oli hän mutta ovat kuin myös joka niin sen vain mukaan jos kun tai ole olla sekä hänen vielä ne jo tämä olisi voi'},
  {language: 'pl', words: 'w i na z się nie do że to jest o jak za od po przez ale są dla czy oraz tym być który jego tego co lub już może tak ich tylko był roku przy które'},
  {language: 'cs', words: 'a v se na je že s z do o ve to i k pro za by ale si po jako jsou od nebo když které podle který jeho byl také které jen bude již není roku'},
  {language: 'sk', words: 'a v sa na je že s z do o vo to aj k pre za by ale si po ako sú od alebo keď ktoré podľa ktorý jeho bol tiež len bude už nie je roku'},
  {language: 'hu', words: 'a az és hogy nem is egy van meg volt de csak már el még azt ez ha vagy mint ki lesz amely pedig kell után szerint több minden magyar'},
  {language: 'ro', words: 'de și în a la cu o pe din care nu că se mai sau este un pentru prin fi sunt ce după au fost al ca dar lui ale acest'},
  {language: 'hr', words: 'i je u na se da za su od s o ne koji kao što bi ali to po iz ili nije biti koja te samo već bio još kako godine'},
  {language: 'tr', words: 've bir bu da de için ile olarak çok daha en gibi olan ne var sonra kadar o ama ki her değil mi ya onun göre oldu'},
  {language: 'id', words: 'yang dan di dengan untuk dari ini pada tidak itu dalam adalah akan ke oleh juga sebagai ada dapat atau telah karena bisa lebih mereka tersebut'},
  {language: 'vi', words: 'và của là có được cho trong không các với một những người này đã khi đến để từ cũng như về nhiều sẽ năm ra tại trên'},
  {language: 'ca', words: 'de la el i que a en els les per un una amb del no és al es dels més com o però seva són ha aquest també entre quan'},
  {language: 'lt', words: 'ir yra kad į iš su tai bet ne kaip buvo apie per jo dėl tik jau ar nuo bus po'},
  {language: 'lv', words: 'un ir no par ar kas uz ka to arī bet kā vai tas pie gada līdz tiek jau'},
  {language: 'et', words: 'ja on ei et see ka kui oli oma mis ning aga kes ta või seda nii siis tema veel'},
  {language: 'sl', words: 'in je v na se da za so ki z po tudi pa ne kot ali bi iz ter od bil le že'},
  {language: 'ru', words: 'и в не на что с по как это для из к а о но от за его так же был он или бы при до они мы все уже также чтобы'},
  {language: 'uk', words: 'і в не на що з та як це для із до а про але від за його так був він або при вони ми все вже також щоб у й'},
  {language: 'bg', words: 'и на в да се от за с не е по че са до си към при или но като те му който което ще има след'},
  {language: 'sr', words: 'и у је да се на за су од са не који као што али то по из или није бити'},
]

/** Scripts that one language in wide use is written in, as ranges of code units; a language before one whose letters it borrows. */
export const scriptRanges: readonly {readonly language: string; readonly from: number; readonly to: number}[] = [
  {language: 'ja', from: 0x3040, to: 0x30ff}, {language: 'ko', from: 0xac00, to: 0xd7af}, {language: 'zh', from: 0x4e00, to: 0x9fff}, {language: 'el', from: 0x370, to: 0x3ff}, {language: 'he', from: 0x590, to: 0x5ff},
  {language: 'th', from: 0xe00, to: 0xe7f}, {language: 'hi', from: 0x900, to: 0x97f}, {language: 'bn', from: 0x980, to: 0x9ff}, {language: 'ta', from: 0xb80, to: 0xbff}, {language: 'te', from: 0xc00, to: 0xc7f},
  {language: 'ka', from: 0x10a0, to: 0x10ff}, {language: 'hy', from: 0x530, to: 0x58f}, {language: 'km', from: 0x1780, to: 0x17ff}, {language: 'my', from: 0x1000, to: 0x109f}, {language: 'ar', from: 0x600, to: 0x6ff},
]
