/** Lines of a page's interface that no list can hold: counters, copyright lines, pagers, prompts. In company only: see passes/scaffold.ts. */
import type {TestRow} from './row.ts'

export const scaffoldPatterns: readonly TestRow[] = [
  {
    name: 'path', role: 'navigation', hint: '', hints: [' > ', ' › ', ' » ', ' ‹ ', ' / ', ' → ', ' < ', ' :: ', ' \\ '],
    test: /^[^>›»‹/→<:\\.!?\n]{1,40}(?: (?:>|›|»|‹|\/|→|<|::|\\) [^>›»‹/→<\\!?\n]{1,60}){2,7}$/u,
    drops: ['Главная / Общество / Город', 'Accueil › Recettes › Soupes', 'Home > Docs > Install > Linux'], keeps: ['and/or', 'one / two', 'He went home. / She did not. / Nobody did.'],
  },
  {
    name: 'thread-pager', role: 'navigation', hint: '', starts: ['#'],
    test: /^\d{1,6} (?:posts?|messages?|beiträge|beitrag|mensagens|mensajes|messaggi|berichten|posty|postów|сообщени[йея]|mesaj|příspěvků) ?[•·|] ?(?:page|seite|página|pagina|strona|страница|sayfa|stránka) \d{1,5}.{0,60}$/iu,
    drops: ['12 mensagens • Página 1 de 2 • 1, 2', '3 posts • Page 1 of 1'], keeps: ['3 posts and a fence', '12 messages came that day'],
  },
  {
    name: 'powered-by', role: 'navigation', hint: '',
    starts: ['powered', 'proudly', 'theme', 'built', 'website', 'web', 'site', 'designed', 'developed', 'hosted', 'traduzido', 'traduit', 'traducido', 'deutsche', 'propulsé', 'desenvolvido', 'wykonanie', 'разработка', 'создание', 'betrieben', 'technology'],
    test: /^(?:(?:proudly |technology )?powered by|theme(?: by|:)|built (?:with|by|on)|(?:web ?)?site (?:designed |built |created )?by|web(?:site)? (?:design|development)(?: by|:)|designed (?:and developed )?(?:by|with)|developed by|hosted by|traduzido por|traduit par|traducido por|deutsche übersetzung durch|propulsé par|desenvolvido por|wykonanie(?: strony)?:?|разработка(?: сайта)?(?: —|:)|создание сайта(?: —|:)|betrieben (?:von|mit))[ :][^.!?]{1,60}(?:[®™]?[^!?]{0,40})$/iu,
    drops: ['Powered by phpBB® Forum Software © phpBB Limited', 'Traduzido por: Suporte phpBB', 'Built with Hugo'], keeps: ['Powered by steam, the boat left at six. Nobody waved.'.repeat(3), 'Built in 1931'],
  },
  {
    name: 'who-is-online', role: 'navigation', hint: '', hints: ['forum', 'fórum', 'foro', 'форум', 'conference', 'конференции', 'board'],
    test: /^(?:users browsing this (?:forum|topic|thread)|mitglieder in diesem forum|utilisateurs? (?:parcourant|naviguant sur) ce forum|usuarios navegando por este foro|usuários navegando neste fórum|utilizadores a ver este fórum|visitano il forum|gebruikers op dit forum|użytkownicy przeglądający to forum|сейчас этот форум просматривают|bu forumu görüntüleyenler|uživatelé prohlížející si toto fórum|there (?:are|is) (?:currently )?\d{1,7} users? (?:browsing|online|viewing))[: ].{0,300}$/iu,
    drops: ['Usuários navegando neste fórum: Nenhum usuário registrado e 3 visitantes', 'Users browsing this forum: No registered users and 2 guests'], keeps: ['Users browsing the web', 'The forum is open'],
  },
  {
    name: 'last-edited', role: 'navigation', hint: '', hints: ['edited', 'bearbeitet', 'modifi', 'editad', 'edytowano', 'изменялась', 'правк', 'modifica', 'bewerkt', 'redigerades', 'redigeret', 'redigert', 'muokattu', 'editována', 'değiştirilme', '修订', '編集', '편집', 'sửa đổi'],
    test: /^(?:this page was last (?:edited|modified) (?:on|by|at)|diese seite wurde zuletzt|la dernière modification de cette page|esta página se editó por última vez|esta página foi editada pela última vez|questa pagina è stata modificata per l['’]ultima volta|tę stronę ostatnio edytowano|ostatnio edytowano|эта страница в последний раз|deze pagina is voor het laatst bewerkt|sidan redigerades senast|denne side blev senest (?:redigeret|ændret)|siden ble sist (?:redigert|endret)|sivua on viimeksi muutettu|stránka byla naposledy editována|bu sayfa son değiştirilme|本页面最后修订于|最終更新 \d|이 문서는 \d|trang này được sửa đổi lần cuối)(?!\p{L}).{0,160}$/iu,
    drops: ['This page was last edited on 3 February 2024, at 18:22 (UTC).', 'Tę stronę ostatnio edytowano 3 lut 2024, 18:22.'], keeps: ['This page was last in the book.', 'She edited the page.'],
  },
  {
    name: 'registration-number', role: 'navigation', hint: '', hints: ['icp', '公网安备', 'ustid', 'vat', 'siret', 'p.iva', 'partita iva', 'nip', 'инн', 'огрн'],
    test: /^(?:\p{Script=Han}{0,4}icp[备証证]\s?\p{L}{0,2}\s?\d{5,12}号?(?:-\d{1,3})?.{0,60}|\p{Script=Han}{0,4}公网安备\s?\d{8,16}号?|(?:p\.? ?iva|partita iva)[ :]{1,3}(?:it)?\d{11}.{0,60}|(?:ust-?id(?:-?nr)?\.?|vat (?:no|number|reg)\.?)[ :]{1,3}[a-z]{2}\s?[\d ]{8,14}.{0,40}|инн \d{10,12}.{0,60})$/iu,
    drops: ['京ICP备12345678号', '京ICP备12345678号-1', 'P.IVA 01234567890'], keeps: ['ICP is short for many things', 'The VAT number is on the bill'],
  },
  {
    name: 'more-from', role: 'related', hint: '', starts: ['more', 'mehr', 'weitere', 'plus', 'más', 'mais', 'altri', 'altro', 'meer', 'więcej', 'fler', 'ещё', 'еще', 'другие'],
    test: /^(?:more (?:from|by|in|on|about|stories from|articles by|posts by)|mehr (?:von|zu|aus|über)|weitere (?:artikel|beiträge|meldungen|nachrichten) (?:von|zu|aus)|plus (?:de|d['’])|más (?:de|sobre|en)|mais (?:de|sobre|em)|altr[io] (?:di|da|su)|meer (?:van|over|uit)|więcej (?:z|o|od)|fler från|(?:ещё|еще|другие) (?:из|от|по)) ?[^.!?;,]{2,40}$/iu,
    drops: ['More from CFR', 'More in Politics', 'Mehr von diesem Autor'], keeps: ['More from a lack of time than from a lack of will, he stayed at home.', 'Moreover'],
  },
  {
    name: 'copyright-line', role: 'navigation', hint: '', hints: ['©', '(c)', 'copyright', '版权所有', '著作権'], test: /^(?=.{0,80}(?:©|\(c\) ?(?:19|20)\d\d|copyright\b|版权所有|著作権))(?:[^.!?]{0,40}(?:©|\(c\) ?(?:19|20)\d\d|copyright|版权所有)).{0,220}$/iu,
    drops: ['© 2024 Acme Inc.', 'Copyright © 2006-2015 Acme', '2026 © Acme. All Rights Reserved.', 'Acme © 2016–2025'], keeps: ['The law of copyright is old, and it was never loved by those who copy for a living.'.repeat(4)],
  },
  {
    name: 'rights-reserved', role: 'navigation', hint: '', hints: ['reserv', 'vorbehalten', 'réservés', 'riservati', 'voorbehouden', 'zastrzeżone', 'защищены', 'захищен', 'saklıdır', 'محفوظة', 'שמורות', 'सुरक्षित', '保留', '版权', '無断転載', '권리', 'lưu mọi quyền', 'dilindungi', 'vyhrazena', 'förbehållna', 'forbeholdt', 'forbeholdes', 'pidätetään', 'fenntartva', 'rezervate', 'επιφύλαξη', 'สงวนลิขสิทธิ์'], test: /^.{0,80}(?<!\p{L})(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|(?:всі|усі) права захищен[іо]|tüm hakları saklıdır|جميع الحقوق محفوظة|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|保留所有权利|保留一切權利|版权所有|無断転載(?:を禁じます|禁止)|모든 권리 보유|bảo lưu mọi quyền|hak cipta dilindungi|všechna práva vyhrazena|alla rättigheter förbehållna|alle rettigheder forbeholdes|alle rettigheter (?:er )?forbeholdt|kaikki oikeudet pidätetään|minden jog fenntartva|toate drepturile (?:sunt )?rezervate|με (?:την )?επιφύλαξη παντός δικαιώματος|สงวนลิขสิทธิ์)(?!\p{L}).{0,80}$/iu,
    drops: ['Acme Ltd. All rights reserved.', 'Alle Rechte vorbehalten', '© 2024 «Тихий вестник». Все права защищены.', 'جميع الحقوق محفوظة 2024'], keeps: ['The right to be reserved'],
  },
  {
    name: 'reading-time', role: 'navigation', hint: '', starts: ['#', '<', 'one'], test: /^(?:\d{1,3}|<1|one) ?[-–]?(?:min(?:ute)?s?\.?|мин\.?|minuten|minutos|minuti|分钟|分) ?(?:read|reading time|lesezeit|de lectura|de leitura|di lettura|de lecture|leestijd|чтения|阅读)?$/iu,
    drops: ['5 min read', '12 minutes read', '3 Min. Lesezeit'], keeps: ['5 minutes later', 'min read'],
  },
  {
    name: 'counter', role: 'navigation', hint: '', starts: ['#'], test: /^[\d.,]{1,12} ?(?:k|m|mio)?\+? ?(?:comments?|replies|reply|answers?|shares?|likes?|views?|views today|followers?|members?|subscribers?|votes?|points?|reactions?|retweets?|upvotes?|downloads?|items?|results?|more replies|kommentare?|antworten|aufrufe|commentaires?|réponses?|vues|comentarios?|respuestas?|visitas|comentários?|respostas?|commenti|risposte|reacties|komentarz(?:e|y)|комментари(?:й|я|ев)|просмотров|yorum|条评论|评论|人阅读|阅读|次阅读|件のコメント|コメント|댓글)\.?$/iu,
    drops: ['12 Comments', '162K members', '653,817 VIEWS', '13 more replies', '0 Items'], keeps: ['12 comments that changed the law', 'members'],
  },
  {
    name: 'time-ago', role: 'navigation', hint: 'ago', starts: ['#', 'a', 'an', 'about', 'posted', 'updated', 'edited'], test: /^(?:(?:about|posted|updated|edited) )?(?:\d{1,3}|an?) ?(?:s|m|h|d|w|mo|y|sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago$/iu,
    drops: ['3 weeks ago', '12d ago', 'about an hour ago'], keeps: ['3 weeks ago they left', 'long ago'],
  },
  {
    name: 'pager', role: 'navigation', hint: '', starts: ['#', '<', 'prev', 'previous', 'zurück', 'précédent', 'anterior', 'page', 'seite', 'página', 'pagina', 'strona'], test: /^(?:(?:«|‹|<|←|prev(?:ious)?|zurück|précédent|anterior) ?)?(?:page )?(?:\d{1,4}[ ,|·]{1,3}){2,12}(?:(?:…|\.\.\.) ?)?(?:\d{1,4} ?)?(?:next|weiter|suivant|siguiente|»|›|>|→| ){0,3}$|^(?:page|seite|página|pagina|strona) \d{1,4} (?:of|von|de|di|van|z) \d{1,4}$/iu,
    drops: ['1 2 3 Next »', 'Page 2 of 14', '‹ 1 2 3 4 … 9 ›'], keeps: ['1 2', 'Page 2 of the letter'],
  },
  {
    name: 'newsletter-prompt', role: 'navigation', hint: '', starts: ['sign', 'subscribe', 'join', 'get', 'enter', 'don', 'stay', 'want', 'thank', 'by', 'great'], test: /^(?:sign up|subscribe|join|get|enter your email|don['’]t miss|stay (?:up to date|informed|updated)|want more|thank you for subscribing|by (?:opting in|signing up|subscribing)|great! you['’]ll get)\b.{0,120}\b(?:e?newsletters?|mailing list|inbox|our emails?|first email|email list|subscribers|by email|via email|daily digest|weekly digest)\b.{0,220}$/iu,
    drops: ['Sign up for our newsletter for tips, updates, and events', 'Subscribe to Blog via Email', 'Join 712 other subscribers'], keeps: ['Sign up for the marathon by Friday.', 'The newsletter is printed on yellow paper.'],
  },
  {
    name: 'app-prompt', role: 'navigation', hint: '', starts: ['get', 'download', 'open', 'try', 'use', 'scan', 'available'], test: /^(?:get|download|open|try|use) (?:the|our|it on|in the) .{0,40}\bapp\b.{0,40}$|^scan (?:this|the) qr code\b.{0,60}$|^(?:available on|download on|get it on) (?:the )?(?:app store|google play)$/iu,
    drops: ['Get the Acme app', 'Scan this QR code to download the app now', 'Download on the App Store'], keeps: ['The app opens in a second.', 'Get the apple'],
  },
  {
    name: 'form-state', role: 'debris', hint: '', starts: ['oops', 'whoops', 'sorry', 'uh', 'refresh', 'please', 'sending', 'this', 'what', 'sign', 'log', 'you', 'required', 'email', 'send', 'find'], test: /^(?:(?:oops|whoops|sorry|uh[- ]oh)[!,.]? .{0,100}(?:try again|went wrong|trouble connecting|problem|error|not found).{0,60}|refresh (?:your|the) (?:browser|page)\b.{0,60}|please enter (?:the|your|a) .{0,60}|please (?:sign|log) in to .{0,60}|sending data\..{0,40}|please wait while .{0,60}|this textbox defaults to .{0,60}|what is the reason for this report\??|(?:sign up or )?log in to .{0,60}|you must (?:be )?(?:logged|log|sign|signed) in.{0,80}|required fields.{0,40}|email ?\(required\)|send to email address\b.{0,80}|find the answer to your question by asking\.?)$/iu,
    drops: ['Oops! We had a problem sending your message. Please try again later.', 'Refresh your browser window to try again.', 'Please sign in to view notifications.', 'Sign up or log in to customize your list.'],
    keeps: ['Sorry, we are closed on Mondays.', 'Log in', 'Please enter through the side door and take your shoes off before the second one, which stands open.'],
  },
  {
    name: 'menu-state', role: 'navigation', hint: '', starts: ['toggle', 'open', 'close', 'show', 'hide', 'expand', 'collapse', 'submenu', 'untermenü', 'sous', 'skip'], test: /^(?:(?:toggle|open|close|show|hide|expand|collapse) (?:the )?(?:[\p{L}]{1,14} ){0,3}(?:menu|navigation|nav|search|sidebar|submenu|pages|toc|contents|filters?|site search)(?: toggle site search)?|(?:submenu|untermenü|sous-menu) .{1,80}|skip (?:to|past) (?:the )?[\p{L} ]{1,40})$/iu,
    drops: ['Toggle Menu Toggle Site Search', 'Show Related Pages', 'Submenu News', 'Skip to table of contents'], keeps: ['Open the menu of the day and order.', 'Close reading'],
  },
  {
    name: 'syndication', role: 'navigation', hint: 'post', starts: ['the', 'this', 'originally'], test: /^(?:the post .{1,200} (?:first )?appeared (?:first )?on .{1,100}|this post first appeared on .{1,160}|originally published (?:at|on) .{1,100})$/iu,
    drops: ['The post Ten Rules appeared first on Acme.', 'This post first appeared on Acme Blog, please read the original'], keeps: ['The post appeared on Tuesday.'],
  },
  {
    name: 'more-from', role: 'related', hint: '', starts: ['more', 'read', 'see', 'you', 'related', 'similar', 'recommended', 'trending', 'popular', 'latest', 'recent', 'featured', 'top', 'view', 'loading'], test: /^(?:more (?:from|on|in|about|stories from|articles by|posts by) .{1,40}|read more stories about.{0,40}|see also:|you (?:may|might) (?:also )?(?:be interested in|like|enjoy)\b.{0,30}|(?:related|similar|recommended|trending|popular|latest|recent|featured|top) (?:posts?|articles?|stories|news|products?|links?|topics?|videos?|searches|questions|categories|tags|reading|content|items)\b.{0,20}|view all reviews for this item|see all \d{1,6} ?[\p{L} ]{1,40}|loading [\p{L} ]{1,30})$/iu,
    drops: ['More from Acme', 'Similar items to consider'.replace('items to consider', 'products'), 'See all 8 listings for this product'], keeps: ['More on this later, when the guests have gone home.', 'Related rates'],
  },
]

/** Paragraphs that ask for consent: what they say no other text says. */
export const consentPatterns: readonly TestRow[] = [
  {
    name: 'uses-cookies', role: 'debris', hint: 'cookie', test: /^(?:.{0,60}[.!] )?(?:(?:we|our partners and we|we and our .{0,40}|this (?:web)?site|our (?:web)?site|the (?:web)?site) (?:and our .{0,40} )?(?:uses?|utili[sz]es?|set|store) (?:[\p{L},]{1,14} ){0,3}cookies\b|like many companies, we use cookies|by (?:continuing|using|clicking|browsing|closing)\b.{0,160}\bcookies\b|this cookie notice\b|cookies (?:help|allow) us\b|we['’]d like to (?:use|set) .{0,40}cookies)/iu,
    drops: ['We use cookies to ensure that we give you the best experience on our website.', 'This website uses cookies to improve your experience.'], keeps: ['Cookies are baked at 180 degrees.', 'He said that we use cookies for everything.'],
  },
  {
    name: 'cookies-other-languages', role: 'debris', hint: '', hints: ['cookie', 'çerez', 'تعريف الارتباط', 'עוגיות', 'कुकी', 'クッキー', '쿠키', 'คุกกี้', 'sütik', 'evästei', 'куки'],
    test: /^(?:.{0,60}[:.!] )?(?:(?:diese|unsere) (?:web)?(?:site|seite) (?:verwendet|nutzt|benutzt)|wir (?:verwenden|nutzen|setzen)|durch die (?:weitere )?nutzung|ce site utilise|nous utilisons|en cliquant sur|en poursuivant votre navigation|utilizamos|este sitio (?:web )?utiliza|usamos|este site (?:utiliza|usa)|questo sito (?:utilizza|usa)|utilizziamo|deze (?:web)?site (?:gebruikt|maakt gebruik)|wij gebruiken|we gebruiken|ta strona (?:używa|korzysta)|używamy|den här (?:webb)?platsen använder|vi använder|vi bruger|vi bruker|dette nettstedet bruker|käytämme|tento web používá|používáme|мы используем|этот сайт использует|ми використовуємо|bu site|sitemizde|χρησιμοποιούμε|minden weboldal|ez a weboldal|az oldal|folosim|acest site|kami menggunakan|situs ini menggunakan|chúng tôi sử dụng|trang web này sử dụng|用户使用|本网站使用|我们使用|我們使用|本站使用|当サイトでは|このサイトでは|이 (?:사이트|웹사이트)는|당사는|نستخدم|يستخدم هذا الموقع|אתר זה משתמש|אנו משתמשים|यह वेबसाइट|हम|เว็บไซต์นี้ใช้|เราใช้)(?!\p{L}).{0,300}(?:cookies?|çerez|ملفات تعريف الارتباط|עוגיות|कुकी|クッキー|쿠키|คุกกี้|sütik|evästei|куки)/iu,
    drops: ['Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.', 'Diese Website verwendet Cookies.', 'Utilizamos cookies propias y de terceros.', 'Nous utilisons des cookies pour vous offrir la meilleure expérience.'], keeps: ['Cookies sind Kekse.', 'Las cookies se hornean.'],
  },
  {
    name: 'consent-purpose', role: 'debris', hint: '', starts: ['die', 'the', 'le', 'el', 'l', 'rechtsgrundlage', 'optionen', 'um', 'to', 'we', 'weitere', 'en', 'please'],
    test: /^(?:die technische speicherung oder der zugriff(?: ist\b|,? der\b)|the technical storage or access (?:is|that)\b|le stockage ou l['’]accès technique\b|el almacenamiento o acceso técnico\b|l['’]archiviazione tecnica o l['’]accesso\b|rechtsgrundlage für die daten(?:übermittlung|verarbeitung)\b|optionen verwalten dienste verwalten\b|um dir ein optimales erlebnis zu bieten\b|to provide the best experiences, we use\b|we and our (?:\d{1,4} )?partners (?:store|process)\b|weitere informationen, beispielsweise zur kontrolle von cookies\b|en cliquant sur « ?ok\b|please ensure javascript is enabled for purposes of website accessib)/iu,
    drops: ['Die technische Speicherung oder der Zugriff ist erforderlich, um Nutzerprofile zu erstellen.', 'The technical storage or access is strictly necessary for the legitimate purpose.'], keeps: ['Die technische Speicherung von Wasserstoff ist teuer.', 'The technical storage of hydrogen is costly.'],
  },
  {
    name: 'scripts-and-tags', role: 'debris', hint: '',
    test: /^(?:<!-- ?)?<(?:img|script|iframe|noscript|div|link|style|ins)\b[^<>]{0,300}(?:src=|style=|display: ?none|ld\+json|class=|height=|$)|^<img$|^\{"[\w-]{1,40}":[\s\S]{0,4000}\}$|^[A-Za-z0-9+/]{100,100000}={0,2}$|^\{ ?\}$/u,
    drops: ['<img height="1" width="1" style="display:none" src="//pixel.example/p.gif">', '{"email":"Email address invalid","url":"Website address invalid"}'], keeps: ['<p> opens a paragraph.', '{"a": what JSON looks like', 'a < b'],
  },
]
