/**
 * Labels and messages of a page's interface, as whole lines. Only what was content in at most three of a
 * hundred cases when counted on labelled pages: menu words such as "Support" or "Overview" are not here.
 */
import type {LineRow, TestRow} from './row.ts'

export const labels: readonly LineRow[] = [
  {
    name: 'share', role: 'navigation', headings: true,
    lines: [
      'share this', 'share this article', 'share this post', 'share this story', 'share this page', 'share this entry', 'share on', 'share via', 'share on facebook',
      'share on twitter', 'share on x', 'share on linkedin', 'share on whatsapp', 'share on pinterest', 'share on reddit', 'share on telegram', 'share via email',
      'share on social media', 'share with friends', 'tweet this', 'pin it', 'email this article', 'email this to a friend', 'print this article', 'print this page', 'copy link', 'link copied',
      'link copied to clipboard', 'copy link to clipboard', 'diesen artikel teilen', 'artikel teilen', 'beitrag teilen', 'seite teilen', 'auf facebook teilen',
      'auf twitter teilen', 'per e-mail teilen', 'partager sur facebook', 'partager sur twitter', 'partager cet article', 'partager', 'compartir en facebook', 'compartir en twitter',
      'compartir', 'compartilhar', 'compartilhe', 'condividi', 'condividi su facebook', 'condividi su twitter', 'delen via', 'deel dit artikel', 'поделиться', 'udostępnij', 'dela artikeln',
    ],
    drops: ['Share this:', 'Share on Facebook', 'Diesen Artikel teilen'],
    keeps: ['Share', 'Share this recipe with the people you love.', 'Market share'],
  },
  {
    name: 'skip-link', role: 'navigation',
    lines: [
      'skip to content', 'skip to main content', 'skip to the content', 'skip to the main content', 'skip to navigation', 'skip to main navigation', 'skip to primary navigation',
      'skip to footer', 'skip to search', 'skip to primary content', 'skip to secondary content', 'skip to primary sidebar', 'skip navigation', 'skip main navigation', 'skip links',
      'jump to navigation', 'jump to content', 'jump to search', 'jump to main content', 'zum inhalt springen', 'zum inhalt', 'zum hauptinhalt springen', 'direkt zum inhalt',
      'aller au contenu', 'aller au contenu principal', 'passer au contenu', 'saltar al contenido', 'ir al contenido', 'saltar al contenido principal', 'pular para o conteúdo',
      'ir para o conteúdo', 'saltar para o conteúdo', 'vai al contenuto', 'salta al contenuto', 'passa al contenuto', 'naar de inhoud', 'ga naar de inhoud', 'spring naar inhoud',
      'hoppa till innehåll', 'gå til hovedindhold', 'hopp til innhold', 'siirry sisältöön', 'przejdź do treści', 'przeskocz do treści', 'přeskočit na obsah', 'перейти к содержимому',
      'перейти к содержанию', 'içeriğe geç', 'コンテンツへスキップ', '跳至内容', '跳到主要內容', '跳转到主要内容', '본문 바로가기',
    ],
    drops: ['Skip to main content', 'Zum Inhalt springen', 'Aller au contenu principal'],
    keeps: ['Skip link', 'Skip to content is a link that keyboards need.'],
  },
  {
    name: 'edit-page', role: 'navigation',
    lines: [
      'edit this page', 'edit this page on github', 'edit this page on gitlab', 'edit on github', 'edit on gitlab', 'improve this page', 'suggest an edit', 'suggest edits',
      'suggest changes to this page', 'view page source', 'report an issue with this page', 'diese seite bearbeiten', 'modifier cette page', 'editar esta página', '编辑此页', 'このページを編集',
    ],
    drops: ['Edit this page', 'Edit on GitHub', 'Edit this page.'],
    keeps: ['Edit this page to add your name.', 'Edit'],
  },
  {
    name: 'back-to-top', role: 'navigation',
    lines: [
      'back to top', 'return to top', 'scroll to top', 'go to top', 'to the top', 'back to top of page', 'nach oben', 'zurück nach oben', 'zum seitenanfang', 'haut de page',
      'retour en haut', 'retour en haut de page', 'volver arriba', 'ir arriba', 'voltar ao topo', 'torna su', 'torna in alto', 'naar boven', 'terug naar boven', 'наверх', '返回顶部', '回到顶部', 'ページトップへ',
    ],
    drops: ['Back to top', '↑ Back to top', 'Nach oben'],
    keeps: ['Back to the top of the league', 'Top'],
  },
  {
    name: 'advert', role: 'advert', headings: true,
    lines: [
      'advertisement', 'advertisements', 'advertisement - continue reading below', 'advertisement scroll to continue', 'article continues below', 'article continues below advertisement',
      'story continues below', 'story continues below advertisement', 'article continues after advertisement', 'continue reading below', 'report this ad', 'report ad', 'sponsored content',
      'paid advertisement', 'skip advertisement', 'scroll to continue', 'publicité', 'publicidade', 'publicidad', 'pubblicità', 'advertentie', 'annons', 'реклама', 'reklama', '広告', '广告', '廣告', 'スポンサーリンク', '광고', 'विज्ञापन', 'إعلان', 'إعلانات', 'פרסומת', 'διαφήμιση', 'โฆษณา', 'quảng cáo', 'publicitate', 'mainos', 'hirdetés', 'oglas',
    ],
    drops: ['Advertisement', 'Story continues below advertisement', 'Publicité'],
    keeps: ['Advertising', 'An advertisement for soap'],
  },
  {
    name: 'advert-word', role: 'advert',
    lines: ['anzeige', 'werbung', '- anzeige -', 'annonse', 'annonce', 'reklam', 'iklan'],
    drops: ['ANZEIGE', 'Werbung'], keeps: ['Anzeige erstattet', 'Werbung wirkt'],
  },
  {
    name: 'empty-state', role: 'debris',
    lines: [
      'no items found', 'no results found', 'no results', 'no posts found', 'no products found', 'no comments yet', 'no reviews yet', 'your cart is empty', 'your cart is currently empty',
      'your shopping cart is empty', 'your basket is empty', 'there are no items in your cart', 'no products in the cart', 'keine ergebnisse gefunden', 'ihr warenkorb ist leer',
      'aucun résultat', 'aucun résultat trouvé', 'votre panier est vide', 'no se encontraron resultados', 'tu carrito está vacío', 'nessun risultato trovato', 'geen resultaten gevonden',
    ],
    drops: ['No items found.', 'Your cart is empty'],
    keeps: ['No results found in the second trial changed our minds.', 'Results'],
  },
  {
    name: 'form-message', role: 'debris',
    lines: [
      'thank you! your submission has been received', 'your submission has been received', 'oops! something went wrong while submitting the form', 'something went wrong while submitting the form',
      'something went wrong', 'something went wrong please try again', 'something went wrong please try again later', 'an error occurred please try again', 'an error has occurred please try again later',
      'this field is for validation purposes and should be left unchanged', 'this field is hidden when viewing the form', 'please leave this field empty', 'leave this field empty', 'leave this field blank',
      'this field is required', 'required fields are marked *', 'your email address will not be published', 'your email address will not be published required fields are marked *',
      'save my name email and website in this browser for the next time i comment', 'notify me of follow-up comments by email', 'notify me of new posts by email',
      'notify me of followup comments via e-mail', 'this site uses akismet to reduce spam learn how your comment data is processed',
      'meinen namen, meine e-mail-adresse und meine website in diesem browser für die nächste kommentierung speichern', 'deine e-mail-adresse wird nicht veröffentlicht erforderliche felder sind mit * markiert', 'an e-mail-adresse senden dein name deine e-mail-adresse abbrechen', 'e-mail-überprüfung fehlgeschlagen bitte versuche es noch einmal', 'tu dirección de correo electrónico no será publicada. los campos obligatorios están marcados con *', 'guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que comente', 'recibir un correo electrónico con los siguientes comentarios a esta entrada', 'votre adresse e-mail ne sera pas publiée. les champs obligatoires sont indiqués avec *', 'enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire', 'simpan nama, email, dan situs web saya pada peramban ini untuk komentar saya berikutnya', 'il tuo indirizzo email non sarà pubblicato. i campi obbligatori sono contrassegnati *', 'salva il mio nome, email e sito web in questo browser per la prossima volta che commento', 'je e-mailadres wordt niet gepubliceerd. vereiste velden zijn gemarkeerd met *', 'mijn naam, e-mail en site opslaan in deze browser voor de volgende keer wanneer ik een reactie plaats', 'twój adres e-mail nie zostanie opublikowany. wymagane pola są oznaczone *', 'zapamiętaj moje dane w tej przeglądarce podczas pisania kolejnych komentarzy', 'o seu endereço de e-mail não será publicado. campos obrigatórios são marcados com *', 'salvar meus dados neste navegador para a próxima vez que eu comentar', 'ваш адрес email не будет опубликован. обязательные поля помечены *', 'сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев', 'e-posta adresiniz yayınlanmayacak. gerekli alanlar * ile işaretlenmişlerdir', 'lưu tên của tôi, email, và trang web trong trình duyệt này cho lần bình luận kế tiếp của tôi',
      'this site is protected by recaptcha and the google privacy policy and terms of service apply', 'please enter a valid email address',
    ],
    drops: ['Oops! Something went wrong while submitting the form.', 'Your email address will not be published. Required fields are marked *'],
    keeps: ['Something went wrong in the spring of 1986.', 'Required fields'],
  },
  {
    name: 'account', role: 'navigation',
    lines: [
      'log in', 'sign in', 'log in to reply', 'log in to comment', 'sign in to comment', 'log in or sign up', 'log in or register', 'sign in or register', 'sign in or create an account', 'forgot password',
      'forgot your password', 'lost your password', 'remember me', 'already have an account', "don't have an account", 'create an account', 'you must be logged in to post a comment', 'add to cart', 'view cart',
    ],
    drops: ['Log in', 'Forgot your password?', 'You must be logged in to post a comment.'],
    keeps: ['Log in to the server as root:', 'Sign in Chinese'],
  },
  {
    name: 'unfilled-text', role: 'debris', headings: true,
    lines: [
      'lorem ipsum', 'lorem ipsum dolor sit amet', 'text goes here', 'your text here', 'your text goes here', 'add your text here', 'add text here', 'enter text here', 'insert text here', 'type your text here', 'heading here', 'your heading here', 'add a heading', 'add your heading text here',
      'your headline here', 'title goes here', 'your title goes here', 'subtitle goes here', 'caption goes here', 'image caption appears here', 'write your caption here', 'add a caption', 'description goes here', 'add a description', 'your content goes here', 'content goes here', 'sample text', 'dummy text',
      'button text', 'image alt text', 'alt text here', 'double click to edit', 'click edit button to change this text', 'i am text block click edit button to change this text', 'this is a paragraph click here to edit', "i'm a paragraph click here to add your own text and edit me", 'this is the heading',
      'just another wordpress site', 'welcome to wordpress this is your first post edit or delete it then start writing!', 'hier steht ihr text', 'hier könnte ihr text stehen', 'votre texte ici', 'su texto aquí', 'escribe tu texto aquí', 'seu texto aqui', 'il tuo testo qui', 'ваш текст здесь', '在此输入文字', 'ここにテキストを入力',
    ],
    drops: ['Heading here', 'Your text here', 'Just another WordPress site', "I'm a paragraph. Click here to add your own text and edit me."],
    keeps: ['Your text here is too long, the editor wrote.', 'A sample text in three hands', 'Heading home'],
  },
  {
    name: 'icon-name', role: 'debris',
    lines: [
      'chevron down', 'chevron up', 'chevron right', 'chevron left', 'arrow right', 'arrow left', 'arrow down', 'arrow up', 'chevron down small', 'chevron_right', 'chevron_left', 'expand_more', 'expand_less',
      'arrow_forward', 'arrow_back', 'arrow_drop_down', 'arrow_right_alt', 'keyboard_arrow_down', 'keyboard_arrow_up', 'keyboard_arrow_right', 'more_vert', 'more_horiz', 'open_in_new',
    ],
    drops: ['Chevron Down', 'keyboard_arrow_down'], keeps: ['Arrow', 'Chevron Corporation'],
  },
]

