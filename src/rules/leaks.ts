/**
 * What a page's machinery leaves among its text when a flattener or a broken template spills it: scripts, style
 * sheets, data, tags, template statements, messages of the server. Whole lines. Where the page speaks of code they
 * are what it speaks of: passes/leakedCode.ts decides that first.
 */

export interface LeakRow {
  readonly name: string
  /** Every match contains one of these: asked first, because it is cheap. */
  readonly hints: readonly string[]
  readonly test: RegExp
  /** Share of the line's characters that are signs of code, 0–1, at least. */
  readonly density: number
  /** Says little by itself: counts only among other lines of a site. */
  readonly needsSite: boolean
  readonly drops: readonly string[]
  readonly keeps: readonly string[]
}

export const leaks: readonly LeakRow[] = [
  {
    name: 'tracker', density: 0.05, needsSite: false, hints: ['gtag', 'fbq', 'dataLayer', 'adsbygoogle', 'googletag', '_gaq', '_paq', 'hbspt', 'OneTrust', 'Optanon', 'pixel', '/tr?', 'width="1"', 'scorecardresearch', 'width=\'1\''],
    test: /^(?:\(?(?:window\.)?(?:adsbygoogle|dataLayer|googletag|_gaq|_paq|OneTrust|Optanon\w{0,20})\s?(?:=|\.(?:push|cmd|pubads|display|enableServices)\b)|(?:gtag|fbq|hbspt\.\w{1,20}\.\w{1,20})\(['"{]|(?:<noscript>\s?)?<(?:img|iframe)\b[^<>]{0,600}(?:width=["']?[01]\b|height=["']?[01]\b|\/tr\?|pixel|scorecardresearch|googletagmanager)[^<>]{0,600}>)/u,
    drops: ['gtag(\'config\', \'UA-1\');', '<img height="1" width="1" style="display:none" src="https://x.example/tr?id=1">', 'fbq(\'track\', \'PageView\');'],
    keeps: ['gtag() sends one event.', 'dataLayer is an array.'],
  },
  {
    name: 'script-start', density: 0.06, needsSite: true, hints: ['=', '(', '{', '"use strict"', '\'use strict\''],
    test: /^\s{0,8}(?:\/\/ ?<!\[CDATA\[\s?)?(?:(?:var|let|const) [\w$]{1,40} ?=|(?:window|document|self|jQuery|googletag|angular|Drupal|requirejs|require|define|module)[.([]|\$\(|\(?!?\(?(?:async )?function\s?[\w$]{0,40}\s?\(|\(\(?[\w$, ]{0,40}\)? ?=> ?\{|(?:gtag|fbq|ga|lintrk|pintrk|ttq|snaptr|twq|Sentry|NREUM|OneTrust|Optanon\w{0,20}|_satellite|dataLayer|_gaq|_paq|mw|RLQ|wp|hbspt|__tcfapi|__NEXT_DATA__|OX_ads|apstag|pbjs|freestar|taboola|_taboola|OBR)\s?(?:\.\w{1,30}){0,3}\s?[(=[]|\(adsbygoogle|["']use strict["'];)/u,
    drops: [
      'window.dataLayer = window.dataLayer || [];', 'jQuery(document).ready(function($){', '(adsbygoogle = window.adsbygoogle || []).push({});', 'gtag(\'js\', new Date());',
      'var Hogan={};!function(t){t.Template=function(t,n,e,i){t=t||{}}}', 'function gtag(){dataLayer.push(arguments);}', '$(\'.slider\').slick({',
    ],
    keeps: ['const is a keyword.', 'window shopping (and other pleasures)', 'function follows form (mostly)', 'Let x = the price of bread, and let nobody complain of it.', 'define what a bridge is (in your own words)'],
  },
  {
    name: 'script', density: 0.08, needsSite: true, hints: ['function', 'document.', 'window.', '.push(', '=>', 'typeof ', 'prototype', 'addEventListener', 'getElement', '$('],
    test: /function ?\([\w$, ]{0,80}\) ?\{|document\.(?:getElement|querySelector|createElement|write|cookie|location|body|addEventListener)|window\.(?:location|onload|addEventListener|\w{2,30} ?=)|\.push\(\{|\.push\(function|\.prototype\.|\.addEventListener\(|\$\(['"][.#]|=> ?\{|typeof [\w$.]{1,40} ?[!=]==?|parentNode\.insertBefore|getElementsByTagName/u,
    drops: ['t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,', 'googletag.cmd.push(function() { googletag.display("div-gpt-1"); });'],
    keeps: ['The functions of a roof are to keep the rain out and the heat in.', 'She pushed (hard).'],
  },
  {
    name: 'style', density: 0.04, needsSite: true, hints: ['{', '@import', '@charset'],
    test: /^(?:@(?:media|supports|layer|container)\b[^{}]{0,200}\{|@(?:font-face|keyframes|-webkit-keyframes)\b[^{}]{0,80}\{|@(?:import|charset) (?:url\(|["'])|(?:[.#*]|[vowmx]\\?:\*|:root|::?[a-z-]{3,20}|(?:html|body|div|span|a|p|ul|ol|li|h[1-6]|img|table|td|section|header|footer|nav|input|button)(?=[\s.#:,{[>]))[\w\-.#:>,~+*\s()[\]="'/]{0,300}\{\s{0,4}(?:[a-z-]{2,40}\s?:|\}|$))/u,
    drops: ['.elementor-1 .title{display:flex;margin:0 auto}', '#block-views .title { color: #333; }', '@media (max-width: 768px) { .hide { display: none; } }', 'a:hover, .menu li { color: red }', 'v\\:* {behavior:url(#default#VML);}'],
    keeps: ['#hashtag {with a brace}', 'A set {a: b} is written so.', '.NET {framework}', 'a {name} is shown'],
  },
  {
    name: 'data', density: 0.08, needsSite: true, hints: ['":', '&quot;:', '\':'],
    test: /^\[{0,2}\s?\{\s?(?:["']|&quot;)[\w@$ .:/-]{1,60}(?:["']|&quot;)\s?:\s?\S/u,
    drops: ['{"layoutMobile":2,"items":[{"id":1}]}', '[{"@context":"https://schema.org","@type":"NewsArticle"}]', '{"props":{"pageProps":{"id":1}},'],
    keeps: ['{a: what an object looks like to people who have never seen one', '“{name}”: a hole'],
  },
  {
    name: 'markup', density: 0.03, needsSite: true, hints: ['<'],
    test: /^(?:<!-- ?|<!\[CDATA\[ ?){0,2}<\/?(?:img|script|iframe|noscript|div|link|style|ins|span|a|p|ul|ol|li|section|svg|path|meta|input|form|button|template|h[1-6]|br|hr|figure|picture|source|table|tbody|tr|td|article|aside|header|footer|nav|main|strong|em|center|font|video|audio|embed|object|param|amp-[a-z]{1,20})(?=[\s>/]|$)[^<>]{0,800}(?:>[\s\S]{0,4000}[>\]]$|>?$)/u,
    drops: [
      '<div class="ad-slot" data-ad="top"></div>', '<script async src="https://ads.example.com/t.js"></script>', '<noscript><img height="1" width="1" src="https://x.example/tr?id=1"/></noscript>',
      '<a href="{{url}}" title="{{title}}">{{title}}</a>', '<li>', '</div>', '<![CDATA[ <div id="jumpTo"></div> ]]>', '<li><%= item.title %></li>',
    ],
    keeps: ['<p> opens a paragraph.', 'a < b', '<3', '<name> is what you type.', '<a> and <b> are elements; the first one is a link and the other one is not'],
  },
  {
    name: 'markup-comment', density: 0, needsSite: true, hints: ['<!--', '-->', 'CDATA', '[if ', ']]>', '[endif]', '<?xml', '<!D', '<!d'],
    test: /^(?:<\?xml\b.{0,200}\?>|<!(?:DOCTYPE|doctype) html\b[^<>]{0,200}>|<!--[\s\S]{0,2000}(?:-->)?|(?:\/\/|\/\*)? ?<!\[CDATA\[.{0,200}|(?:\/\/|\/\*)? ?\]\]>(?: ?\*\/)?|.{0,200}-->|<?!?-{0,2}\[if (?:lt|lte|gt|gte|IE|!IE|mso|!mso)\b.{0,200}|<?!?-{0,2}<?!?\[endif\].{0,10})$/u,
    drops: ['<!-- Begin Mailchimp Signup Form -->', '//<![CDATA[', ']]>', '<!--[if lt IE 9]>', '<![endif]-->', '<?xml version="1.0" encoding="UTF-8"?>'],
    keeps: ['a --> b --> c is how Mermaid draws an arrow', '[if you must]'],
  },
  {
    name: 'template-statement', density: 0, needsSite: true, hints: ['{{', '{%', '<%', '{#', '{/'],
    // Each tag in one way only: a sign that may also be a letter of the name would make it two ways, and twenty tags a million.
    test: /^(?:\{\{\{?[^{}]{0,201}\}\}\}?|\{%[^{}%]{1,202}%\}|<%[^%]{0,200}%>|\{[/#:@](?:if|each|else|await|key|html|foreach|for|section|block|include|snippet)\b[^{}]{0,100}\}|\s){1,20}$/u,
    drops: ['{{#articles}}', '{{^image}}', '{% endif %}', '<% } %>', '{/each}', '{{/image}} {{/articles}}'],
    keeps: ['{{#if author}} opens a block that is written if there is an author.', '{#heading-id}', 'Use {% raw %} here.'],
  },
  {
    name: 'template-text', density: 0.05, needsSite: true, hints: ['{%', '<%'],
    test: /^(?:.{0,60}\{%[-+]?[^{}%]{1,200}[-+]?%\}|.{0,60}<%[-=]?[^%]{0,200}%>).{0,60}$/u,
    drops: ['{%- if product.available -%} In stock {%- endif -%}', '<%= label %>: <%- value %>'],
    keeps: ['50 <% 60'],
  },
  {
    name: 'template-directive', density: 0, needsSite: true, hints: ['#', '@', '{'],
    test: /^(?:#(?:if|elseif|foreach|set|parse|include|macro)\s?\([^\n]{1,160}\)(?:.{0,80}#end)?|#end|@(?:yield|include|extends|section|foreach|if|elseif|stack|each|component|slot|push)\s?\([^\n]{1,160}\)|@(?:endsection|endif|endforeach|endpush|endphp|endcomponent|endauth|endguest)|\{(?:if|elseif|foreach|section|include|assign|capture|block|function|extends|strip|nocache) [^{}\n]{1,140}\}|\{\/(?:if|foreach|section|literal|strip|capture|block|function|nocache|ts|php)\}|\{(?:literal|strip|else|ldelim|rdelim)\}|\{# [^{}\n]{1,160} #\}|\{\*[^{}\n]{1,200}\*\})$/u,
    drops: ['#if($foo)', '#end', '#foreach($item in $items)', '@include(\'partials.footer\')', '@endsection', '{include file="footer.tpl"}', '{if $user}', '{/literal}', '{* comment *}', '{# note for translators #}'],
    keeps: ['#if only', '#include <stdio.h>', '@sectional', '{if}', 'Smarty reads {if $user} as the start of a block.', '@if and @include are users'],
  },
  {
    name: 'component-tag', density: 0.05, needsSite: true, hints: ['<'],
    test: /^<\/?(?:[a-z][a-z0-9]{0,11}:[A-Za-z][\w-]{1,30}|cf(?:output|if|else|elseif|set|include|loop|query|component|param)|[#@][a-z][\w.]{1,30}|[a-z]{1,12}(?:-[a-z0-9]{1,20}){1,4}|slot)(?=[\s>/])[^<>]{0,400}(?:>(?:[^<>\n]{0,120}<\/[#@a-z][\w:.-]{1,40}>)?|\/>)$/u,
    drops: ['<c:out value="${user.name}"/>', '<fmt:message key="label.title"/>', '<asp:Label runat="server" />', '<cfoutput>#name#</cfoutput>', '<#if product??>', '</#if>', '<@s.text name="label.title"/>', '<router-outlet></router-outlet>', '<v-icon>mdi-close</v-icon>'],
    keeps: ['<mailto:ann@example.com>', '<https://example.com/a>', '<c:out> prints a value.', '<name>', '<your-name> goes here'],
  },
  {
    name: 'office-paste', density: 0, needsSite: false, hints: ['Normal 0', 'false false', 'mso-', 'Style Definitions', 'MsoNormal'],
    test: /^(?:(?:Normal )?0(?: \d{1,2}){0,3}(?: false){2,4}(?: [A-Z]{2}(?:-[A-Z]{2,4})?| X-NONE| JA| AR-SA){0,4}(?: Microsoft\w{0,30}){0,2}.{0,40}|(?:\/\* )?(?:Style Definitions|Font Definitions|List Definitions) ?\*\/.{0,4000}|table\.MsoNormalTable.{0,2000}|mso-[a-z-]{3,40}:.{1,2000})$/u,
    drops: ['Normal 0 false false false EN-US X-NONE X-NONE', 'Normal 0 21 false false false DE X-NONE X-NONE', '/* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal";}', 'mso-style-parent:"";'],
    keeps: ['Normal 0 to 5 mg', 'Style Definitions', 'false false positives'],
  },
  {
    name: 'code-comment', density: 0, needsSite: true, hints: ['/*'],
    test: /^\/\*[!*#]? ?[^*\n]{0,300}\*\/$/u,
    drops: ['/*! elementor - v3.5.6 - 28-02-2022 */', '/* custom styles */'],
    keeps: ['/* opens a comment and */ closes it.', '*/'],
  },
  {
    name: 'engine-message', density: 0, needsSite: false, hints: ['iquid', 'emplate', 'rror', 'macro', 'odule', 'FreeMarker', 'null or missing', 'Twig', 'Smarty', 'undefined method', 'jasper', 'Unable to render'],
    test: /^(?:Liquid (?:error|syntax error|warning|Warning)\b(?: \([\w/ .-]{1,80}\))?: .{1,300}|FreeMarker template error\b.{0,300}|(?:Twig_Error_|Twig\\Error\\)\w{1,40}\b.{0,300}|Smarty error: .{1,300}|Error rendering macro ['‘"].{1,200}|Unable to render \{\w.{1,200}|(?:Script error|Erreur de script|Skriptfehler|Error de script): (?:No such module|The function|The module) .{1,200}|The following has evaluated to null or missing:.{0,200}|Lua error in Mod\w{1,10}:.{1,300}|Lua error at line \d.{1,200}|Cite error: .{1,300}|Expression error: .{1,160}|Error: (?:Embedded data could not be displayed|No layouts found|No feed found|API requests are being delayed|API key not set|Invalid or missing API key)\b.{0,300}|Template (?:file )?(?:not found|loop detected)(?:: ?[\w/:.-]{1,120})?|ActionView::Template::Error.{0,300}|org\.apache\.jasper\.JasperException: .{1,300}|undefined method ['‘\x60]\w{1,40}['’\x60] for .{1,120})$/u,
    drops: ['Liquid error: Could not find asset snippets/x.liquid', 'Liquid error (sections/header line 12): invalid url input', 'Error rendering macro \'toc\'', 'Script error: No such module "x".', 'Lua error in Module:Date at line 3: attempt to index field \'y\'.', 'Cite error: The named reference x was invoked but never defined', 'undefined method \'name\' for nil:NilClass'],
    keeps: ['Liquid errors are seldom seen in a solid.', 'Template not found in the drawer was the second one', 'An expression error: the mouth smiles and the eyes do not.', 'Error rendering is an art', 'TypeError: x is not a function'],
  },
  {
    name: 'database-message', density: 0, needsSite: false, hints: ['SQL', 'mysql', 'database', 'ADODB', 'OLE DB', 'VBScript', 'ODBC', 'Server Error in', 'Access denied', 'string conversion', 'server has gone'],
    test: /^(?:You have an error in your SQL syntax; .{1,600}|WordPress database error:? .{1,600}|MySQL (?:server has gone away|said:|Error ?(?:#|:|\()).{0,300}|(?:Could not connect: )?(?:SQLSTATE\[\w{2,6}\]|Access denied for user ['‘]).{1,400}|ADODB\.\w{2,20} error ['‘].{1,200}|Microsoft (?:OLE DB|VBScript|JET|ODBC)[\w .]{0,60} error ['‘].{1,200}|\[?Microsoft\]?\[ODBC .{1,300}|Server Error in ['‘]\/[\w/.-]{0,60}['’] Application\.?|ORA-\d{5}: .{1,300}|Unclosed quotation mark after the character string .{1,200}|Warning: mysqli?_\w{2,30}\(.{0,300}|(?:Notice: )?Array to string conversion(?: in .{1,200})?)$/u,
    drops: ['You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version', 'WordPress database error: [Table \'x.wp_options\' doesn\'t exist]', 'Server Error in \'/\' Application.', 'ADODB.Recordset error \'800a0bb9\'', 'SQLSTATE[HY000] [2002] Connection refused', 'Array to string conversion'],
    keeps: ['WordPress databases are small.', 'Access denied', 'MySQL said no', 'You have an error in your calculation; look again.'],
  },
  {
    name: 'attributes', density: 0.05, needsSite: true, hints: ['="', '=\''],
    test: /^(?:[@:#*[(]?[a-z][\w:.\-[\]()]{0,40}=(?:"[^"]{0,300}"|'[^']{0,300}')\s{0,4}){1,20}\/?>?$/u,
    drops: ['ng-repeat="item in items"', '@click="open = !open" :class="{active: open}"', 'class="teaser" id="t1">'],
    keeps: ['x="1" is an attribute', 'name: "value"'],
  },
  {
    name: 'server-message', density: 0, needsSite: false, hints: ['line ', '.php', 'ncaught '],
    test: /^(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards|Catchable fatal error)(?:<\/b>)?: {0,2}.{1,500}(?:\bon line (?:<b>)?\d{1,6}|\.php\b).{0,80}$|^(?:PHP )?Fatal error: {1,2}Uncaught .{1,400}$|^Uncaught (?:TypeError|ReferenceError|SyntaxError|Error)\b.{0,300}$/u,
    drops: ['Warning: Undefined variable $title in /var/www/html/single.php on line 42', 'Notice: Trying to get property of non-object in /home/x/index.php on line 7', 'Fatal error: Uncaught Error: Call to undefined function f()'],
    keeps: ['Warning: the last line is long.', 'Notice: the office is closed on Mondays.'],
  },
  {
    name: 'missing-translation', density: 0, needsSite: false, hints: ['issing', 'MISSING', '???', 'i18n'],
    test: /^(?:[Tt]ranslation missing: ?[\w.-]{3,80}|[Mm]issing translation(?: for)?: ?['"]?[a-z][\w-]{1,40}(?:\.[\w-]{1,40}){1,6}['"]?|[Mm]issing translation key:? ?['"]?[\w.-]{0,80}['"]?|\[missing ["“'][^"”']{1,80}["”'] translation\]|MISSING[_ ]TRANSLATION\b.{0,80}|\?{2,3}[a-z][\w.-]{2,80}\?{2,3}|i18n\.[\w.]{3,80})$/u,
    drops: ['translation missing: de.footer.newsletter', '[missing "en.header.title" translation]', '???label.more???', 'Missing translation: en.header'],
    keeps: ['Missing translation: nobody has put the last canto into English.', 'Translation missing: the poem has never been put into English.', 'What???'],
  },
  {
    name: 'encoded', density: 0, needsSite: false, hints: ['+', '/', '=', 'eyJ', '%3C', '%3c', 'data:', 'UA-', 'GTM-', 'ca-pub-'],
    test: /^(?:[A-Za-z0-9+/]{100,100000}(?:={1,2}[A-Za-z0-9+/]{0,100000}){0,4}|eyJ[\w-]{10,4000}\.[\w-]{10,4000}\.[\w-]{0,4000}|(?:url\()?["']?data:(?:image|font|application|text)\/[\w.+-]{1,40};.{1,100000}|(?:%3[Cc]|%7B).{20,20000}|(?:UA-\d{4,12}-\d{1,3}|GTM-[A-Z0-9]{5,9}|ca-pub-\d{10,20}))$/u,
    drops: ['data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'UA-57077104-1', `${'QUJD'.repeat(30)}=`],
    keeps: ['data: the new oil', 'UA-123'],
  },
  {
    name: 'image-address', density: 0, needsSite: true, hints: ['.jp', '.png', '.gif', '.webp', '.svg', '.avif'],
    test: /^(?:https?:)?\/\/[^\s<>()]{4,400}\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?[^\s<>()]{0,300})?$/iu,
    drops: ['https://cdn.example.com/images/2022/04/21/photo-13273296.jpg'],
    keeps: ['See https://example.com/a.png for the plan.', 'https://example.com/picture'],
  },
  {
    name: 'content-path', density: 0, needsSite: true, hints: ['/'],
    test: /^\/(?:content|etc|apps|en|de|fr|es|[a-z]{2}[_-][a-z]{2})\/[\w-]{1,60}(?:\/[\w.:-]{1,80}){1,10}$/iu,
    drops: ['/en_us/blog/fragments/disclaimer-with-divider', '/content/dam/site/en/hero'],
    keeps: ['/etc/passwd', 'and/or', '/usr/bin'],
  },
]

/** Words of prose by which a page speaks of code. */
export const codeTalk = /\b(?:codes?|coding|functions?|scripts?|JavaScript|TypeScript|CSS|HTML5?|XML|API|JSON|YAML|SQL|PHP|Python|Java|commands?|terminals?|variables?|snippets?|syntax|plugins?|install|npm|GitHub|config(?:uration)?|compilers?|repositor(?:y|ies)|parameters?|templates?|markup|WordPress|tags?|elements?|attributes?|developers?|programming|software|debug\w{0,5}|queries|query|strings?|arrays?|class(?:es)? named|methods?|servers?|automations?|frameworks?|librar(?:y|ies)|Befehl|Funktion|Quelltext|Vorlage|fonction|función|função|代码|函数|コード|関数|код[аеу]?|функци\w{1,3})\b/iu
