/** Words around and instead of authors' names. */

/** What stands before a name in a byline, lower case. */
export const bylineWords: readonly string[] = [
  'by', 'this post was written by', 'this article was written by', 'this post is written by', 'interview', 'protokoll', 'rechtsanwalt', 'rechtsanwältin', 'gastautor', 'gastautorin', 'gastbeitrag von', 'ein gastbeitrag von', 'written by', 'posted by', 'published by', 'authored by', 'article by', 'story by', 'words by', 'text by', 'author', 'authors', 'writer', 'written and verified by', 'created by', 'submitted by', 'started by',
  'thread starter', 'from', 'recipe by', 'a post by', 'guest author', 'opinion by', 'analysis by', 'photography by', 'medically reviewed by', 'blog by', 'posted in by', 'reviewed by', 'review by', 'edited by', 'guest post by', 'contributed by', 'reported by', 'report by',
  'von', 'vom', 'autor', 'autorin', 'autor/in', 'autoren', 'verfasst von', 'geschrieben von', 'veröffentlicht von', 'erstellt von', 'ein beitrag von', 'ein artikel von', 'text', 'text von', 'redaktion', 'gepostet von', 'eingestellt von',
  'par', 'publié par', 'écrit par', 'rédigé par', 'auteur', 'auteure', 'posté par', 'por', 'escrito por', 'publicado por', 'autora', 'texto', 'postado por', 'di', 'scritto da', 'pubblicato da', 'a cura di', 'autore', 'da',
  'door', 'geschreven door', 'geplaatst door', 'gepubliceerd door', 'av', 'skriven av', 'skrevet av', 'af', 'skrevet af', 'kirjoittanut', 'tekst', 'autorstwa', 'napisał', 'napisała', 'przez', 'autor:', 'napsal', 'írta', 'szerző',
  'scris de', 'de', 'yazan', 'yazar', 'автор', 'текст', 'от', 'автор статьи', 'опубликовал', 'συντάκτης', 'από', 'του', '作者', '文', '记者', '記者', '撰文', '編集', '著者', '執筆', '글', '기자', 'oleh', 'penulis', 'tác giả', 'مأخوذ', 'الكاتب', 'بقلم', 'نویسنده', 'ผู้เขียน',
]

/** Names that are nobody's, lower case. */
export const nobody: readonly string[] = [
  'admin', 'fact checked', 'veröffentlicht am', 'published on', 'posted on', 'insights from', 'revised edition', 'trade program', 'archiv anzeigen', 'original author', 'sat', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'politik', 'wirtschaft', 'view orcid profile', 'administrator', 'administrador', 'administrateur', 'webmaster', 'root', 'user', 'guest', 'gast', 'anonymous', 'anonym', 'unknown', 'the team', 'blog team', 'author', 'authors', 'editor', 'editors', 'writer', 'staff', 'staff writer', 'staff writers', 'staff reporter', 'editorial',
  'editorial staff', 'editorial team', 'the editors', 'the editorial team', 'content team', 'marketing', 'marketing team', 'team', 'our team', 'support', 'redaktion', 'die redaktion', 'redaktionsteam', 'redacción', 'redaccion', 'la redacción', 'rédaction', 'la rédaction', 'redazione', 'la redazione', 'redactie', 'redação', 'redakcja', 'redaktionen', 'redaktor',
  'редакция', 'by', 'von', 'name', 'test', 'wordpress', 'wpadmin', 'wp admin', 'siteadmin', 'site admin', 'super user', 'superuser', 'default', 'no author', 'not specified', 'n/a', 'na', 'various', 'various authors', 'diverse', 'verschiedene', 'about the author', 'about the authors', 'author bio', 'full bio', 'bio', 'profile', 'view profile', 'view bio', 'view all posts',
  'share', 'follow', 'following', 'subscribe', 'login', 'log in', 'sign in', 'sign up', 'register', 'home', 'menu', 'search', 'email the author', 'contact', 'contact us', 'posted', 'published', 'updated', 'written by', 'article', 'blog', 'news', 'press release', 'sponsored', 'advertisement', 'comments', 'comment', 'reply', 'more', 'read more', 'original poster', 'op', 'member', 'new member', 'senior member', 'moderator', 'guests', 'topic starter', 'thread starter', 'system', 'bot',
  'super user', 'webredaktion', 'online-redaktion', 'onlineredaktion', 'online redaktion', 'web desk', 'webdesk', 'web team', 'news desk', 'newsdesk', 'bureau', 'autor', 'autoren', 'autore', 'auteur', 'автор', 'admin admin', 'administrator account', 'me', 'over', 'customer', 'get started', 'options', 'fact checked by', 'updated', 'last updated', 'mins read', 'min read', 'today', 'yesterday', 'live', 'opinion', 'politics', 'sports', 'wellness', 'shopify api', 'hubspot', 'none', 'null', 'undefined', 'about us', 'google', 'facebook', 'twitter', 'instagram', 'linkedin', 'youtube', 'pinterest',
]