export const labelPatterns: readonly TestRow[] = [
  {
    name: 'share-window', role: 'navigation', hint: 'opens in new window', starts: ['click', 'share', 'print', 'email', 'tweet', 'send'], test: /^\d{0,6}(?:click to )?(?:share|print|email|tweet|send)\b.{0,80}\(opens in new window\).{0,40}$/iu,
    drops: ['Click to share on X (Opens in new window) X', 'Click to email a link to a friend (Opens in new window)'],
    keeps: ['Annual report, PDF (opens in new window)', 'Share prices fell.'],
  },
  {
    name: 'share-networks', role: 'navigation', hint: 'facebook',
    starts: ['share', 'follow us', 'teilen', 'facebook', 'twitter', 'x ', 'x,', 'x|', 'linkedin', 'whatsapp', 'pinterest', 'reddit', 'tumblr', 'telegram', 'email', 'e-mail', 'print', 'instagram', 'youtube', 'messenger', 'xing', 'copy link'],
    test: /^(?:share|share on|follow us|teilen)?:? ?(?:(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|tumblr|telegram|email|e-mail|print|instagram|youtube|messenger|xing|copy link|google\+|buffer|pin it)[ ,|·/]{0,3}){3,14}$/iu,
    drops: ['Facebook Twitter LinkedIn', 'TwitterFacebookWhatsAppGoogle+BufferLinkedInPin It', 'Share: Facebook | Twitter | Email'],
    keeps: ['Facebook', 'Facebook and Twitter fell', 'Facebook, Twitter and LinkedIn all declined to comment'],
  },
  {
    name: 'copyright-plugin', role: 'debris', hint: 'wordpress', starts: ['proudly', 'powered'], test: /^(?:proudly )?powered by wordpress\b.{0,60}$/iu,
    drops: ['Proudly powered by WordPress', 'Powered by WordPress | Theme: Slate'], keeps: ['WordPress is powered by PHP', 'Sites powered by WordPress'],
  },
  {
    name: 'be-the-first', role: 'debris', hint: 'be the first to', starts: ['be the'], test: /^be the first to (?:like|comment|review)\b.{0,40}$/iu,
    drops: ['Be the first to comment', 'Be the first to like this.'], keeps: ['Be the first to arrive', 'It would be the first to like this.'],
  },
]
