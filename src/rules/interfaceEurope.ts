/** Words of the interface in languages of Europe: see interface.ts. */
import type {InterfaceTable} from './row.ts'

export const europe: readonly InterfaceTable[] = [
  {
    language: 'de',
    lines: [
      'startseite', 'menü', 'hauptmenü', 'menü öffnen', 'menü schließen', 'navigation', 'suche', 'suchen', 'suche nach', 'suchbegriff eingeben', 'über uns', 'kontakt', 'kontaktformular', 'impressum', 'datenschutz', 'datenschutzerklärung', 'datenschutzhinweise', 'agb', 'nutzungsbedingungen', 'cookie-richtlinie', 'cookie-einstellungen', 'cookies verwalten', 'barrierefreiheit',
      'karriere', 'jobs', 'presse', 'mediadaten', 'werben', 'newsletter', 'newsletter abonnieren', 'newsletter-anmeldung', 'rss', 'rss-feed', 'sitemap', 'hilfe', 'häufige fragen', 'glossar', 'anmelden', 'einloggen', 'abmelden', 'ausloggen', 'registrieren', 'konto erstellen', 'mein konto', 'passwort vergessen', 'abonnieren', 'jetzt abonnieren', 'abo', 'warenkorb', 'zum warenkorb', 'in den warenkorb', 'zur kasse', 'merkliste', 'merken', 'wunschliste',
      'filter', 'filtern', 'sortieren', 'sortieren nach', 'filter zurücksetzen', 'absenden', 'senden', 'abbrechen', 'schließen', 'speichern', 'ok', 'ja', 'nein', 'weiter', 'zurück', 'nächste', 'nächste seite', 'vorherige', 'vorherige seite', 'nächster beitrag', 'vorheriger beitrag', 'mehr', 'mehr erfahren', 'mehr lesen', 'mehr anzeigen', 'mehr laden', 'mehr dazu', 'weiterlesen', 'alle anzeigen', 'weniger anzeigen', 'details', 'jetzt kaufen',
      'akzeptieren', 'alle akzeptieren', 'alles akzeptieren', 'auswahl akzeptieren', 'nichts akzeptieren', 'nur notwendige', 'nur essenzielle cookies akzeptieren', 'ablehnen', 'alle ablehnen', 'einstellungen', 'einstellungen ansehen', 'einstellungen anzeigen', 'einstellungen speichern', 'optionen verwalten', 'dienste verwalten', 'zustimmung verwalten', 'vorlieben', 'statistiken', 'marketing', 'funktional', 'zustimmen',
      'teilen', 'drucken', 'merken', 'twittern', 'e-mail', 'kommentare', 'kommentar', 'kommentieren', 'kommentar schreiben', 'kommentar abschicken', 'antworten', 'antwort abbrechen', 'schreibe einen kommentar', 'melden', 'gefällt mir', 'folgen', 'folgen sie uns', 'folge uns', 'zum vergrößern anklicken', 'bild vergrößern', 'zum inhalt wechseln', 'alle rechte vorbehalten', 'login', 'suche öffnen', 'mobile navigation', 'hauptnavigation',
    ],
    heads: ['mehr zum thema', 'ähnliche beiträge', 'ähnliche artikel', 'verwandte artikel', 'verwandte beiträge', 'verwandte themen', 'das könnte sie auch interessieren', 'das könnte dich auch interessieren', 'das könnte ihnen auch gefallen', 'meistgelesen', 'am meisten gelesen', 'neueste beiträge', 'neueste artikel', 'aktuelle beiträge', 'letzte beiträge', 'weitere artikel', 'weitere meldungen', 'lesen sie auch', 'lesen sie mehr', 'auch interessant', 'beliebt', 'beliebte beiträge', 'empfehlungen', 'empfohlen', 'neueste kommentare', 'top-themen', 'meistgelesene artikel', 'zuletzt angesehen'],
    drops: ['Datenschutz', 'Alle akzeptieren', 'Ähnliche Beiträge'], keeps: ['Datenschutz ist ein Grundrecht', 'Suche nach dem Sinn'],
  },
  {
    language: 'fr',
    lines: [
      'accueil', 'menu', 'recherche', 'rechercher', 'à propos', 'qui sommes-nous', 'contact', 'contactez-nous', 'nous contacter', 'mentions légales', 'politique de confidentialité', 'confidentialité', 'conditions générales', 'conditions générales de vente', "conditions d'utilisation", 'cgu', 'cgv', 'plan du site', 'gestion des cookies', 'paramétrer les cookies', 'politique de cookies', 'accessibilité', 'aide', 'recrutement', 'presse', 'publicité', 'newsletter', 's’abonner', "s'abonner", "s'inscrire", 'inscription', 'se connecter', 'connexion', 'se déconnecter', 'déconnexion', 'mon compte', 'créer un compte', 'mot de passe oublié',
      'panier', 'mon panier', 'ajouter au panier', 'voir le panier', 'commander', 'favoris', 'filtrer', 'trier', 'trier par', 'filtres', 'envoyer', 'valider', 'valider mon choix', 'annuler', 'fermer', 'fermer la popin', 'suivant', 'précédent', 'page suivante', 'page précédente', 'article suivant', 'article précédent', 'en savoir plus', 'lire la suite', 'voir plus', 'voir tout', 'afficher plus', 'plus', 'charger plus', 'télécharger', 'retour', 'accepter', 'tout accepter', 'ok tout accepter', 'tout refuser', 'refuser', 'continuer sans accepter', 'personnaliser', 'paramètres',
      'partager', 'imprimer', 'tweeter', 'commentaires', 'commentaire', 'commenter', 'laisser un commentaire', 'répondre', 'annuler la réponse', 'signaler', 'suivez-nous', 'tous droits réservés', 'oui', 'non', 'courriel', 'e-mail',
    ],
    heads: ['articles similaires', 'articles liés', 'à lire aussi', 'lire aussi', 'sur le même sujet', 'dans la même rubrique', 'vous aimerez aussi', 'vous pourriez aussi aimer', 'les plus lus', 'articles récents', 'derniers articles', 'à la une', 'produits similaires', 'recommandé pour vous', 'commentaires récents', 'nos recommandations'],
    drops: ['Mentions légales', 'Tout accepter', 'Articles similaires'], keeps: ['Recherche du temps perdu', 'Accueil des réfugiés'],
  },
  {
    language: 'es',
    lines: [
      'inicio', 'menú', 'menu', 'buscar', 'búsqueda', 'cerrar', 'acerca de', 'quiénes somos', 'sobre nosotros', 'contacto', 'contáctanos', 'contáctenos', 'aviso legal', 'política de privacidad', 'privacidad', 'política de cookies', 'términos y condiciones', 'términos de uso', 'condiciones de uso', 'configuración de cookies', 'mapa del sitio', 'mapa web', 'accesibilidad', 'ayuda', 'preguntas frecuentes', 'trabaja con nosotros', 'empleo', 'publicidad', 'boletín', 'suscríbete', 'suscribirse', 'suscríbase', 'iniciar sesión', 'inicia sesión', 'inicia con redes', 'cerrar sesión', 'registrarse', 'registrarme', 'regístrate', 'crear cuenta', 'recuperar cuenta', 'mi cuenta', 'acceder', 'olvidé mi contraseña', 'aún no tengo una cuenta registrarme', 'favor de llenar todos los campos',
      'carrito', 'mi carrito', 'añadir al carrito', 'agregar al carrito', 'ver carrito', 'finalizar compra', 'favoritos', 'filtrar', 'ordenar', 'ordenar por', 'filtros', 'enviar', 'cancelar', 'siguiente', 'anterior', 'página siguiente', 'página anterior', 'más información', 'leer más', 'ver más', 'ver todo', 'ver todos', 'mostrar más', 'cargar más', 'saber más', 'seguir leyendo', 'volver', 'descargar', 'aceptar', 'aceptar todo', 'aceptar todas', 'aceptar cookies', 'acepto', 'acepto el uso de cookies', 'rechazar', 'rechazar todo', 'configurar',
      'compartir', 'imprimir', 'comentarios', 'comentar', 'deja un comentario', 'deja una respuesta', 'responder', 'cancelar la respuesta', 'denunciar', 'síguenos', 'síguenos en', 'todos los derechos reservados', 'sí', 'no', 'correo electrónico',
    ],
    heads: ['artículos relacionados', 'noticias relacionadas', 'entradas relacionadas', 'contenido relacionado', 'relacionados', 'te puede interesar', 'también te puede interesar', 'quizás te interese', 'lo más leído', 'más leídas', 'lo más visto', 'últimas noticias', 'entradas recientes', 'artículos recientes', 'productos relacionados', 'lee también', 'lea también', 'comentarios recientes', 'recomendados', 'más noticias'],
    drops: ['Aviso legal', 'Aceptar todo', 'Entradas recientes'], keeps: ['Inicio de la guerra civil', 'Buscar la verdad'],
  },
  {
    language: 'pt',
    lines: [
      'início', 'página inicial', 'menu', 'buscar', 'pesquisar', 'busca', 'pesquisa', 'sobre', 'sobre nós', 'quem somos', 'contato', 'contacto', 'fale conosco', 'política de privacidade', 'privacidade', 'política de cookies', 'termos de uso', 'termos e condições', 'mapa do site', 'acessibilidade', 'ajuda', 'perguntas frequentes', 'trabalhe conosco', 'anuncie', 'newsletter', 'assine', 'assinar', 'inscreva-se', 'entrar', 'sair', 'iniciar sessão', 'cadastre-se', 'cadastrar', 'registar', 'criar conta', 'minha conta', 'esqueci minha senha', 'carrinho', 'adicionar ao carrinho', 'ver carrinho', 'finalizar compra', 'favoritos', 'filtrar', 'ordenar', 'ordenar por', 'filtros', 'enviar', 'cancelar', 'fechar', 'próximo', 'próxima', 'anterior', 'próxima página',
      'saiba mais', 'leia mais', 'ler mais', 'ver mais', 'ver tudo', 'ver todos', 'carregar mais', 'mostrar mais', 'continue lendo', 'voltar', 'baixar', 'aceitar', 'aceitar tudo', 'aceitar todos', 'aceito', 'rejeitar', 'recusar', 'configurações', 'compartilhar', 'partilhar', 'imprimir', 'comentários', 'comentar', 'deixe um comentário', 'deixe uma resposta', 'responder', 'cancelar resposta', 'denunciar', 'siga-nos', 'todos os direitos reservados', 'sim', 'não',
    ],
    heads: ['artigos relacionados', 'notícias relacionadas', 'posts relacionados', 'conteúdo relacionado', 'relacionados', 'leia também', 'veja também', 'você também pode gostar', 'mais lidas', 'mais lidos', 'últimas notícias', 'posts recentes', 'artigos recentes', 'produtos relacionados', 'recomendados', 'comentários recentes'],
    drops: ['Política de privacidade', 'Leia mais', 'Posts recentes'], keeps: ['Sobre a liberdade', 'Início da guerra'],
  },
  {
    language: 'it',
    lines: [
      'home', 'menu', 'cerca', 'ricerca', 'chi siamo', 'contatti', 'contattaci', 'privacy', 'privacy policy', 'informativa sulla privacy', 'cookie policy', 'note legali', 'termini e condizioni', 'condizioni di utilizzo', 'preferenze cookie', 'mappa del sito', 'accessibilità', 'aiuto', 'lavora con noi', 'pubblicità', 'newsletter', 'iscriviti', 'iscriviti alla newsletter', 'abbonati', 'accedi', 'login', 'esci', 'registrati', 'crea un account', 'il mio account', 'password dimenticata', 'carrello', 'aggiungi al carrello', 'vai al carrello', 'preferiti', 'filtra', 'filtri', 'ordina', 'ordina per', 'invia', 'annulla', 'chiudi', 'avanti', 'indietro', 'successivo', 'precedente', 'pagina successiva', 'pagina precedente',
      'scopri di più', 'leggi tutto', 'leggi di più', 'continua a leggere', 'mostra di più', 'vedi tutti', 'vedi tutto', 'carica altro', 'scarica', 'accetta', 'accetta tutti', 'accetta tutto', 'rifiuta', 'rifiuta tutti', 'personalizza', 'condividi', 'stampa', 'commenti', 'commenta', 'lascia un commento', 'rispondi', 'annulla risposta', 'segnala', 'seguici', 'seguici su', 'tutti i diritti riservati', 'sì',
    ],
    heads: ['articoli correlati', 'potrebbe interessarti', 'potrebbe interessarti anche', 'ti potrebbe interessare', 'leggi anche', 'i più letti', 'più letti', 'ultime notizie', 'articoli recenti', 'ultimi articoli', 'prodotti correlati', 'consigliati', 'commenti recenti'],
    drops: ['Note legali', 'Accetta tutti', 'Articoli correlati'], keeps: ['Ricerca di una casa', 'Cerca e troverai'],
  },
  {
    language: 'nl',
    lines: ['home', 'menu', 'zoeken', 'zoek', 'over ons', 'contact', 'neem contact op', 'privacy', 'privacybeleid', 'privacyverklaring', 'cookiebeleid', 'cookie-instellingen', 'cookies', 'algemene voorwaarden', 'gebruiksvoorwaarden', 'toegankelijkheid', 'vacatures', 'adverteren', 'nieuwsbrief', 'aanmelden', 'abonneren', 'inloggen', 'uitloggen', 'registreren', 'mijn account', 'account aanmaken', 'wachtwoord vergeten', 'winkelwagen', 'in winkelwagen', 'afrekenen', 'favorieten', 'filter', 'filters', 'sorteren', 'sorteren op', 'verzenden', 'versturen', 'annuleren', 'sluiten', 'volgende', 'vorige', 'lees meer', 'meer lezen', 'lees verder', 'meer informatie', 'toon meer', 'meer laden', 'bekijk alle', 'downloaden', 'accepteren', 'alles accepteren', 'accepteer alle cookies', 'weigeren', 'alles weigeren', 'voorkeuren', 'instellingen', 'delen', 'afdrukken', 'reacties', 'reageren', 'reageer', 'geef een reactie', 'beantwoorden', 'reactie annuleren', 'volg ons', 'alle rechten voorbehouden', 'ja', 'nee'],
    heads: ['gerelateerde artikelen', 'gerelateerde berichten', 'lees ook', 'meer over dit onderwerp', 'misschien vind je dit ook leuk', 'meest gelezen', 'laatste nieuws', 'recente berichten', 'gerelateerde producten', 'aanbevolen'],
    drops: ['Privacybeleid', 'Alles accepteren', 'Lees ook'], keeps: ['Zoeken naar geluk', 'Over ons land'],
  },
  {
    language: 'pl',
    lines: ['strona główna', 'menu', 'szukaj', 'wyszukaj', 'o nas', 'kontakt', 'skontaktuj się z nami', 'polityka prywatności', 'polityka cookies', 'regulamin', 'ustawienia cookies', 'mapa strony', 'deklaracja dostępności', 'pomoc', 'kariera', 'reklama', 'newsletter', 'zapisz się', 'subskrybuj', 'zaloguj się', 'zaloguj', 'wyloguj', 'wyloguj się', 'zarejestruj się', 'załóż konto', 'moje konto', 'nie pamiętasz hasła', 'koszyk', 'dodaj do koszyka', 'do kasy', 'ulubione', 'filtruj', 'filtry', 'sortuj', 'sortuj według', 'wyślij', 'anuluj', 'zamknij', 'dalej', 'wstecz', 'następny', 'poprzedni', 'następna strona', 'poprzednia strona', 'czytaj więcej', 'czytaj dalej', 'więcej', 'pokaż więcej', 'zobacz więcej', 'zobacz wszystkie', 'załaduj więcej', 'pobierz', 'akceptuję', 'zaakceptuj wszystkie', 'akceptuj wszystkie', 'odrzuć', 'odrzuć wszystkie', 'ustawienia', 'udostępnij', 'drukuj', 'komentarze', 'skomentuj', 'dodaj komentarz', 'odpowiedz', 'anuluj odpowiedź', 'zgłoś', 'obserwuj nas', 'śledź nas', 'wszelkie prawa zastrzeżone', 'tak', 'nie'],
    heads: ['powiązane artykuły', 'podobne artykuły', 'czytaj także', 'czytaj też', 'zobacz także', 'zobacz również', 'najczęściej czytane', 'najpopularniejsze', 'ostatnie wpisy', 'najnowsze', 'polecane', 'podobne produkty'],
    drops: ['Polityka prywatności', 'Czytaj więcej', 'Ostatnie wpisy'], keeps: ['Pomoc dla powodzian', 'Szukaj prawdy'],
  },
  {
    language: 'sv',
    lines: ['hem', 'meny', 'sök', 'om oss', 'kontakt', 'kontakta oss', 'integritetspolicy', 'cookiepolicy', 'användarvillkor', 'villkor', 'cookieinställningar', 'hantera cookies', 'tillgänglighet', 'hjälp', 'vanliga frågor', 'jobba hos oss', 'annonsera', 'nyhetsbrev', 'prenumerera', 'logga in', 'logga ut', 'registrera dig', 'skapa konto', 'mitt konto', 'glömt lösenord', 'varukorg', 'lägg i varukorgen', 'till kassan', 'favoriter', 'filtrera', 'sortera', 'sortera efter', 'skicka', 'avbryt', 'stäng', 'nästa', 'föregående', 'tillbaka', 'läs mer', 'visa mer', 'visa alla', 'ladda fler', 'ladda ner', 'godkänn', 'acceptera', 'acceptera alla', 'godkänn alla', 'avvisa', 'neka', 'inställningar', 'dela', 'skriv ut', 'kommentarer', 'kommentera', 'lämna ett svar', 'svara', 'avbryt svar', 'följ oss', 'alla rättigheter förbehållna', 'ja', 'nej'],
    heads: ['relaterade artiklar', 'relaterat', 'läs också', 'läs även', 'mest läst', 'senaste nytt', 'senaste inläggen', 'du kanske också gillar', 'relaterade produkter', 'rekommenderat'],
    drops: ['Integritetspolicy', 'Läs mer', 'Mest läst'], keeps: ['Hem till gården', 'Sök och du skall finna'],
  },
  {
    language: 'da',
    lines: ['hjem', 'forside', 'menu', 'søg', 'om os', 'kontakt', 'kontakt os', 'privatlivspolitik', 'cookiepolitik', 'handelsbetingelser', 'vilkår', 'cookieindstillinger', 'tilgængelighed', 'hjælp', 'nyhedsbrev', 'tilmeld nyhedsbrev', 'tilmeld', 'abonner', 'log ind', 'log ud', 'opret konto', 'opret bruger', 'min konto', 'glemt adgangskode', 'indkøbskurv', 'kurv', 'læg i kurv', 'til kassen', 'favoritter', 'filtrer', 'sorter', 'sorter efter', 'send', 'annuller', 'luk', 'næste', 'forrige', 'tilbage', 'læs mere', 'vis mere', 'vis flere', 'se alle', 'indlæs flere', 'accepter', 'accepter alle', 'tillad alle', 'afvis', 'afvis alle', 'indstillinger', 'del', 'udskriv', 'kommentarer', 'kommenter', 'skriv en kommentar', 'svar', 'annuller svar', 'følg os', 'alle rettigheder forbeholdes', 'ja', 'nej'],
    heads: ['relaterede artikler', 'læs også', 'mest læste', 'seneste nyt', 'seneste indlæg', 'relaterede produkter', 'anbefalet', 'måske er du også interesseret i'],
    drops: ['Privatlivspolitik', 'Læs mere', 'Læs også'], keeps: ['Hjem til jul', 'Om os og de andre'],
  },
  {
    language: 'no',
    lines: ['hjem', 'forside', 'meny', 'søk', 'om oss', 'kontakt', 'kontakt oss', 'personvern', 'personvernerklæring', 'informasjonskapsler', 'vilkår', 'brukervilkår', 'tilgjengelighet', 'hjelp', 'nyhetsbrev', 'meld deg på', 'abonner', 'logg inn', 'logg ut', 'registrer deg', 'opprett konto', 'min side', 'min konto', 'glemt passord', 'handlekurv', 'legg i handlekurv', 'til kassen', 'favoritter', 'filtrer', 'sorter', 'sorter etter', 'send', 'send inn', 'avbryt', 'lukk', 'neste', 'forrige', 'tilbake', 'les mer', 'vis mer', 'vis flere', 'se alle', 'last inn flere', 'last ned', 'godta', 'godta alle', 'aksepter alle', 'avvis', 'avvis alle', 'innstillinger', 'del', 'skriv ut', 'kommentarer', 'kommenter', 'legg igjen en kommentar', 'svar', 'avbryt svar', 'følg oss', 'alle rettigheter reservert', 'ja', 'nei'],
    heads: ['relaterte artikler', 'les også', 'mest lest', 'siste nytt', 'siste innlegg', 'relaterte produkter', 'anbefalt', 'du vil kanskje også like'],
    drops: ['Personvern', 'Les mer', 'Les også'], keeps: ['Hjem til fjells', 'Om oss mennesker'],
  },
  {
    language: 'fi',
    lines: ['etusivu', 'valikko', 'haku', 'hae', 'tietoa meistä', 'meistä', 'yhteystiedot', 'ota yhteyttä', 'tietosuoja', 'tietosuojaseloste', 'tietosuojakäytäntö', 'evästeet', 'evästeasetukset', 'käyttöehdot', 'saavutettavuus', 'saavutettavuusseloste', 'ohjeet', 'uutiskirje', 'tilaa uutiskirje', 'tilaa', 'kirjaudu', 'kirjaudu sisään', 'kirjaudu ulos', 'rekisteröidy', 'luo tili', 'oma tili', 'unohditko salasanan', 'ostoskori', 'lisää ostoskoriin', 'kassalle', 'suosikit', 'suodata', 'järjestä', 'lähetä', 'peruuta', 'sulje', 'seuraava', 'edellinen', 'takaisin', 'lue lisää', 'näytä lisää', 'näytä kaikki', 'lataa lisää', 'lataa', 'hyväksy', 'hyväksy kaikki', 'hyväksy evästeet', 'hylkää', 'kieltäydy', 'asetukset', 'jaa', 'tulosta', 'kommentit', 'kommentoi', 'jätä kommentti', 'vastaa', 'peruuta vastaus', 'seuraa meitä', 'kaikki oikeudet pidätetään', 'kyllä', 'ei'],
    heads: ['lue myös', 'aiheeseen liittyvää', 'luetuimmat', 'uusimmat', 'viimeisimmät artikkelit', 'saatat pitää myös', 'suositellut', 'samankaltaiset tuotteet'],
    drops: ['Tietosuoja', 'Lue lisää', 'Lue myös'], keeps: ['Haku päällä', 'Tietosuoja on oikeus'],
  },
  {
    language: 'cs',
    lines: ['domů', 'úvod', 'menu', 'hledat', 'vyhledávání', 'o nás', 'kontakt', 'kontakty', 'napište nám', 'ochrana osobních údajů', 'zásady ochrany osobních údajů', 'zásady cookies', 'nastavení cookies', 'obchodní podmínky', 'podmínky použití', 'mapa stránek', 'přístupnost', 'nápověda', 'kariéra', 'inzerce', 'newsletter', 'odebírat', 'přihlásit', 'přihlásit se', 'přihlášení', 'odhlásit', 'odhlásit se', 'registrace', 'registrovat se', 'vytvořit účet', 'můj účet', 'zapomenuté heslo', 'košík', 'nákupní košík', 'přidat do košíku', 'do košíku', 'oblíbené', 'filtrovat', 'filtry', 'řadit podle', 'odeslat', 'zrušit', 'zavřít', 'další', 'předchozí', 'zpět', 'číst dále', 'číst více', 'více', 'více informací', 'zobrazit více', 'zobrazit vše', 'načíst další', 'stáhnout', 'přijmout', 'přijmout vše', 'souhlasím', 'odmítnout', 'odmítnout vše', 'nastavení', 'sdílet', 'vytisknout', 'tisk', 'komentáře', 'přidat komentář', 'napsat komentář', 'odpovědět', 'zrušit odpověď', 'nahlásit', 'sledujte nás', 'všechna práva vyhrazena', 'ano', 'ne'],
    heads: ['související články', 'podobné články', 'čtěte také', 'mohlo by vás zajímat', 'nejčtenější', 'nejnovější články', 'poslední příspěvky', 'související produkty', 'doporučujeme'],
    drops: ['Ochrana osobních údajů', 'Číst dále', 'Čtěte také'], keeps: ['Domů z války', 'Hledat pravdu'],
  },
  {
    language: 'el',
    lines: ['αρχική', 'αρχική σελίδα', 'μενού', 'αναζήτηση', 'σχετικά με εμάς', 'ποιοι είμαστε', 'επικοινωνία', 'επικοινωνήστε μαζί μας', 'πολιτική απορρήτου', 'πολιτική cookies', 'όροι χρήσης', 'όροι και προϋποθέσεις', 'ρυθμίσεις cookies', 'χάρτης ιστοσελίδας', 'προσβασιμότητα', 'βοήθεια', 'διαφήμιση', 'newsletter', 'εγγραφή', 'εγγραφείτε', 'σύνδεση', 'είσοδος', 'αποσύνδεση', 'ο λογαριασμός μου', 'δημιουργία λογαριασμού', 'καλάθι', 'προσθήκη στο καλάθι', 'ταμείο', 'αγαπημένα', 'φίλτρα', 'ταξινόμηση', 'αποστολή', 'ακύρωση', 'κλείσιμο', 'επόμενο', 'προηγούμενο', 'πίσω', 'διαβάστε περισσότερα', 'περισσότερα', 'δείτε περισσότερα', 'δείτε όλα', 'λήψη', 'αποδοχή', 'αποδοχή όλων', 'απόρριψη', 'ρυθμίσεις', 'κοινοποίηση', 'εκτύπωση', 'σχόλια', 'αφήστε ένα σχόλιο', 'απάντηση', 'ακολουθήστε μας', 'με επιφύλαξη παντός δικαιώματος', 'ναι', 'όχι'],
    heads: ['σχετικά άρθρα', 'διαβάστε επίσης', 'δείτε επίσης', 'δημοφιλή', 'τελευταία νέα', 'πρόσφατα άρθρα', 'σχετικά προϊόντα', 'προτεινόμενα'],
    drops: ['Πολιτική απορρήτου', 'Διαβάστε περισσότερα', 'Σχετικά άρθρα'], keeps: ['Βοήθεια στο σπίτι των γερόντων', 'Η αναζήτηση του Θεού'],
  },
]
