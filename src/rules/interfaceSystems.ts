/**
 * What widespread systems print on every page, whatever the site: wikis, boards, blogs, shops, help desks. By kind and
 * not by language, as a system says the same thing in all of them.
 */
import type {InterfaceTable} from './row.ts'

/** With and without the sign, as not every page sets it. */
function questions(lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => [line, `${line}?`, `${line} ?`])
}

export const systems: readonly InterfaceTable[] = [
  {
    language: 'mul-skip',
    lines: [
      'skip to main content', 'skip navigation links', 'zum hauptinhalt springen', 'direkt zum inhalt wechseln', 'aller au contenu principal', 'passer au contenu principal', 'ir al contenido principal', 'saltar al contenido principal',
      'pular para o conteúdo principal', 'saltar para o conteúdo principal', 'vai al contenuto principale', 'ga naar de hoofdinhoud', 'naar hoofdinhoud', 'przejdź do treści głównej', 'przejdź do głównej zawartości', 'przejść do treści',
      'перейти к основному содержанию', 'перейти к основному содержимому', 'перейти до основного вмісту', 'gå till huvudinnehållet', 'gå til hovedindhold', 'gå til hovedinnhold', 'siirry pääsisältöön', 'přejít k hlavnímu obsahu', 'přeskočit na obsah',
      'ugrás a tartalomra', 'sari la conținut', 'salt la conținut', 'μετάβαση στο περιεχόμενο', 'παράκαμψη προς το κυρίως περιεχόμενο', 'ana içeriğe atla', 'ana içeriğe geç', 'تخطي إلى المحتوى', 'تخطي إلى المحتوى الرئيسي', 'تجاوز إلى المحتوى الرئيسي', 'انتقل إلى المحتوى',
      'דלג לתוכן', 'דלג לתוכן הראשי', 'मुख्य सामग्री पर जाएं', 'मुख्य विषयवस्तु पर जाएं', '跳至主要内容', '跳转到主要内容', '跳到主要内容', '跳至内容', '跳至主內容', '跳到主要內容', 'メインコンテンツへスキップ', 'メインコンテンツに移動', 'コンテンツへスキップ', '本文へ移動', '본문 바로가기', '주메뉴 바로가기', '메뉴 바로가기',
      'chuyển đến nội dung chính', 'chuyển đến phần nội dung', 'bỏ qua nội dung', 'lompat ke konten utama', 'langsung ke konten utama', 'langsung ke isi', 'ข้ามไปยังเนื้อหา', 'ข้ามไปที่เนื้อหาหลัก', 'прескочи към съдържанието', 'preskoči na sadržaj', 'preskočiť na obsah',
    ],
    heads: [], drops: ['Zum Hauptinhalt springen', 'تخطي إلى المحتوى الرئيسي', '跳至主要内容'], keeps: ['Skipping the main course is no sin', 'Der Hauptinhalt des Fasses'],
  },
  {
    language: 'mul-helpful',
    lines: questions([
      'was this page helpful', 'was this article helpful', 'was this helpful', 'did you find this helpful', 'did this answer your question', 'how helpful was this page', 'is this page useful', 'was this information helpful', 'was this answer helpful', 'did you find what you were looking for',
      'war diese seite hilfreich', 'war dieser artikel hilfreich', 'war dieser beitrag hilfreich', 'war das hilfreich', 'hat ihnen dieser artikel geholfen', 'cette page vous a-t-elle été utile', 'cet article vous a-t-il été utile', 'cette page a-t-elle été utile', 'cet article vous a-t-il aidé',
      '¿le ha resultado útil esta página', '¿te ha resultado útil esta página', '¿te ha sido útil', '¿fue útil este artículo', '¿te resultó útil este artículo', 'esta página foi útil', 'este artigo foi útil', 'isso foi útil', 'esta informação foi útil', 'questa pagina ti è stata utile', 'questo articolo ti è stato utile', 'è stato utile questo articolo',
      'was deze pagina nuttig', 'was dit artikel nuttig', 'vond je dit artikel nuttig', 'czy ta strona była pomocna', 'czy ten artykuł był pomocny', 'czy to było pomocne', 'была ли эта страница полезной', 'эта статья была полезна', 'вам помогла эта статья', 'была ли статья полезной', 'чи була ця сторінка корисною', 'чи була ця стаття корисною',
      'var den här sidan till hjälp', 'var denne side nyttig', 'var denne artikkelen nyttig', 'oliko tästä sivusta apua', 'byla tato stránka užitečná', 'byl tento článek užitečný', 'bu sayfa yararlı oldu mu', 'bu makale yardımcı oldu mu', 'bu sayfa faydalı mıydı', 'هل كانت هذه الصفحة مفيدة', 'هل كانت هذه المقالة مفيدة', 'هل كان هذا مفيدا', 'האם הדף הזה היה מועיל',
      'क्या यह पृष्ठ उपयोगी था', 'क्या यह लेख उपयोगी था', '此页面对您有帮助吗', '此页面是否有帮助', '这篇文章对您有帮助吗', '本文对您有帮助吗', '此頁面對您有幫助嗎', 'このページは役に立ちましたか', 'この記事は役に立ちましたか', 'この情報は役に立ちましたか', '이 페이지가 도움이 되었나요', '이 문서가 도움이 되었습니까', '도움이 되었나요',
      'bài viết này có hữu ích không', 'trang này có hữu ích không', 'nội dung này có hữu ích không', 'apakah halaman ini membantu', 'apakah artikel ini membantu', 'ήταν χρήσιμη αυτή η σελίδα', 'ήταν χρήσιμο αυτό το άρθρο', 'a-t-il été utile', 'hasznos volt ez az oldal', 'a fost utilă această pagină',
    ]),
    heads: [], drops: ['Was this page helpful?', 'Cet article vous a-t-il été utile ?', '此页面对您有帮助吗？'], keeps: ['Was this page of history helpful to anyone?', 'The page was helpful'],
  },
  {
    language: 'mul-wiki',
    lines: [
      'from wikipedia, the free encyclopedia', 'aus wikipedia, der freien enzyklopädie', "un article de wikipédia, l'encyclopédie libre", 'de wikipedia, la enciclopedia libre', 'origem: wikipédia, a enciclopédia livre', "da wikipedia, l'enciclopedia libera", 'z wikipedii, wolnej encyklopedii', 'uit wikipedia, de vrije encyclopedie',
      'материал из википедии — свободной энциклопедии', 'матеріал з вікіпедії — вільної енциклопедії', 'från wikipedia', 'fra wikipedia, den frie encyklopædi', 'fra wikipedia, den frie encyklopedi', 'wikipediasta', 'vikipedi, özgür ansiklopedi', 'z wikipedie, otevřené encyklopedie', 'من ويكيبيديا، الموسوعة الحرة', 'מתוך ויקיפדיה, האנציקלופדיה החופשית', '维基百科，自由的百科全书', '出典: フリー百科事典『ウィキペディア（wikipedia）』', '위키백과, 우리 모두의 백과사전', 'bách khoa toàn thư mở wikipedia', 'dari wikipedia bahasa indonesia, ensiklopedia bebas',
      'jump to navigation', 'jump to search', 'move to sidebar', 'view source', 'view history', 'what links here', 'related changes', 'special pages', 'permanent link', 'page information', 'cite this page', 'printable version', 'download as pdf', 'wikidata item', 'in other projects', 'print/export', 'toggle the table of contents', 'random article', 'create account', 'personal tools', 'pages for logged out editors learn more', 'upload file', 'community portal', 'about wikipedia', 'disclaimers', 'code of conduct', 'cookie statement', 'mobile view', 'edit links', 'add languages', 'read edit view history', 
      'lesen', 'bearbeiten', 'quelltext bearbeiten', 'quelltext anzeigen', 'versionsgeschichte', 'diskussion', 'links auf diese seite', 'änderungen an verlinkten seiten', 'spezialseiten', 'permanenter link', 'seiteninformationen', 'artikel zitieren', 'als pdf herunterladen', 'druckversion', 'zufälliger artikel', 'benutzerkonto erstellen', 'mobile ansicht', 'meine werkzeuge', 'in anderen projekten', 'in anderen sprachen',
      'lire', 'modifier', 'modifier le code', "voir l'historique", 'pages liées', 'suivi des pages liées', 'pages spéciales', 'lien permanent', 'informations sur la page', 'citer cette page', 'article au hasard', 'créer un compte', 'version mobile', 'version imprimable', 'télécharger comme pdf', 'imprimer / exporter', 'dans d’autres projets', 'dans d’autres langues',
      'leer', 'editar', 'ver historial', 'ver código', 'discusión', 'lo que enlaza aquí', 'cambios en enlazadas', 'páginas especiales', 'enlace permanente', 'información de la página', 'citar esta página', 'página aleatoria', 'crear una cuenta', 'versión para móviles', 'versión para imprimir', 'en otros proyectos',
      'editar código-fonte', 'ver histórico', 'discussão', 'páginas afluentes', 'alterações relacionadas', 'ligação permanente', 'informações da página', 'página aleatória', 'criar uma conta', 'versão móvel', 'versão para impressão',
      'leggi', 'modifica', 'modifica wikitesto', 'cronologia', 'discussione', 'puntano qui', 'modifiche correlate', 'pagine speciali', 'link permanente', 'informazioni pagina', 'una voce a caso', 'registrati', 'versione mobile', 'versione stampabile',
      'artykuł', 'dyskusja', 'czytaj', 'edytuj', 'edytuj kod źródłowy', 'wyświetl historię', 'historia i autorzy', 'narzędzia', 'linkujące', 'zmiany w linkowanych', 'strony specjalne', 'link do tej wersji', 'informacje o tej stronie', 'losuj artykuł', 'losowa strona', 'utwórz konto', 'wersja mobilna', 'wersja do druku', 'o wikipedii', 'informacje prawne', 'w innych projektach', 'w innych językach',
      'читать', 'править', 'править код', 'обсуждение', 'ссылки сюда', 'связанные правки', 'служебные страницы', 'постоянная ссылка', 'сведения о странице', 'случайная статья', 'создать учётную запись', 'мобильная версия', 'версия для печати', 'скачать как pdf', 'в других проектах', 'на других языках', 'описание википедии', 'отказ от ответственности',
      'читати', 'редагувати', 'редагувати код', 'переглянути історію', 'обговорення', 'посилання сюди', "пов'язані редагування", 'спеціальні сторінки', 'постійне посилання', 'інформація про сторінку', 'випадкова стаття', 'створити обліковий запис', 'мобільний вигляд',
      'läs', 'redigera', 'redigera wikitext', 'visa historik', 'vad som länkar hit', 'relaterade ändringar', 'specialsidor', 'permanent länk', 'sidinformation', 'slumpartikel', 'skapa konto', 'læs', 'rediger', 'rediger wikikode', 'se historik', 'hvad henviser hertil', 'tilfældig artikel', 'opret konto', 'vis historikk', 'lenker hit', 'tilfeldig artikkel', 'opprett konto',
      'oku', 'değiştir', 'kaynağı değiştir', 'geçmişi gör', 'tartışma', 'sayfaya bağlantılar', 'ilgili değişiklikler', 'özel sayfalar', 'kalıcı bağlantı', 'sayfa bilgisi', 'rastgele madde', 'hesap oluştur', 'lezen', 'bewerken', 'brontekst bewerken', 'geschiedenis weergeven', 'links naar deze pagina', 'willekeurige pagina', 'account aanmaken', 'číst', 'editovat', 'editovat zdroj', 'zobrazit historii', 'odkazuje sem', 'náhodný článek', 'vytvoření účtu',
      '阅读', '编辑', '查看历史', '讨论', '链入页面', '相关更改', '特殊页面', '固定链接', '页面信息', '随机条目', '创建账号', '手机版视图', '閲覧', '編集', 'ソースを編集', '履歴表示', 'リンク元', '関連ページの更新状況', '特別ページ', 'この版への固定リンク', 'ページ情報', 'おまかせ表示', 'アカウント作成', 'モバイルビュー', '읽기', '편집', '역사 보기', '토론', '여기를 가리키는 문서', '가리키는 글의 최근 바뀜', '특수 문서 목록', '고유 링크', '문서 정보', '임의의 문서로', '계정 만들기',
    ],
    heads: [], drops: ['Z Wikipedii, wolnej encyklopedii', 'Quelltext bearbeiten', 'What links here'], keeps: ['From Wikipedia he took the date', 'Historia młyna'],
  },
  {
    language: 'mul-board',
    lines: [
      'back to top', 'post reply', 'reply with quote', 'quote this post', 'report this post', 'print view', 'topic tools', 'thread tools', 'search this thread', 'display modes', 'linear mode', 'threaded mode', 'rate this thread', 'previous thread', 'next thread', 'previous topic', 'next topic', 'mark all as read', 'unanswered topics', 'active topics', 'board index', 'all times are utc', 'delete cookies', 'delete all board cookies', 'the team', 'who is online', "who's online", 'quick reply', 'quick links', 'quick navigation', 'posting rules', 'similar threads', 'forum jump', 'jump to forum', 'not open for further replies', 'you must log in or register to reply here', 'click to expand', 'reaction score', 'registered user', 'senior member', 'junior member', 'new member', 'active member', 'well-known member', 'go to page', 'first unread post', 'last post', 'new posts', 'subscribe to this thread', 'show printable version', 'email this page',
      'nach oben', 'antwort erstellen', 'mit zitat antworten', 'druckansicht', 'foren-übersicht', 'wer ist online', 'alle cookies löschen', 'das team', 'unbeantwortete themen', 'aktive themen', 'beitrag melden', 'vorheriges thema', 'nächstes thema', 'neue beiträge', 'themen-optionen', 'ansicht',
      'répondre', 'citer', 'qui est en ligne', 'supprimer les cookies', 'index du forum', 'sujets sans réponse', 'sujets actifs', 'retourner en haut', 'revenir en haut', 'sujet précédent', 'sujet suivant', 'responder', 'citar', '¿quién está conectado', 'índice general', 'borrar cookies', 'temas sin respuesta', 'temas activos', 'tema anterior', 'tema siguiente',
      'topo', 'voltar ao topo', 'quem está online', 'excluir cookies', 'índice do fórum', 'tópicos sem resposta', 'tópicos ativos', 'tópico anterior', 'próximo tópico', 'torna su', 'rispondi', 'cita', 'chi c’è in linea', "chi c'è in linea", 'cancella cookie', 'argomenti senza risposta', 'argomenti attivi', 'plaats reactie', 'citeer', 'wie is er online', 'verwijder cookies', 'onbeantwoorde onderwerpen',
      'na górę', 'odpowiedz', 'cytuj', 'kto jest online', 'usuń ciasteczka', 'strona główna forum', 'tematy bez odpowiedzi', 'aktywne tematy', 'вернуться к началу', 'ответить', 'ответить с цитатой', 'цитата', 'кто сейчас на конференции', 'удалить cookies', 'список форумов', 'сообщения без ответов', 'активные темы', 'пред. тема', 'след. тема', 'поделиться этой темой', 'başa dön', 'cevapla', 'alıntı yap', 'kimler çevrimiçi', 'odpovědět', 'kdo je online', 'svara', 'vem är online', 'hvem er online',
    ],
    heads: [], drops: ['Reply with quote', 'Topo', 'Quem está online'], keeps: ['Top of the hill', 'Who is online these days is hard to say'],
  },
  {
    language: 'mul-blog',
    lines: [
      'leave a comment', 'leave a reply', 'cancel reply', 'post a comment', 'post comment', 'older posts', 'newer posts', 'newer post', 'older post', 'post navigation', 'previous post', 'next post', 'blog at wordpress.com', 'create a free website or blog at wordpress.com', 'proudly powered by wordpress', 'powered by wordpress', 'powered by blogger', 'powered by tistory', 'powered by ghost', 'powered by shopify', 'powered by discourse', 'powered by mediawiki', 'powered by drupal', 'powered by joomla', 'powered by wix', 'powered by squarespace', 'subscribe to: posts (atom)', 'subscribe to: post comments (atom)', 'blogthis!', 'no comments', 'share to x', 'report abuse', 'my blog list', 'blog archive', 'view my complete profile', 'reblog', 'loading comments', 'write a comment', 'copy shortlink', 'report this content', 'view post in reader', 'manage subscriptions', 'collapse this bar', 'already have a wordpress.com account? log in now',
      'kommentar verfassen', 'antwort abbrechen', 'ältere beiträge', 'neuere beiträge', 'älterer post', 'neuerer post', 'beitragsnavigation', 'bloggen auf wordpress.com', 'laisser un commentaire', 'annuler la réponse', 'articles plus anciens', 'articles plus récents', 'navigation de l’article', 'dejar un comentario', 'cancelar la respuesta', 'entradas antiguas', 'entradas más recientes', 'navegación de entradas', 'deixe um comentário', 'cancelar resposta', 'postagens mais antigas', 'postagens mais recentes', 'navegação de post', 'lascia un commento', 'annulla risposta', 'post più vecchi', 'post più recenti', 'navigazione articoli', 'geef een reactie', 'reactie annuleren', 'oudere berichten', 'nieuwere berichten', 'dodaj komentarz', 'anuluj pisanie odpowiedzi', 'starsze posty', 'nowsze posty', 'nawigacja wpisu', 'добавить комментарий', 'отменить ответ', 'следующее', 'предыдущее', 'навигация по записям', 'lämna ett svar', 'avbryt svar', 'inläggsnavigering', 'bir yanıt yazın', 'yanıtı iptal et', 'yazı gezinmesi', 'sonraki kayıt', 'önceki kayıt',
      '더보기', '분류 전체보기', '최근 글', '최근 댓글', '공지사항', '방명록', '글쓰기', '관리자', '이전 글', '다음 글', '댓글 쓰기', '카테고리의 다른 글', '공유하기', '게시글 관리', '구독하기', '저작자표시', 'コメントする', 'コメントを書く', '次の記事', '前の記事', '最近の記事', '最新記事', '月別アーカイブ', 'カテゴリー', 'プロフィール', '読者になる', 'この記事を書いた人', 'トラックバック', '发表评论', '发表回复', '取消回复', '上一篇', '下一篇', '文章导航', '最新文章', '最新评论', '近期文章', '近期评论', '阅读全文', '继续阅读',
    ],
    heads: [], drops: ['Bloggen auf WordPress.com', '분류 전체보기 (41)', 'Newer Posts'], keeps: ['Newer posts are made of oak', 'Blog at sea'],
  },
]
