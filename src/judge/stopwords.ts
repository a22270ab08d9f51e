/** Function words of the languages the judge was trained on: running text is full of them, menus are not. */
import {BitSet, hashOf} from './hash.ts'

const lists = [
  // English
  'a about after again all also always am an and any are as at away back be because been before being between both but by came can come could day did do does done down each even every few first for from get give go going good had has have he her here him his how i if in into is it its just keep know last least less let like little long made make many may me might more most much must my need never new next no not nothing now of off often old on once one only or other our out over own part people perhaps put rather right said same say says see seen several shall she should since so some something soon still such take tell than that the their them then there these they thing things think this those though through time to together too took toward two under until up upon us use used very want was way we well went were what when where whether which while who whom whose why will with without work would year years yet you your',
  // German
  'aber alle als also am an auch auf aus bei beim bis bist da damit dann das dass dein dem den denn der des die dies diese dieser doch dort du durch ein eine einem einen einer eines er es etwas für gegen haben hat hatte ich ihm ihn ihr ihre im immer in ist ja jede jeder kann kein keine können machen man mehr mein mit muss nach nicht noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so über um und uns unter vom von vor war waren was weil wenn wer werden wie wieder wird wir wo wurde zu zum zur zwischen',
  // French
  'à au aux avec avoir ce ces cet cette chez comme dans de des donc du elle elles en encore entre est et été être eu fait il ils je la le les leur leurs lui mais même mes moi mon ne nos notre nous on ont ou où par pas peut plus pour qu que quelques qui sa sans se sera ses si son sont sous sur ta te tous tout toute très tu un une vos votre vous',
  // Spanish
  'al algo ante antes como con contra cual cuando de del desde donde durante el ella ellos en entre era es esa ese eso esta está este esto fue ha hace han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o os otra otro para pero poco por porque pues qué que quien se según ser si sí sin sobre son su sus también tanto te tiene todo todos tu un una uno unos y ya yo',
  // Italian
  'agli ai al alla alle anche ancora avere che chi ci come con cosa cui da dal dalla dei del della delle dello di dopo dove due è e ed erano essere fra gli ha hanno ho i il in io la le lei loro lui ma mi molto nei nel nella noi non o ogni per perché più poi prima qua quando quello questa questo se sei senza si sia solo sono su sua sul sulla suo tra tutti tutto un una uno',
  // Portuguese
  'ao aos as até com como da das de depois do dos e ela ele em entre era essa esse esta está este eu foi foram há isso já mais mas mesmo meu muito na não nas nem no nos nós o os ou para pela pelo por porque quando que quem são se sem ser seu seus só sua também tem têm um uma você',
  // Dutch
  'aan al als bij dan dat de deze die dit door een en er geen had heb hebben heeft het hij hoe ik in is je kan maar meer met mijn moet naar niet nog nu of om onze ook op over te tot uit van veel voor waar was wat we wel werd wie wij worden wordt ze zich zijn zo',
  // Scandinavian
  'af alle at av blev bli da de deg dem den denne der det dette du efter eller en er et ett fra från för før ha han har hon hvad hvis i ikke inte jag jeg kan kun man med men mer mot må någon når når nogle og också om op oss over på så sig sin skal ska som til till um under upp ut var vara ved vi vil være är år',
  // Polish, Czech
  'aby ale ani bardzo bez być by był była było być co czy dla do gdy i ich innych jak jako je jego jej jest jeszcze jsou już kde když kdy která które który którzy ma mezi może na nad nie nebo nich o od po pod podle pokud pro przed przez przy se sobie są si tak také tego tej ten to tu tylko tym v ve w wszystko z za ze že',
  // Russian, Ukrainian
  'а без был была было были быть в вас весь во вот все всё вы где да для до его ее её если есть еще ещё же за здесь и из или им их к как ко когда кто ли либо мне может мы на над надо не него нее нет ни них но ну о об однако он она они оно от очень по под после при с со так также такой там те тем то того тоже той только том ты у уже хотя чего чем что чтобы чье эта эти это этот я є і від він для до її їх й кожен ми на не ні та таке те ти у це цей чи що як який',
  // Turkish
  'ama ancak bir biri birçok bu çok da daha de en gibi göre hem her için ile ise kadar ki mi ne o olan olarak oldu onun sonra şu tüm üzerinde var ve veya ya yok',
  // Greek, Arabic, Hebrew, Vietnamese, Indonesian
  'αλλά από για δεν είναι ένα η θα και με μια να ο οι όταν που σας στη στην στο της τα τη την το του των ως',
  'أن أو إلى التي الذي إن بعد بين ثم حتى ذلك عن على في قد كان كل لا لم ما مع من هذا هذه هو هي و',
  'של את על לא זה הוא היא עם כי אם גם או אל יש כל רק אני אבל מה',
  'bị cho có của các được để đã đó khi không là một này những như trong và về với',
  'ada adalah akan atau bahwa bisa dalam dan dari dengan di ini itu ke karena lebih oleh pada saya sudah tidak untuk yang',
]

/** 2¹⁶ bits hold about 1,200 words, so that one word in fifty is taken for one wrongly. */
const set = new BitSet(1 << 16)
for (const list of lists) for (const word of list.split(' ')) set.add(hashOf(word))

export const stopwords = set