/** Words a job or a rank is made of: a part of a byline that holds one is no name. */
export const jobs: readonly string[] = [
  'editor', 'projektleiter', 'projektleiterin', 'leiter', 'leiterin', 'referent', 'referentin', 'geschäftsführer', 'geschäftsführerin', 'pressesprecher', 'pressesprecherin', 'rédacteur', 'redattore', 'redattrice', 'giornalista', 'jornalista', 'writer', 'reporter', 'correspondent', 'director', 'manager', 'officer', 'founder', 'cofounder', 'ceo', 'cto', 'cfo', 'coo', 'cmo', 'vp', 'president', 'specialist', 'strategist', 'analyst', 'consultant', 'contributor', 'columnist', 'journalist', 'producer', 'professor', 'engineer', 'developer', 'expert', 'lead', 'head', 'chief', 'senior', 'junior', 'associate', 'assistant',
  'partner', 'intern', 'coach', 'advisor', 'adviser', 'staff', 'freelance', 'redakteur', 'redakteurin', 'chefredakteur', 'journalistin', 'korrespondent', 'volontär', 'volontärin', 'rédacteur', 'rédactrice', 'redactor', 'redactora', 'periodista', 'photographer', 'fotograf', 'certified', 'registered', 'licensed', 'attorney', 'dietitian', 'nutritionist', 'therapist', 'owner', 'member', 'leader', 'researcher', 'lecturer', 'author', 'blogger', 'administrator', 'moderator',
]

/** Degrees and ranks that follow a name after a comma. */
export const degrees: readonly string[] = [
  'phd', 'ph.d.', 'ph.d', 'md', 'm.d.', 'm.d', 'mba', 'ma', 'm.a.', 'ms', 'm.s.', 'msc', 'm.sc.', 'bsc', 'b.sc.', 'ba', 'b.a.', 'rd', 'r.d.', 'rdn', 'ldn', 'rn', 'cpa', 'cfa', 'cfp', 'cfp®', 'cpt', 'jd', 'j.d.', 'esq', 'esq.', 'jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'lcsw', 'lmft', 'psyd', 'psy.d.', 'do', 'd.o.', 'dds', 'dpt', 'pt', 'np', 'cdn', 'cscs', 'dvm', 'mph', 'edd', 'mpt', 'faafp', 'facs', 'med', 'm.ed.', 'cn', 'cns', 'ms rd', 'inc.', 'llc', 'pmp', 'aprn', 'fnp-c', 'lmhc', 'lpc',
]

/** Words that no name has in it, lower case. */
export const nameless: readonly string[] = [
  'documentation', 'portal', 'wiki', 'stock', 'job', 'jobs', 'i’m', 'i\'m', 'symbolbild', 'imago', 'foto', 'photo', 'picture', 'this', 'that', 'is', 'are', 'was', 'my', 'your', 'our', 'their', 'his', 'her', 'it', 'its', 'we', 'you', 'they', 'join', 'get', 'start', 'started', 'free', 'read', 'view', 'learn', 'subscribe', 'follow', 'share', 'click', 'here', 'all', 'more', 'about',
  'sign', 'log', 'login', 'on', 'at', 'as', 'into', 'to', 'how', 'why', 'what', 'when', 'where', 'who', 'which', 'best', 'top', 'new', 'latest', 'posts', 'articles', 'article', 'blog', 'comments', 'comment', 'reviews', 'review', 'minutes', 'minute', 'min', 'mins', 'ago', 'today',
  'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'posted', 'published', 'updated', 'written',
  'wird', 'wurde', 'ist', 'sind', 'hier', 'mehr', 'alle', 'wie', 'warum', 'uhr', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag', 'artikel', 'beitrag', 'beiträge', 'kommentare', 'kommentar', 'lesen', 'est', 'sont', 'pour', 'plus', 'para', 'con', 'más', 'sobre', 'cookies', 'privacy', 'copyright', 'sales', 'contact', 'category', 'categories', 'training', 'things', 'menu', 'search', 'download', 'shop', 'buy', 'cart', 'trial', 'demo', 'guide', 'guides', 'home', 'page', 'services', 'products', 'product', 'resources', 'support', 'help', 'us',
]
