/**
 * Template variables that were never filled, by syntax. Syntax alone proves little: on labelled pages a line
 * with `{{ }}` was content as often as debris, one with `${ }` nine times out of ten. What else must hold
 * stands in passes/placeholders.ts; each row's `strength` says how much of it.
 */
import {systemPlaceholders} from './placeholderSystems.ts'
import type {FindRow} from './row.ts'

export const placeholders: readonly FindRow[] = [
  {
    name: 'mustache', strength: 'certain', standsFor: 'words', hints: ['{{'],
    // Behind a word character, a backslash or one closing brace it is TeX or code; a backslash inside is TeX.
    find: /(?<![\\\w]|(?<!\})\})\{\{\{?[^{}\\\n]{0,200}(?:\{[^{}\\\n]{0,100}\}[^{}\\\n]{0,100})?\}\}\}?/gu,
    cuts: [
      ['Filter: {{bucket.key_as_string}}', ''], ['{{ | number}} Articles Found', ''], ['Browse Related Articles on {{}}', ''], ['Hej {{firstName}}!', ''],
      ['{{ headline }} {{ media }} {{ caption }}', ''], ['{{hire-ai-eng="/case-banners/hire-ai-eng"}}', ''], ['{{{body}}}', ''], ["{{ $t('cart.total', {n: count}) }}", ''],
      ['{{ $store.getters["count"] }}', ''], ['{{#option_frames}}{{/option_frames}}', ''], ['${{amount_no_decimals}}', ''],
      ['Last updated {{ page.date | date: "%d %B %Y" }} by {{ page.author }}', ''],
      ['The river had been rising for three days when the council met for the first time. {{ad.text}} Nobody spoke against the dam that evening.',
        'The river had been rising for three days when the council met for the first time. Nobody spoke against the dam that evening.'],
    ],
    leaves: [
      'Write `{{ name }}` in the template.', 'Use {{ name }} where the name should stand.', 'The fraction \\frac{{a}}{b} is reduced.', 'Type “{{ total }}” into the box.',
      'A template is a page with holes, such as {{ name }}, and the engine puts a value there when somebody asks.', 'f(x) = {\\displaystyle {{x}^{2}}}',
      'const row = `<td>{{ item.name }}</td>`;', 'The {{citation needed}} tag marks doubtful sentences.',
    ],
  },
  {
    name: 'asp-or-underscore', strength: 'certain', standsFor: 'words', hints: ['%='], find: /<%=[^%\n]{0,100}%>|\{%=[^%\n]{0,100}%\}/gu,
    cuts: [['You must sign in to react to this {%=typeName%}.', ''], ['Welcome back, <%= user.name %>', '']],
    leaves: ['Use <%= value %> to print a value.', '{% if user %}', 'ERB prints what stands in <%= %> and runs what stands in <% %>, which beginners tend to mix up.'],
  },
  {
    name: 'template-literal', strength: 'likely', standsFor: 'words', hints: ['${'], find: /(?<![\\\w$/.=:])\$\{[a-z][\w.]{1,40}\}/gu,
    cuts: [['${title}${badge}', ''], ['${cardName} not available for the seller you chose', '']],
    leaves: ['${APP_PORT}', 'const url = `${base}/index`', 'Vom ${anreise} als Anreisetag sind bis zum letzten Tag der Saison alle Zimmer ohne Aufpreis zu haben.', 'echo "${name}"', 'cp ${file} /tmp', 'The shell replaces ${file} by its value.'],
  },
  {
    name: 'single-brace', strength: 'likely', standsFor: 'words', hints: ['{'], find: /(?<![\\\w$#%/.={^_]|\w\()\{[A-Za-z][A-Za-z]{2,}[A-Za-z0-9_.]{0,40}\}(?![\w({^_/])/gu,
    cuts: [
      ['{title} {title} {title}', ''], ['Results for {phrase} ({results_count} of {results_count_total})', ''], ['{seektime} Sekunden zurückspringen', ''],
      ['{TITLE}', ''], ['{AddTime} 网友:{AddUser} {Content}', ''],
    ],
    leaves: ['{a}', 'the set {red, green}', '\\text{name}', 'GET /users/{userId}/posts', 'color: {value};', 'Replace {name} with your own name.'],
  },
  {
    name: 'positional', strength: 'weak', standsFor: 'words', hints: ['{'], find: /(?<![\w\\$({^_=])\{\d\}(?![\w{^_])/gu,
    cuts: [['Sie sind hier: {0}', ''], ['Expires {0}', ''], ['Welcome {0}!', '']],
    leaves: ['x ∈ {0} ∪ {1}', 'string.Format("{0}", x)', 'The first argument replaces {0} and the second one replaces {1} in the text.'],
  },
  {
    name: 'printf', strength: 'weak', standsFor: 'words', hints: ['%s', '%d', '$s', '$d'], find: /(?<![\w%]|\d )%(?:\d\$)?[sd](?![\w%])/gu,
    cuts: [['%d bloggers like this:', ''], ['Verbinde mit %s', ''], ['Hi, %s', ''], ['%d', '']],
    leaves: ['100 %d', 'printf("%d\\n", n);', 'date +%s', 'The verb %d prints a number in base ten and %s prints a string.', 'Use %s for strings.'],
  },
  {
    name: 'object', strength: 'weak', standsFor: 'words', hints: ['[object '], find: /\[object [A-Z][A-Za-z]{2,20}\](?:,? ?\[object [A-Z][A-Za-z]{2,20}\]){0,20}/gu,
    cuts: [['[object Object]', ''], ['Price: [object Object]', '']],
    leaves: ['An object that is turned into a string prints [object Object], which helps nobody.', 'alert(x) // [object Object]'],
  },
  {
    name: 'undefined', strength: 'weak', standsFor: 'words', hints: ['undefined', 'NaN'], find: /\$undefined\b|(?<![\w.'"`])(?:undefined(?: undefined){1,10}|NaN ?%|\$ ?NaN)(?!\w)/gu,
    cuts: [['$undefined', ''], ['Enter your email for NaN% off', ''], ['undefined undefined', '']],
    leaves: ['undefined', 'The result is undefined undefined behaviour in the eyes of the standard.', 'None', 'NaN'],
  },
  {
    name: 'hash-marks', strength: 'certain', standsFor: 'words', hints: ['##', '%', '#{'], find: /(?<![#\w])##[a-z][a-z_]{2,40}##(?![#\w])|(?<![\w%])%%[A-Z][A-Z_]{2,40}%%(?![\w%])|(?<![\w%])%[a-z]{2,20}[A-Z][A-Za-z]{1,20}%(?![\w%])|#\{[a-z][\w.]{2,40}\}/gu,
    cuts: [['##loginname##', ''], ['%%FIRSTNAME%%, welcome back', ''], ['%cardName%', ''], ['#{img_n_width}x#{img_n_height}', '']],
    leaves: ['## heading ##', '50%of', '${VAR##*/}', 'Ruby fills in #{user.name} when the string is read, as in all double-quoted strings.'],
  },
  {
    name: 'upper-case-marker', strength: 'certain', standsFor: 'words', hints: ['__', '*|'], find: /(?<!\w)_{2,3}[A-Z][A-Z0-9]{2,30}(?:_[A-Z0-9]{2,30}){0,6}_{2,3}(?!\w)|\*\|[A-Z][A-Z0-9_:]{1,40}\|\*/gu,
    cuts: [['___STEADY_PAYWALL___', ''], ['Dear *|FNAME|*,', '']],
    leaves: ['The macro __FILE__ holds the name of the file that is being compiled.', '#ifdef __GNUC__', '__init__', 'Use __DIR__ here.'],
  },
  {
    name: 'double-bracket', strength: 'likely', standsFor: 'words', hints: ['[['], find: /\[\[\s?[a-z]\w{0,30}(?:\.\w{1,30}){1,4}\s?\]\]|\[\[\s?(?:localize|translate|computeLabel)\([^\]\n]{0,60}\)\s?\]\]/gu,
    cuts: [['[[item.title]]', ''], ['[[localize("more")]] (12)', '']],
    leaves: ['[[Main page]]', '[[:alnum:]]', '[[9,1,3]]', '[[x]]', 'See [[wiki.link]] for what this syntax does in each of the five engines that read it.'],
  },
  {
    name: 'angle-field', strength: 'likely', standsFor: 'words', hints: ['<<', '«'], find: /<<[a-z]{2,20}(?:_[a-z]{2,20}){1,3}>>|«[a-z]{2,20}(?:_[a-z]{2,20}){1,3}»/gu,
    cuts: [['Dear <<first_name>>,', '']],
    leaves: ['<<loosey-goosey>>', 'std::cout << first_name >> x', '«bonjour»', '<<first>>'],
  },
  {
    name: 'shortcode', strength: 'certain', standsFor: 'block', hints: ['['],
    find: /(?<!\w)\[\/?[a-z]{1,30}(?:_[a-z0-9]{1,30}){1,5}(?: [^\]\n]{0,300})?\]|(?<!\w)\[[a-z][a-z0-9]{1,30}(?:[_-][a-z0-9]{1,30}){0,5} [a-z_-]{1,30}=["”“″'‘’\w][^\]\n]{0,300}\]|\[\/[a-z]{1,30}(?:-[a-z0-9]{1,30}){1,5}\]/gu,
    cuts: [
      ['[contact-form-7 id="12" title="Contact"]', ''], ['[convertkit form=1630175]', ''], ['[shareaholic app=”share_buttons” id=”5”]', ''], ['[vc_row][vc_column width="1/2"]', ''], ['Questions are welcome. [contact-form-7 id="12"]', 'Questions are welcome.'], ['[/vc_column][/vc_row]', ''],
      ['We answer within a day or two, and on market days in the evening of the same day. [mc4wp_form id="8"]', 'We answer within a day or two, and on market days in the evening of the same day.'],
    ],
    leaves: ['[re-elected]', '[Abu Bakr]', '[citation needed]', 'a[data_row]', 'Use [contact-form-7 id="12"] on any page.', '[x]', 'matrix[i_row]'],
  },
  {
    name: 'forum-tag', strength: 'certain', standsFor: 'block', hints: ['[/', '[quote', '[automerge'],
    // In the middle of a sentence it is what the sentence is about.
    find: /(?:^|(?<=[.!?…"”)\n]\s?))(?:\[automerge\]\d{1,12}\[\/automerge\]|\[\/(?:quote|url|img|size|color|center|spoiler|media|attach|user|font|indent)\]|\[quote=[^\]\n]{1,120}\])(?!\s?\p{Ll})/gu,
    cuts: [['[/quote]', ''], ['[automerge]1574096160[/automerge]', ''], ['[quote="ann"]', ''], ['The boat left at six in the morning, and nobody was on it but the two of us and a dog. [/quote]', 'The boat left at six in the morning, and nobody was on it but the two of us and a dog.']],
    leaves: ['[quote] opens a quotation and [/quote] closes it.', '[b]', 'She wrote “[/quote]” under it.'],
  },
  {
    name: 'media-tag', strength: 'certain', standsFor: 'block', hints: ['[/'],
    find: /\[(embed|youtube|video|audio|img|attach|media|vimeo|tweet|map|gallery)(?:[= ][^\]\n]{0,200})?\][^[\n]{0,300}\[\/\1\]/giu,
    cuts: [['[embed]https://youtu.be/abc[/embed]', ''], ['[IMG]http://example.com/a.jpg[/IMG]', ''], ['[video width="640" mp4="https://example.com/y.mp4"][/video]', '']],
    leaves: ['[video] and [audio] are tags of the board.', '[map]'],
  },
  {
    name: 'bare-shortcode', strength: 'certain', standsFor: 'block', hints: ['['],
    find: /(?:^|(?<=[.!?…\n]\s?))\[(?:toc|instagram-feed|youtube|vimeo|embed|tweet|gallery|contact-form|nextpage|adsense|sc|su|widget|ad|ads)(?: (?:https?:|\d|[\w-]{1,30}=)[^\]\n]{0,200})?\](?=\s|$)/giu,
    cuts: [['[toc]', ''], ['[youtube https://www.youtube.com/watch?v=x]', ''], ['[instagram-feed]', ''], ['[tweet 123456]', '']],
    leaves: ['She read [ad] on the margin and did not know what it meant.', '[sic]', '[adapted]', '[gallery of the north]'],
  },
  {
    name: 'wrapping-shortcode', strength: 'certain', standsFor: 'block', hints: ['[/'],
    find: /\[\/?(?:dropcap|pullquote|caption|column|row|one_half|one_third|two_third|center|spoiler|b|i|u|s|url|color|size|font|indent)(?:[= ][^\]\n]{0,200})?\](?=[^\n]{0,300}\[\/)|\[\/(?:dropcap|pullquote|caption|column|row|one_half|one_third|two_third|center|spoiler|b|i|u|s|url|color|size|font|indent)\]/giu,
    cuts: [['[dropcap]T[/dropcap]he ferry had crossed the sound every morning for sixty years before anybody counted.', 'The ferry had crossed the sound every morning for sixty years before anybody counted.'], ['[/center]', '']],
    leaves: ['[b]', '[s]he said', 'Use [b] and [/b] for bold letters.', '[column]'],
  },
  {
    name: 'module-position', strength: 'certain', standsFor: 'block', hints: ['{load', '{gallery', '{youtube', '{modal ', '{phocagallery', '{snippet ', '{jumi', '{widgetkit', '{attachments', '{rokbox', '{article ', '{module', '{source', '{tab', '{slider', '{jcomments', '{mos'],
    find: /\{(?:loadposition|loadmodule|loadmoduleid|phocagallery|attachments|rokbox|jumi|widgetkit|(?:modal|snippet|article)(?= )|gallery|youtube|module|source|tab|slider|jcomments|mosimage)\b[^{}\n]{0,80}\}(?:[^{}\n]{0,120}\{\/[a-z]{2,20}\})?/gu,
    cuts: [['{loadposition banner}', ''], ['{phocagallery view=category|categoryid=2}', ''], ['{gallery}images/stories{/gallery}', '']],
    leaves: ['The tag {loadposition banner} puts a module into an article.', '{gallery of rogues'],
  },
  {
    name: 'named-format', strength: 'likely', standsFor: 'words', hints: ['%(', '%{'], find: /(?<![\w%])%(?:\([a-z_]\w{0,30}\)[sd]|\{[a-z_]\w{0,30}\})/gu,
    cuts: [['%(count)d items', ''], ['%{count} items', '']],
    leaves: ['print("%(count)d items" % d)', 'Python puts the value of %(count)d there, and Ruby that of %{count}.'],
  },
  {
    name: 'plural-message', strength: 'certain', standsFor: 'words', hints: [', plural', ',plural', ', select', ',select'], find: /\{\w{1,30}, ?(?:plural|select|selectordinal), ?[^\n]{2,200}\}/gu,
    cuts: [['{count, plural, one {# item} other {# items}}', '']],
    leaves: ['ICU writes {count, plural, one {# item} other {# items}} and lets each language have its own forms of the word.'],
  },
  {
    name: 'percent-name', strength: 'weak', standsFor: 'words', hints: ['%'], find: /(?<![\w%]|\d )%%?[a-z][a-z_]{2,30}%%?(?![\w%])|(?<![\w%])%[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}%(?![\w%])/gu,
    cuts: [['%title%', ''], ['%%title%%', ''], ['%MSG_COOKIE_NOTICE%', '']],
    leaves: ['50 %sure%', '100%pure%', 'Windows puts the folder where %appdata% stands.'],
  },
  {
    name: 'hash-field', strength: 'weak', standsFor: 'words', hints: ['#'], find: /(?<![\w#&])##?[A-Z][A-Z_]{3,30}##?(?![\w#])/gu,
    cuts: [['Dear #FIRSTNAME#', ''], ['##NAME##', '']],
    leaves: ['#WINNING #LIFE', 'The list of #HASHTAGS is long.'],
  },
  {
    name: 'square-field', strength: 'likely', standsFor: 'words', hints: ['[[', '[*', '[%'], find: /\[\[[+*$!%~]{1,2}[\w.:-]{1,40}[^\]\n]{0,80}\]\]|(?<!\w)\[\*[\w-]{2,40}\*\]|\[%[-=+]?[^%\]\n]{1,100}%\]/gu,
    cuts: [['[[+pagetitle]]', ''], ['[*content*]', ''], ['[%= title %]', '']],
    leaves: ['[[*]]', '[*]', '[% of all]', 'MODX writes [[+pagetitle]] for a field that a snippet fills.'],
  },
  {
    name: 'smarty', strength: 'likely', standsFor: 'words', hints: ['{$'], find: /(?<![\w\\$])\{\$[A-Za-z][\w.>-]{0,60}(?:\|[^{}\n]{0,60})?\}/gu,
    cuts: [['{$title}', ''], ['Welcome {$user.name|escape}', '']],
    leaves: ['echo "{$title}";', 'PHP fills in {$title} when the string stands between double quotes.'],
  },
  {
    name: 'php', strength: 'certain', standsFor: 'words', hints: ['<?'], find: /<\?(?:php\b|=|\s)[^?\n]{0,200}\?>/gu,
    cuts: [['<?= $title ?>', ''], ['<?php the_title(); ?>', ''], ['<? echo $title; ?>', '']],
    leaves: ['Between <?php and ?> stands what the server runs, and the rest it sends as it is.'],
  },
  {
    name: 'blade', strength: 'certain', standsFor: 'words', hints: ['{!'], find: /\{!![^{}\n]{1,100}!!\}|(?<!\w)\{!\$?[A-Za-z][\w.$]{1,60}\}/gu,
    cuts: [['{!! $body !!}', ''], ['{!$Label.Title}', '']],
    leaves: ['Blade writes {!! $body !!} where the text shall not be escaped, which is seldom wise.'],
  },
  {
    name: 'razor', strength: 'likely', standsFor: 'words', hints: ['@Model', '@View', '@Html', '@Resource'], find: /(?<![\w.])@(?:Model|ViewBag|ViewData|Html|Resources?)\.[A-Z]\w{1,40}(?:\.\w{1,40}){0,3}/gu,
    cuts: [['@Model.Name', ''], ['Welcome @ViewBag.User', '']],
    leaves: ['Razor writes the name where @Model.Name stands, and everything else as it is.', 'me@Model.Example'],
  },
  {
    name: 'message-call', strength: 'likely', standsFor: 'words', hints: ['t(\'', 't("', '_(\'', '_("', '_e(', '@:'], find: /(?<![\w.])(?:\$t|__|_e|gettext|trans|i18n\.t)\(['"][^'"\n]{1,80}['"]\)|(?<!\S)@:[a-z]\w{1,30}\.[\w.]{2,60}/gu,
    cuts: [['$t(\'cart.empty\')', ''], ['__(\'Read more\')', ''], ['@:common.save', '']],
    leaves: ['const label = $t(\'cart.empty\')', 'WordPress looks for a translation wherever __(\'Read more\') is called.'],
  },
  {
    name: 'no-value', strength: 'weak', standsFor: 'words', hints: ['NaN', 'undefined', 'null', 'nvalid'],
    find: /[$€£¥] ?NaN\b|\bNaN ?[%€£¥$]|\bNaN\/\d{1,3}\b|\bNaN:NaN\b|^Invalid [Dd]ate$|(?<=^(?:[Bb]y|[Pp]osted by|[Ww]ritten by|[Ff]rom|[Pp]rice:?|[Dd]ate:?|[Aa]uthor:?|[Uu]pdated|[Pp]ublished) )(?:undefined|null|NaN)$|^(?:undefined|null|NaN)(?= (?:comments?|views?|likes?|items?|results?|reviews?|min|minutes?|days?|hours?|years?|of \d))|^(?:undefined|null|NaN)(?:[ ,|/:-]{1,3}(?:undefined|null|NaN)){1,5}$/gu,
    cuts: [['Posted by null', ''], ['undefined comments', ''], ['€NaN', ''], ['NaN/5', ''], ['NaN years ago', ''], ['Invalid Date', ''], ['undefined, undefined', '']],
    leaves: ['undefined', 'A division by null', 'The value is null or undefined, depending on who asks and when.', 'Invalid dates are refused.'],
  },
  {
    name: 'message-constant', strength: 'weak', standsFor: 'words', hints: ['_'], find: /^(?:[A-Z]{2,14}_){2,6}[A-Z0-9]{2,20}$/gu,
    cuts: [['LBL_SUBMIT_BUTTON', ''], ['COM_CONTENT_READ_MORE', '']],
    leaves: ['MAX_PATH', 'O_CREAT', 'LBL_SUBMIT_BUTTON is what the button says as long as nobody has translated it.'],
  },
  {
    name: 'message-key', strength: 'likely', standsFor: 'words', hints: ['.'],
    find: /^(?!(?:www|com|org|net|io|java|de|uk)\.)(?:[a-z][a-zA-Z0-9_-]{2,24}\.){2,5}[a-z][a-zA-Z0-9_-]{2,30}(?<!\.(?:com|org|net|edu|gov|info|html|json|yaml|conf|toml|docx|xlsx|jpeg))$/gu,
    cuts: [['label.custom.product.value', ''], ['checkout.button.continueShopping', '']],
    leaves: ['shop.example.com', 'com.example.app.main', 'one.two', 'static.files.min.js', 'Set label.custom.product.value to your own text.'],
  },
  ...systemPlaceholders,
]
