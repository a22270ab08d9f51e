/**
 * What pages say that hold no text of their own: bot checks, consent walls, log-ins, paywalls, errors, parked
 * domains. Every row is a claim about a whole title or heading, about a short block, or about markup; how much
 * else may stand on the page is said in verdict/verdict.ts.
 */

export type Alarm = 'bot-check' | 'consent-wall' | 'login-wall' | 'paywall' | 'error-page' | 'parked' | 'app-shell'

export interface VerdictRow {
  readonly name: string
  readonly verdict: Alarm
  /**
   * `title`: the whole of the page's title without the site's name, or of a heading. `text`: somewhere in a block of at
   * most 400 characters. `source`: in the page's markup; asked on pages with next to no text only.
   */
  readonly where: 'title' | 'text' | 'source'
  /** `certain`: enough alone. `likely`: needs another row of its verdict, or a password field. */
  readonly strength: 'certain' | 'likely'
  /** Bounded, linear; tried on lower-case text with straight apostrophes. */
  readonly find: RegExp
  readonly hits: readonly string[]
  readonly leaves: readonly string[]
}

const botChecks: readonly VerdictRow[] = [
  {
    name: 'challenge-title', verdict: 'bot-check', where: 'title', strength: 'certain',
    find: /^(?:just a moment|attention required|nur einen moment|einen moment|un momento|un instant|een ogenblik geduld|один момент|um momento|bir dakika lütfen|cierpliwości|hetkinen|ett ögonblick|et øjeblik|ddos-guard|pardon our interruption|are you a robot|вы не робот|access to this page has been denied|making sure you're not a bot|please verify you are a human|verify you are human|verifying you are human|security check(?: required)?|one more step|robot check|bot verification|human verification|checking your browser|vercel security checkpoint|sucuri website firewall.{0,30}|client challenge|captcha|access denied - sucuri website firewall|人机验证|安全验证|ロボットによるアクセスの確認)$/iu,
    hits: ['just a moment', 'attention required', 'pardon our interruption', 'access to this page has been denied', 'вы не робот'],
    leaves: ['just a moment: poems', 'are you a robot? a short history of the captcha', 'security check of 40 routers'],
  },
  {
    name: 'blocked-title', verdict: 'bot-check', where: 'title', strength: 'likely',
    find: /^(?:blocked|please wait|请稍候|請稍候|しばらくお待ちください|잠시만 기다리십시오|access denied|sorry, you have been blocked|too many requests|request blocked|access restricted|zugriff verweigert|accès refusé|acceso denegado|accesso negato|доступ ограничен)$/iu,
    hits: ['access denied', 'too many requests'], leaves: ['access denied when deleting a folder'],
  },
  {
    name: 'prove-human', verdict: 'bot-check', where: 'text', strength: 'certain',
    find: /\b(?:(?:verify|confirm|check|prove|ensure|make sure|know) (?:that )?(?:you are|you're) (?:a |really )?(?:not a (?:ro)?bot|human)|verifying (?:that )?you are (?:a )?human|(?:needs to )?review the security of your connection|checking (?:your browser|if the site connection is secure) before|enable javascript and cookies to continue|please enable js and disable any ad blocker|made us think (?:that )?you (?:were|are|might be) a bot|you are using automation tools|(?:you are|you're) blocked by network security|been blocked by network security|verifies that you(?: are|'re) not a (?:ro)?bot|confirm you(?: are|'re) (?:a )?human|detected (?:unusual|automated|suspicious) (?:activity|traffic|requests|behaviou?r) (?:from|on) your|to continue, please click the box below|type the characters you see in this image|performance & security by cloudflare|your request (?:has been|was) blocked due to a network policy|incapsula incident id|triggered the security solution|protect the server against the scourge of ai companies)\b/iu,
    hits: ['please verify you are a human', 'verifying you are human. this may take a few seconds.', 'request unsuccessful. incapsula incident id: 121', "sorry, we just need to make sure you're not a robot."],
    leaves: ['why do i have to pass a check as a human?', 'the traffic on your street is unusual'],
  },
  {
    name: 'prove-human-other-languages', verdict: 'bot-check', where: 'text', strength: 'certain',
    find: /überprüfen sie, dass sie ein mensch sind|verificando (?:se|que) (?:você|usted|eres|es) (?:é |es )?(?:un ser )?humano|(?:precisa revisar a segurança da sua|necesita (?:revisar|comprobar) la seguridad de (?:su|tu)) (?:conexão|conexión)|doit (?:vérifier|examiner) la sécurité de votre connexion|deve (?:verificare|controllare) la sicurezza della (?:tua |sua )?connessione|moet de (?:beveiliging|veiligheid) van uw verbinding controleren|weryfikuj\p{L}{0,6},? (?:czy|że) jesteś człowiekiem|insan olduğunuz(?:u)? doğrul|verifierar? att du är (?:en )?människa|bekræft(?:er)?,? at du er et menneske|varmista, että olet ihminen|проверя(?:ет|ть) безопасность вашего (?:под|со)единения|检查您(?:的)?连接的安全性|正在验证您是否是真人|接続のセキュリティを確認|연결의 보안을 검토|bestätigen sie, dass sie (?:ein mensch|kein roboter) sind|muss die sicherheit ihrer verbindung überprüfen|leistung und sicherheit durch cloudflare|ungewöhnlichen datenverkehr aus ihrem computernetzwerk|(?:ont détecté|détecté) (?:un trafic exceptionnel|une activité inhabituelle)|vérifi(?:er|ez|ons) que vous (?:êtes (?:bien )?(?:un )?humain|n'êtes pas un robot)|detectado (?:un )?tráfico inusual|verif(?:ica|ique|icar) que (?:eres|es|usted es) (?:un ser )?humano|verifi(?:que|car) (?:se|que) você é (?:um ser )?humano|detectaram tráfego incomum|verifica(?:re)? (?:di essere|che sei) (?:un essere )?umano|traffico insolito|controleer(?:t)? of u een mens bent|проверка браузера перед|подтвердите, что (?:запросы отправляли вы|вы не робот|вы человек)|запросы с вашего устройства похожи на автоматические|ロボットではないことを確認|お使いのコンピュータ ネットワークから通常と異なるトラフィック|请完成安全验证|確認您是真人|验证您是真人|请按住滑块|로봇이 아닙니다|사람인지 확인/iu,
    hits: ['überprüfen sie, dass sie ein mensch sind. dies kann einige sekunden dauern.', 'проверка браузера перед переходом на example.ru', 'ロボットではないことを確認してください'],
    leaves: ['die polizei hat das netz überprüft', 'проверка тормозов перед поездкой'],
  },
  {
    name: 'blocked', verdict: 'bot-check', where: 'text', strength: 'likely',
    find: /\b(?:you don't have permission to access .{3,200} on this server|you(?:'ve| have| are) (?:been|being) (?:blocked|rate limited)|habilite js y deshabilite|reference ?(?:id)?:? ?#?[0-9a-f]{1,4}\.[0-9a-f.]{8,40}|errors\.edgesuite\.net|ray id: ?[0-9a-f]{3,20}|your ip(?: address)?: ?\d{1,3}\.|please enable cookies)/iu,
    hits: ['you don\'t have permission to access "http://www.example.com/p" on this server.', 'reference #18.6d2e1502.1700000000.1a2b3c4', 'cloudflare ray id: 7f1c3'],
    leaves: ['you need permission to access the roof', 'a reference to the first edition'],
  },
  {
    name: 'challenge-script', verdict: 'bot-check', where: 'source', strength: 'certain',
    find: /_cf_chl_opt|\/cdn-cgi\/challenge-platform\/h\/|captcha-delivery\.com\/c\.js|\/_Incapsula_Resource\?SW|id="px-captcha"|\/ddos-guard\/js-challenge|awsWafCookieDomainList|window\.gokuProps|\/errors\/validateCaptcha|perfdrive\.com|within\.website\/x\/cmd\/anubis/u,
    hits: ["<script>window._cf_chl_opt={cType:'managed'}</script>", '<iframe src="/_Incapsula_Resource?SWUDNSAI=31">'], leaves: ['<script src="https://www.google.com/recaptcha/api.js">'],
  },
]

const consentWalls: readonly VerdictRow[] = [
  {
    name: 'before-you-continue', verdict: 'consent-wall', where: 'title', strength: 'certain',
    find: /^(?:before you continue to .{2,40}|bevor sie (?:zu|zur) .{2,40} weitergehen|bevor sie fortfahren|avant d'accéder à .{2,40}|avant de continuer.{0,40}|antes de (?:continuar|ir) .{1,40}|prima di continuare.{0,40}|voordat je verdergaat.{0,40}|zanim przejdziesz .{2,60}|innan du fortsätter.{0,40}|прежде чем перейти.{0,40}|yahoo is part of the yahoo family of brands|yahoo ist teil der yahoo[ -]markenfamilie|yahoo fait partie de la famille de marques yahoo|yahoo forma parte de la familia de marcas de yahoo|yahoo fa parte della famiglia di brand yahoo|your privacy choices|age verification)$/iu,
    hits: ['before you continue to youtube', 'bevor sie zu google weitergehen', 'zanim przejdziesz do serwisu'], leaves: ['avant tout', 'before you buy a kiln'],
  },
  {
    name: 'ads-or-pay', verdict: 'consent-wall', where: 'title', strength: 'certain',
    find: /^(?:(?:.{2,40} )?mit werbung (?:und tracking )?(?:weiterlesen|lesen|nutzen)(?: oder werbefrei lesen)?|weiter mit werbung|mit werbung weiter(?:lesen|surfen).{0,60}|scegli come continuare|choose how to continue|continue with ads|continuer avec publicité|continuer sans accepter.{0,30})$/iu,
    hits: ['mit werbung weiterlesen', 'abendkurier mit werbung und tracking lesen', 'scegli come continuare'], leaves: ['mit werbung geld verdienen'],
  },
  {
    name: 'accept-to-enter', verdict: 'consent-wall', where: 'text', strength: 'certain',
    find: /\b(?:besuchen sie .{3,60} (?:wie gewohnt )?mit werbung und tracking|(?:accepter|acceptant) les cookies(?: publicitaires)?,? ou (?:en vous abonnant|s'abonner)|vous devez accepter les cookies|para (?:seguir|continuar) (?:navegando|leyendo),? (?:acepta|debes aceptar) las cookies|(?:accetta|accettare) i cookie(?: di profilazione)?,? (?:oppure|o) (?:abbonati|ti abboni)|om toegang te krijgen .{2,60} moet (?:je|u) (?:de )?cookies accepteren|(?:you (?:must|need to) accept (?:our |all |the )?cookies to (?:continue|access|enter|read|use))|of legal (?:drinking|smoking) age in your country to enter|zanim klikniesz .{0,3}przejdź do serwisu)\b/iu,
    hits: ['besuchen sie abendkurier.example wie gewohnt mit werbung und tracking.', 'vous devez accepter les cookies publicitaires.', 'om toegang te krijgen tot onze website moet je cookies accepteren.'],
    leaves: ['you may accept or refuse cookies at any time', 'kekse und kuchen mit werbung auf der dose'],
  },
  {
    name: 'partners-and-cookies', verdict: 'consent-wall', where: 'text', strength: 'likely',
    find: /(?:\b(?:partner|partenaire|socios|parceir|partneř|kumppan)|партн[её]р|συνεργάτ|パートナー).{0,250}(?:cookie|ciasteczk|identifi|on a device|gerät|appareil|dispositiv|urządzeni|enhed|cookies)|cookies?\b.{0,120}\b(?:partner|partenaire|socios|parceir)|\b\d{2,4} (?:partenaires|partner|partners|partnere|socios|parceiros|partnerzy|partnerů)\b|(?:we use cookies and data to|wir verwenden cookies und daten|nous utilisons des cookies et|utilizamos cookies y datos|utilizziamo (?:i )?cookie e|when you use our sites and apps, we use cookies|wenn sie unsere websites und apps nutzen, verwenden wir cookies|gebruikt cookies$|cookies en vergelijkbare technieken)/iu,
    hits: ['wir und unsere bis zu 238 partner speichern informationen auf einem gerät, z. b. in cookies', 'we use cookies and data to'], leaves: ['our partners in the north deliver the flour', 'we bake cookies'],
  },
  {
    name: 'consent-buttons', verdict: 'consent-wall', where: 'title', strength: 'likely',
    find: /^(?:accept all|reject all|alle akzeptieren|alle ablehnen|zustimmen und weiter|akzeptieren und weiter|tout accepter|tout refuser|accepter et continuer|aceptar y continuar|rechazar y suscribirse|accetta e continua|rifiuta e abbonati|alles accepteren|akkoord|przejdź do serwisu|accepter alle?|acceptera alla|godta alle|hyväksy kaikki|přijmout vše|az összes elfogadása|acceptă (?:tot|toate)|αποδοχή όλων|принять все|すべて同意する|同意する|kabul et|aceitar (?:todos|tudo)|accetta tutt[oi]|aceptar tod[oa]s?|zaakceptuj wszystko|akceptuję|reject and subscribe|manage privacy settings|i agree|agree and continue|yes, enter|i am over 18)$/iu,
    hits: ['accept all', 'accepter et continuer', 'zustimmen und weiter'], leaves: ['we accept all cards'],
  },
]

const loginWalls: readonly VerdictRow[] = [
  {
    name: 'login-title', verdict: 'login-wall', where: 'title', strength: 'likely',
    find: /^(?:(?:please )?(?:log|sign)[ -]?(?:in|on)(?: to .{1,40})?|login(?: page| required)?|sign up|(?:log|sign) in or (?:sign up|register|create an account)|join linkedin|member (?:login|area)|members only|anmelden|anmeldung|einloggen|bitte (?:melden sie sich an|anmelden|einloggen)|mitglieder-?login|connexion(?: au site)?|se connecter|identifiez-vous|identification|acceder|iniciar sesión|inicia sesión|acceso usuarios|accedi|area riservata|login area riservata|entrar|iniciar sessão|faça login|inloggen|aanmelden|logga in|log ind|logg inn|kirjaudu(?: sisään)?|zaloguj się|logowanie|přihlášení|prihlásenie|bejelentkezés|autentificare|giriş(?: yap)?|вход(?: на сайт| в личный кабинет| в систему)?|войти|авторизация|увійти|вхід|登录|登錄|登入|用户登录|请先登录|ログイン|会員ログイン|サインイン|로그인|تسجيل الدخول|เข้าสู่ระบบ|đăng nhập|masuk)$/iu,
    hits: ['log in', 'login', 'anmelden', 'connexion', 'ログイン', 'вход в личный кабинет'], leaves: ['how to log in to the customer portal', 'login codes of old routers', 'i cannot log in'],
  },
  {
    name: 'login-required', verdict: 'login-wall', where: 'text', strength: 'certain',
    find: /\b(?:you (?:must|need to|have to) (?:be )?(?:log(?:ged)?|sign(?:ed)?)[ -]?in (?:to (?:continue|(?:view|see|access|read) (?:this|the) (?:page|content|forum|topic|thread|profile|board|area|section|document)|do that)|first)|you (?:must|need to) be a (?:registered )?member to (?:view|access|read)|you are not logged in or you do not have permission|please (?:log|sign) in to (?:continue|(?:view|access|see|read) this (?:page|content))|(?:log|sign) in to (?:continue|access) to|this (?:page|content|area) is (?:only (?:available|visible|accessible) (?:to|for)|restricted to) (?:registered|logged[ -]in) (?:users|members)|du musst (?:registriert und )?angemeldet sein,? um (?:dieses|diese|diesen|fortzufahren)|sie müssen (?:sich (?:anmelden|einloggen)|angemeldet sein|eingeloggt sein),? um (?:diese|dieses|diesen|auf diese|fortzufahren)|vous devez (?:être connecté|vous connecter|vous identifier)(?:\(?e?\)?) pour (?:accéder|voir|consulter|continuer)|(?:debes?|debe|necesitas) (?:iniciar sesión|estar registrado|identificarte) para (?:ver|acceder|continuar)|(?:è necessario|devi|bisogna) (?:effettuare il login|accedere|essere registrat[oi]|fare il login)\b|per accedere a questa pagina è necessario|je moet (?:ingelogd zijn|inloggen) om (?:deze|dit|verder)|você (?:precisa|deve) (?:estar logado|fazer login|entrar) para (?:ver|acessar|continuar)|musisz (?:być zalogowany|się zalogować),? aby)\b|для просмотра (?:этой страницы|этого раздела|содержимого) необходимо|(?:вам )?необходимо (?:войти|авторизоваться),? чтобы (?:просмотр|продолж|увидеть)|您需要登录后才可以|请登录后(?:查看|继续)|ログインが必要です|로그인이 필요합니다|로그인 후 이용/iu,
    hits: ['you must log in to continue.', 'you must be logged-in to do that.', 'du musst registriert und angemeldet sein, um dieses forum anzusehen.', '您需要登录后才可以查看此内容。'],
    leaves: ['you must log in or register to reply here.', 'you must be logged in to post a comment.', 'you must be logged in to see your orders.', 'vous devez être connecté pour laisser un commentaire'],
  },
  {
    name: 'forgot-password', verdict: 'login-wall', where: 'text', strength: 'likely',
    find: /^(?:.{0,20}(?:forgot(?:ten)?|lost) (?:your |my |the )?(?:password|account|email|username)\??|(?:ich habe mein |haben sie ihr )?(?:passwort|kennwort) vergessen\??|(?:vous avez oublié|mot de passe (?:oublié|perdu)).{0,60}|¿?(?:has |ha )?(?:olvidado|olvidaste) (?:tu|su) contraseña\??|(?:hai )?dimenticato la password\??|password dimenticata\??|wachtwoord vergeten\??|esqueceu (?:a|sua) senha\??|esqueci minha senha|glömt lösenord(?:et)?\??|nie pamiętasz hasła\??|забыли пароль\??|忘记密码.{0,3}|忘記密碼.{0,3}|パスワードを(?:お)?忘れ.{0,12}|비밀번호 찾기|already (?:on|have an account|a member).{0,30}|don't have an account\??.{0,30}|ich habe mein passwort vergessen|remember me|stay logged in)$/iu,
    hits: ['forgot your password?', 'passwort vergessen?', 'забыли пароль?'], leaves: ['i forgot where the password was written down, so i asked at the desk'],
  },
]

const paywalls: readonly VerdictRow[] = [
  {
    name: 'subscribe-to-read', verdict: 'paywall', where: 'text', strength: 'certain',
    find: /\b(?:subscribe (?:now )?to (?:continue reading|keep reading|read (?:this|the (?:full|rest|whole)|on)|unlock)|to (?:continue|keep) reading(?: this (?:article|story|post))?,? (?:please )?(?:subscribe|create|register|sign|log|become)|(?:create (?:your|a) free account|log in|sign in|register)(?: or (?:log in|sign in|register|subscribe))? to (?:continue|keep) reading|you(?:'ve| have) (?:reached|hit|used) (?:your|the|all) (?:\w{1,12} ){0,3}(?:limit|number|articles)|(?:you have|you've) no (?:more )?free articles|this (?:article|story|post) is (?:only )?(?:for|available to|reserved for|exclusive to|exclusively for) (?:paid |paying |our |premium |all )?(?:subscribers|members)(?: only)?|this content is (?:only )?(?:for|available to|reserved for|exclusive to|exclusively for) (?:paid |paying |our |premium |all )?subscribers(?: only)?|(?:subscriber|member)[ -]only (?:content|article|story)|subscribe to read$|unlock this article|already a paid subscriber)\b/iu,
    hits: ['subscribe to continue reading', 'to continue reading this article, subscribe now or create a free account', 'this post is for paid subscribers', 'you have reached your limit of free articles'],
    leaves: ['subscribe to our newsletter', 'already a subscriber? sign in', 'subscribers read more than others', 'continue reading'],
  },
  {
    name: 'subscribe-to-read-german', verdict: 'paywall', where: 'text', strength: 'certain',
    find: /\b(?:(?:jetzt )?weiterlesen mit .{0,30}(?:\+|plus|premium|abo|digital)|dieser (?:artikel|beitrag|inhalt) ist (?:nur für|exklusiv für|unseren) (?:\w{1,14} ){0,2}(?:abonnenten|abonnentinnen|mitglieder|kunden|leser)|(?:sie möchten|um) weiter(?:zu)?lesen\?? (?:testen|abonnieren|registrieren|jetzt)|nur für abonnenten|diesen artikel weiterlesen mit|lesen sie diesen artikel mit .{0,20}(?:abo|plus|premium)|exklusiv für abonnenten)(?![\p{L}])/iu,
    hits: ['dieser artikel ist nur für abonnenten zugänglich.', 'weiterlesen mit rheinblatt+', 'jetzt weiterlesen mit premium'], leaves: ['abonnenten lesen mehr', 'weiterlesen mit freude'],
  },
  {
    name: 'subscribe-to-read-romance', verdict: 'paywall', where: 'text', strength: 'certain',
    find: /(?:article|contenu|suite (?:est )?)(?: est)? ?réservée? (?:à nos |aux )abonnés|il vous reste \d{1,3}(?:[.,]\d{1,2})? ?% de (?:cet|l')? ?article|s'abonner pour lire la suite|abonnez-vous pour (?:lire|continuer|poursuivre)|(?:contenido|artículo|noticia) (?:exclusiv[oa]|sol[oa]|reservad[oa]) para (?:suscriptores|socios|abonados)|suscríbete para (?:seguir|continuar) leyendo|para (?:seguir|continuar) leyendo,? (?:suscríbete|regístrate|inicia)|(?:questo )?(?:articolo|contenuto) (?:è )?(?:riservato agli|solo per gli|esclusivo per gli) abbonati|abbonati per (?:continuare a )?leggere|(?:conteúdo|matéria|artigo) (?:exclusiv[oa]|restrit[oa]) (?:para|a) assinantes|assine para (?:continuar|ler)|per continuare a leggere/iu,
    hits: ['article réservé aux abonnés', 'contenido exclusivo para suscriptores', 'questo articolo è riservato agli abbonati', 'assine para continuar lendo'], leaves: ['réservé aux piétons', 'abbonati alla newsletter', 'suscríbete a nuestro boletín'],
  },
  {
    name: 'subscribe-to-read-other', verdict: 'paywall', where: 'text', strength: 'certain',
    find: /dit artikel is (?:alleen|exclusief) voor abonnees|(?:neem een abonnement en )?lees direct verder|läs vidare med|(?:låst artikel|artikel(?:n)? är) för (?:dig som är )?prenumerant|for at læse videre|kun for abonnenter|for abonnenter|les videre med|tilaajille|vain tilaajille|(?:ten )?artykuł (?:jest )?(?:dostępny )?(?:tylko )?dla (?:prenumeratorów|subskrybentów)|pozostało \d{1,3} ?% (?:artykułu|tekstu|treści)|článek je (?:určen )?(?:pouze )?pro předplatitele|(?:материал|статья) доступ(?:ен|на) только (?:по подписке|подписчикам)|この記事は(?:有料)?会員限定|会員登録すると続き|続きを読むには|残り\d{1,3}(?:,\d{3})?文字|本文为付费内容|付费阅读全文|订阅后继续阅读/iu,
    hits: ['dit artikel is alleen voor abonnees.', 'läs vidare med premium', 'この記事は有料会員限定です。'], leaves: ['abonnees krijgen korting', '会員の皆様へ'],
  },
]

const errors: readonly VerdictRow[] = [
  {
    name: 'error-title', verdict: 'error-page', where: 'title', strength: 'certain',
    find: /^(?:(?:http )?(?:error )?(?:code )?(?:40[0134]|410|451|50[0234])(?: error)?(?: ?[-–:,.|] ?| )?(?:(?:page |file )?not found|(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|forbidden|unauthorized|gone|error|page|error page|page introuvable|页面不存在|页面未找到)?|(?:oops[!,.]* ?|sorry[!,.]* ?|uh[- ]oh[!,.]* ?|whoops[!,.]* ?)?(?:(?:the |this |that |your |requested )?(?:page|file|product|item|article|post|content|job|listing|url|resource|profile|user|video|document|story|event|topic|thread)(?: you (?:requested|are looking for|were looking for))? (?:not found|(?:was|were|could) not (?:be )?found|(?:can't|cannot|can not|couldn't) be found|(?:doesn't|does not|no longer) exists?|(?:isn't|is not|is no longer|not|no longer) available|unavailable|removed|deleted|has (?:expired|moved|been (?:removed|deleted|moved))))|(?:oops[!,.]* ?)?(?:nothing(?: was)? found|not found|page missing|something went wrong|an (?:unexpected )?error (?:has )?occurred|internal server error|server error|bad gateway|service (?:temporarily )?unavailable|forbidden|access denied|bad request|application error|runtime error|fatal error|database error|error establishing a database connection|(?:we're |site |website )?(?:is )?(?:down for|under) (?:scheduled )?maintenance|maintenance mode|we'll be (?:right )?back(?: soon)?)|error|wordpress › error|invalid (?:page|url|request|topic|thread) ?(?:specified)?|no (?:results|page|such page) found|dead link)$/iu,
    hits: ['404 not found', 'page not found', "oops! that page can't be found", 'this listing is no longer available', '500 - internal server error', 'video unavailable'],
    leaves: ['page not found: the story of the 404 error', 'lost and found', '404 media launches a podcast', 'error handling in go', 'access denied when deleting a folder'],
  },
  {
    name: 'error-title-germanic', verdict: 'error-page', where: 'title', strength: 'certain',
    find: /^(?:(?:404[ :–-]{0,3})?(?:fehler(?: |-)?(?:404)?(?: ?[-–:] ?)?)?(?:(?:die |diese )?(?:seite|inhalt|datei|artikel|produkt|stellenangebot|stellenanzeige|anzeige|veranstaltung)(?: wurde| konnte| ist| existiert)?(?: leider)? (?:nicht (?:mehr )?(?:gefunden(?: werden)?|verfügbar|vorhanden|existent)|nicht(?: mehr)?))|fehler ?(?:seite )?(?:404)?|404[ -]?fehler|(?:diese|die) (?:seite|anzeige|stellenanzeige) (?:existiert|gibt es|ist)(?: leider)? nicht(?: \(mehr\)| mehr)?(?: verfügbar)?|wartungsarbeiten|interner serverfehler|(?:ein )?fehler(?: ist)? aufgetreten|(?:sorry,? )?(?:deze |de )?pagina (?:is )?(?:niet gevonden|bestaat niet(?: \(?meer\)?)?|kan niet (?:worden gevonden|gevonden worden))|fout 404|(?:404[ :–-]{0,3})?(?:sidan|siden) (?:kunde inte hittas|hittades inte|finns inte(?: längre)?|blev ikke fundet|findes ikke(?: længere)?|ble ikke funnet|finnes ikke(?: lenger)?|kunne ikke findes))$/iu,
    hits: ['seite nicht gefunden', 'fehler 404', 'die seite existiert leider nicht mehr', 'pagina niet gevonden', 'sidan kunde inte hittas', 'siden blev ikke fundet'], leaves: ['seite an seite', 'fehler beim gärtnern', 'diese seite der stadt'],
  },
  {
    name: 'error-title-romance', verdict: 'error-page', where: 'title', strength: 'certain',
    find: /^(?:(?:404[ :–-]{0,3})?(?:oups[ !,.]*|ops[ !,.]*|désolé[ ,!]*|erreur 404[ :–-]{0,3})?(?:(?:cette |la )?page (?:introuvable|non trouvée|n'existe (?:pas|plus)|inexistante|demandée n'existe (?:pas|plus))|erreur(?: 404)?|contenu introuvable|(?:site )?(?:en )?maintenance|site en maintenance|(?:la |esta )?página (?:solicitada )?(?:no (?:encontrada|existe|disponible|se ha encontrado|se encuentra)|não (?:encontrada|existe|disponível))|error 404|errore 404|erro 404|(?:la |questa )?pagina (?:richiesta )?(?:non (?:trovata|esiste|disponibile|è stata trovata)|inesistente)|pàgina no trobada|pagin[aă] (?:nu a fost găsită|inexistentă|nu există)))$/iu,
    hits: ['page introuvable', 'página no encontrada', 'página não encontrada', 'pagina non trovata', 'erreur 404'], leaves: ['le viaduc en maintenance jusqu’en mai', 'la page blanche', 'página uno'],
  },
  {
    name: 'error-title-other', verdict: 'error-page', where: 'title', strength: 'certain',
    find: /^(?:(?:404|błąd 404|chyba 404|ошибка 404|hata 404)?[ :–-]{0,3}(?:nie znaleziono (?:takiej )?strony|strona nie (?:istnieje|została znaleziona)|błąd 404|stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla)|chyba 404|az oldal nem található|a keresett oldal nem található|sivua ei löyty(?:nyt)?|(?:запрашиваемая )?страница не (?:найдена|существует)|ошибка 404|сторінк[ау] не знайдено|страницата не е намерена|η σελίδα δεν βρέθηκε|sayfa bulunamadı|hata 404|页面不存在|页面未找到|找不到(?:该|此|您访问的)?(?:页面|網頁|頁面)|您访问的页面不存在|頁面不存在|(?:お探しの)?ページ(?:が|は)見つかりません(?:でした)?|ページが存在しません|페이지를 찾을 수 없습니다|존재하지 않는 페이지(?:입니다)?|الصفحة غير موجودة|הדף לא נמצא|ไม่พบหน้า(?:ที่คุณต้องการ)?|không tìm thấy trang|halaman tidak ditemukan|صفحه (?:مورد نظر )?(?:پیدا|یافت) نشد|पृष्ठ नहीं मिला))$/iu,
    hits: ['nie znaleziono strony', 'страница не найдена', '页面不存在', 'ページが見つかりません', '페이지를 찾을 수 없습니다', 'sayfa bulunamadı', 'stránka nenalezena'], leaves: ['strona główna', 'ページの作り方', '404エラーとは何か'],
  },
  {
    name: 'error-text', verdict: 'error-page', where: 'text', strength: 'certain',
    find: /\b(?:(?:the |this )?(?:requested )?(?:url|page|file|resource|product|item|listing|ad|content) (?:you (?:requested|are looking for|were looking for|are trying to (?:reach|access)) )?(?:\S{1,200} )?(?:was not found on this server|(?:doesn't|does not) (?:seem to )?exist(?: anymore)?|(?:could not|cannot|can't|couldn't) be found|might have been (?:removed|moved|renamed)|(?:may|might) (?:no longer exist|have been (?:removed|moved|deleted))|(?:has|have) expired or was deleted)|nothing was found at this location|this is not the web page you are looking for|there has been a critical error on this website|there is a problem with the resource you are looking for|error establishing a database connection|this video is no longer available|temporarily unable to service your request)\b/iu,
    hits: ['the requested url /old/page.html was not found on this server.', 'it looks like nothing was found at this location.', 'the page you are looking for does not exist.'],
    leaves: ['the page of the book you are looking for is torn', 'nothing was found in the cellar'],
  },
  {
    name: 'error-text-other-languages', verdict: 'error-page', where: 'text', strength: 'certain',
    find: /(?:die )?von ihnen (?:aufgerufene|gesuchte|angeforderte) (?:seite|adresse)|(?:gesuchte|angeforderte|gewünschte) seite (?:existiert|konnte|wurde|ist) .{0,30}nicht|la page (?:que vous (?:recherchez|cherchez|avez demandée)|demandée) (?:n'existe|est introuvable|n'est|a été)|la página (?:que (?:busca|buscas|está buscando)|solicitada) (?:no|ha)|(?:la )?pagina (?:richiesta|che (?:cerchi|stai cercando)) (?:non|è stata)|(?:o conteúdo|a página) que você (?:procura|está procurando|procurou) não|de (?:pagina|opgevraagde pagina) die (?:u|je) zoekt|strona, której szukasz,? nie|запрашиваемая (?:вами )?страница не|sidan du (?:söker|letar efter) (?:finns inte|kunde|har)|aradığınız sayfa|požadovaná stránka (?:neexistuje|nebyla)|您访问的页面(?:不存在|已)|ページが移動または削除された|요청하신 페이지(?:가|를)|momentanément indisponible/iu,
    hits: ['die von ihnen aufgerufene seite existiert leider nicht (mehr).', "la page que vous recherchez n'existe pas", 'strona, której szukasz, nie istnieje.', '抱歉，您访问的页面不存在或已被删除。'],
    leaves: ['die aufgerufene seite im buch', 'la page que vous lisez', 'la página de inicio'],
  },
]

const parked: readonly VerdictRow[] = [
  {
    name: 'domain-for-sale', verdict: 'parked', where: 'text', strength: 'certain',
    find: /(?:^|\s)(?:(?:this|the) (?:premium )?(?:domain(?: name)?|web ?site|web page)(?: \S{3,80})? (?:is|may be|might be) (?:available )?(?:for sale(?!: \p{L})|parked)|buy this (?:premium )?domain|(?:the )?domain (?:name )?\S{3,80} is for sale|^\S{3,80}\.\S{2,20} is for sale\b|diese (?:domain|website|webseite) steht zum verkauf|diese domain (?:wurde soeben registriert|ist (?:zu verkaufen|reserviert|geparkt))|domain (?:zu verkaufen|erwerben)|ce (?:nom de )?domaine est (?:à vendre|parké)|este dominio (?:está (?:en venta|a la venta|aparcado)|ha (?:caducado|expirado))|este domínio está à venda|questo dominio è in vendita|dit domein is te koop|deze domeinnaam is te koop|(?:ta )?domena (?:jest )?na sprzedaż|this domain (?:has expired|name has expired|was recently registered)|was recently registered at \S{3,40}|parked (?:free|by|courtesy|at)|the sponsored listings displayed|die hier angezeigten sponsored listings)|домен(?: \S{3,60})? прода[её]тся|купить домен|该域名(?:正在)?出售|此域名(?:正在)?出售|域名出售|このドメインは.{0,12}(?:販売|売り)/iu,
    hits: ['diese domain steht zum verkauf!', 'this web page is parked free, courtesy of a registrar.', 'the domain name birch.example is for sale!', 'домен okno.example продаётся', 'este dominio ha caducado'],
    leaves: ['the house is for sale', 'he bought a domain in 1998', 'the domain is for sale: how one word was sold for a million'],
  },
  {
    name: 'server-default', verdict: 'parked', where: 'title', strength: 'certain',
    find: /^(?:welcome to (?:nginx|openresty|centos|caddy|lighttpd)!?|apache2? (?:ubuntu|debian|centos)? ?default page(?:: it works)?|it works!?|iis windows(?: server)?|test page for the (?:apache|nginx) .{1,60}|http server test page.{0,40}|default (?:web ?site|plesk|web) page|domain default page|default parallels plesk.{0,20}|index of \/|site not found|your new (?:web ?site|site)|account suspended|dieser account wurde gesperrt|domain reserved|web server's default page|congratulations, your (?:web ?site|new site) is (?:live|working).{0,20}|hello world!? it works|placeholder page)$/iu,
    hits: ['welcome to nginx!', 'apache2 ubuntu default page', 'account suspended'], leaves: ['welcome to nginx unit in version 2', 'my account was suspended: what now'],
  },
  {
    name: 'coming-soon', verdict: 'parked', where: 'title', strength: 'certain',
    find: /^(?:coming soon!?|under construction|(?:this |our |new )?(?:web ?)?site (?:is )?(?:coming soon|under construction)|hier entsteht (?:eine neue|die neue|unsere neue).{0,40}|(?:diese )?(?:web)?seite (?:ist )?im aufbau|demnächst verfügbar|(?:site )?en (?:cours de )?construction|(?:site|página|sitio) (?:web )?en construcción|próximamente|sito in (?:costruzione|allestimento)|(?:site|página) em construção|em breve|binnenkort online|website in aanbouw|strona w budowie|сайт (?:находится )?в разработке|сайт на реконструкции|准备中|準備中|網站建設中|网站建设中)$/iu,
    hits: ['coming soon', 'hier entsteht eine neue internetpräsenz', 'under construction'], leaves: ['coming soon to a garden near you', 'bridge under construction since may'],
  },
  {
    name: 'for-sale-title', verdict: 'parked', where: 'title', strength: 'certain',
    find: /^(?:\S{3,80}\.\S{2,20} is for sale|(?:the )?domain (?:name )?\S{3,80} is for sale|registered at \S{3,40}|dominio (?:caducado|en venta)|domain (?:expired|for sale|parking|parked)|\S{3,80}\.\S{2,20} - diese website steht zum verkauf)!?$/iu,
    hits: ['quickleaf.example is for sale', 'domain for sale'], leaves: ['the domain is for sale: a story', 'domain driven design'],
  },
]

const shells: readonly VerdictRow[] = [
  {
    name: 'needs-javascript', verdict: 'app-shell', where: 'text', strength: 'certain',
    find: /\bjava ?script\b/iu, hits: ['you need to enable javascript to run this app.'], leaves: ['enable cookies'],
  },
  {
    name: 'shell-root', verdict: 'app-shell', where: 'source', strength: 'certain',
    find: /<div[^<>]{0,80} id=["']?(?:root|app|__next|__nuxt|___gatsby|react-root|ember-app|app-root|svelte|main-app|gatsby-focus-wrapper)["'\s>]|<app-root|<div id=["']?(?:root|app|__next|__nuxt|___gatsby|react-root|ember-app|app-root|svelte)["'\s>]|flutter_bootstrap\.js|main\.dart\.js|ng-app=|data-reactroot/u,
    hits: ['<div id="root"></div>', '<app-root>'], leaves: ['<div id="content">'],
  },
]

export const verdicts: readonly VerdictRow[] = [...botChecks, ...errors, ...parked, ...consentWalls, ...loginWalls, ...paywalls, ...shells]
