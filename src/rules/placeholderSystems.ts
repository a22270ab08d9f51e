/**
 * More template variables that were never filled: the syntax of one system each, rarer than what stands in
 * placeholders.ts. Most prove little by themselves, so that a row is `weak` unless nothing else is written so.
 */
import type {FindRow} from './row.ts'

export const systemPlaceholders: readonly FindRow[] = [
  {
    name: 'expression', strength: 'likely', standsFor: 'words', hints: ['${'],
    find: /(?<![\\\w$/.=:"'`])\$\{(?:[^{}\n@]{1,80} @ ?(?:i18n|context|format|join)\b[^{}\n]{0,60}|\(?[a-z][\w.]{1,60}\)?(?:\?[a-z_]{2,20}|!)[^{}\n]{0,60}|[a-z][\w.]{1,40}\[[^\]{}\n]{1,40}\][\w.]{0,40})\}/gu,
    cuts: [
      ['${properties.jcr:title @ context=\'html\'}', ''], ['${\'Read more\' @ i18n}', ''], ['${product.name!}', ''], ['${(product.price)!\'-\'}', ''], ['${user.name?html}', ''], ['Articles by ${author.name!"n/a"}', ''],
    ],
    leaves: ['HTL writes ${properties.jcr:title @ i18n} where the title shall be translated.', 'echo "${name:?unset}"', 'FreeMarker prints nothing for ${product.name!} if there is no name.', 'const label = `${item[0].name}`;'],
  },
  {
    name: 'velocity', strength: 'weak', standsFor: 'words', hints: ['$'],
    find: /(?<![\w\\$])\$!\{?[a-z][\w.]{1,60}(?:\(\))?\}?|(?<![\w\\$])\$\{?(?!(?:scope|http|rootScope|window|document|state|timeout|this|event|route|resource|refs|parent|root|options|env)\b)[a-z][A-Za-z]{2,30}(?:\.[a-z][A-Za-z]{2,30}){1,4}\}?(?:\(["']?\$?\w{0,30}["']?\))?(?![\w([])/gu,
    cuts: [['$!item.title', ''], ['$product.name', ''], ['By $article.author.name', ''], ['$item.getName()', ''], ['$!{item.title}', '']],
    leaves: ['$price', '$5.50', '$http.get', 'Velocity prints $product.name as it stands if nobody has set it.', 'sleep 5 & wait $!', '$user.name = "ann";'],
  },
  {
    name: 'razor-call', strength: 'likely', standsFor: 'words', hints: ['@'],
    find: /(?<![\w.@/])@(?:Html|Url|Model|ViewBag|Resources?|item)\.[A-Z]\w{1,40}(?:\.\w{1,40}){0,3}(?:\([^()\n]{0,100}\))?|(?<![\w.@/])@\((?:Model|ViewBag|item)\.[^()\n]{1,80}\)|(?<![\w.@/])@(?:[A-Z]\w{0,20}Localizer|Localizer|T|L|lang|trans|yield|__)[[(]["'][^"'\n]{1,80}["'][^)\]\n]{0,40}[)\]]/gu,
    cuts: [['@Html.Raw(Model.Text)', ''], ['@item.Title', ''], ['@(Model.Title)', ''], ['@Localizer["Search"]', ''], ['@lang(\'messages.welcome\')', ''], ['@Html.ActionLink("Home", "Index")', '']],
    leaves: ['Razor calls @Html.Raw(Model.Text) for text that is markup already.', 'ann@Model.Example', '@item', 'Thanks to @T and @L for the pictures.'],
  },
  {
    name: 'smarty-call', strength: 'likely', standsFor: 'words', hints: ['{l ', '{t ', '{s ', '{lang ', '{translate', '{tr ', '{__('],
    find: /\{(?:l|t|s|lang|tr|translate) (?:[a-z_]{1,20}=)?["'][^"'{}\n]{1,120}["'][^{}\n]{0,80}\}|\{__\(["'][^"'{}\n]{1,80}["']\)\}/gu,
    cuts: [['{l s=\'Add to cart\' mod=\'blockcart\'}', ''], ['{s name="DetailBuyLabel"}', ''], ['{__("proceed_to_checkout")}', '']],
    leaves: ['PrestaShop looks for a translation wherever {l s=\'Add to cart\'} stands in a theme.', '{l}', '{s "he" "she"'],
  },
  {
    name: 'scoped-hash', strength: 'likely', standsFor: 'words', hints: ['#'],
    find: /(?<![\w#&])#[a-z]\w{1,20}\.[a-z]\w{1,30}(?:\.\w{1,30}){0,2}#(?![\w#])|(?<![\w#&])#(?:(?:first|last|user|full|nick|site|company)_?name|e?mail|username)#(?![\w#])/giu,
    cuts: [['#session.name#', ''], ['Hello #firstname#', ''], ['#form.email#', '']],
    leaves: ['#harbour#winter', '#iphone#', 'ColdFusion prints the value of a variable that stands between two signs, as in #session.name# here.'],
  },
  {
    name: 'include-error', strength: 'likely', standsFor: 'words', hints: ['[an error', '[Error', '[error'],
    find: /\[an error occurred while processing (?:this|the) directive\]|\[(?:[Ee]rror|[Ee]rror:) [^\]\n]{0,20}(?:processing|loading|including) [^\]\n]{2,60}\]/gu,
    cuts: [['[an error occurred while processing this directive]', ''], ['Visitors: [an error occurred while processing the directive]', '']],
    leaves: ['For weeks the page said nothing but [an error occurred while processing this directive] to all who came.', '[Error bars show one standard deviation]'],
  },
  {
    name: 'mail-field', strength: 'likely', standsFor: 'words', hints: ['%%', '%'],
    find: /(?<![\w%])%%(?:=[a-z][^%\n]{1,60}=|[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,3})%%(?![\w%])|(?<![\w%]|\d )%(?:[a-z]{3,20}\.){1,3}[a-z_]{2,20}%(?![\w%])|(?<![\w%]|\d )%(?:(?:FIRST|LAST|USER|FULL|SITE)_?NAME|NAME|TITLE|SUBJECT|E?MAIL|COUNT|TOTAL)%(?![\w%])/giu,
    cuts: [['%%First Name%%', ''], ['Dear %FIRSTNAME%,', ''], ['%recipient.name%', ''], ['%%=v(@firstName)=%%', '']],
    leaves: ['%APPDATA%', 'The list writes %FIRSTNAME% where the name of the reader will stand.', '20 %title% of all'],
  },
  {
    name: 'content-field', strength: 'likely', standsFor: 'words', hints: ['[+', '[!', '[#', '[@'],
    find: /(?<![\w\]])\[\+[A-Za-z][\w.-]{1,40}\+\]|(?<![\w\]])\[![A-Z]\w{1,30}[^\]\n!]{0,60}!\]|(?<![\w\]])\[#[A-Za-z][\w.]{1,40}#\]|(?<![\w\]])\[@[A-Za-z][\w.]{1,40}@\]/gu,
    cuts: [['[+pagetitle+]', ''], ['[!Ditto? &parents=`5`!]', ''], ['[#title#]', '']],
    leaves: ['[!NOTE]', '[+12]', '[@smith2004]', 'Evolution writes [+pagetitle+] where the title of the page shall stand.'],
  },
  {
    name: 'token', strength: 'likely', standsFor: 'words', hints: ['[node:', '[site:', '[current-', '[user:', '[term:', '[date:', '[comment:', '[file:', '[view:', '[menu', '[commerce-', '[webform'],
    find: /(?<![\w\]])\[(?:node|site|current-user|current-page|current-date|user|term|date|comment|file|view|menu(?:-link)?|commerce-[a-z]{2,20}|webform(?:_submission)?):[a-z][a-z_-]{1,40}(?::[a-zA-Z][\w-]{0,40}){0,4}\]/gu,
    cuts: [['[node:title]', ''], ['[node:title] | [site:name]', ''], ['Welcome, [current-user:name]', ''], ['[date:custom:Y]', '']],
    leaves: ['[date:2012]', '[user: ann]', 'Drupal replaces [node:title] before a page goes out.'],
  },
  {
    name: 'translated-argument', strength: 'weak', standsFor: 'words', hints: ['@', '!', '%', ':'],
    find: /^(?:@(?:count|total|start|end)|!(?:name|count|date|title|username|author|link|site)|%(?:title|name|author|date|username|count|site)|:(?:count|attribute|total|username|seconds))(?=$|[ ,.])|(?<= )(?:@(?:count|total)|:(?:attribute|count|total)|!(?:username|count))(?=$|[ ,.])/gu,
    cuts: [['@count comments', ''], ['%title', ''], [':count results', ''], ['!username', ''], ['Showing @count', '']],
    leaves: ['@countess', ':name:', ':name of the rose', 'Drupal puts the number of comments where @count stands in the text of a message.', '!important'],
  },
  {
    name: 'marker', strength: 'certain', standsFor: 'words', hints: ['###', '@@', '__MSG_'],
    find: /(?<![#\w])###[A-Z][A-Z0-9_]{2,40}###(?![#\w])|(?<![@\w])@@[A-Za-z][A-Za-z_]{2,40}@@(?![@\w])|(?<!\w)__MSG_\w{1,40}__(?!\w)/gu,
    cuts: [['###CONTENT###', ''], ['Dear ###FIRST_NAME###,', ''], ['@@title@@', ''], ['__MSG_appName__', '']],
    leaves: ['### HEADING ###', '@@ -1,4 +1,6 @@', 'TYPO3 puts the text where ###CONTENT### stands, which is how all of its older templates work.'],
  },
  {
    name: 'dollar-marks', strength: 'weak', standsFor: 'words', hints: ['$'],
    find: /(?<![\w$\\])\$(?:(?:[A-Z]{2,20}_){1,4}[A-Z]{2,20}|NAME|TITLE|USERNAME|CONTENT)\$(?![\w$])/gu,
    cuts: [['$FIRST_NAME$', ''], ['Hello $USERNAME$', '']],
    leaves: ['$ABC$', '$x$ and $y$', 'In triangle $ABC$ the sides are equal.', 'The mail says $FIRST_NAME$ instead of the name of whoever gets it.'],
  },
  {
    name: 'spaced-brace', strength: 'weak', standsFor: 'words', hints: ['{ ', '{n}', '{[', '-'],
    find: /(?<![\w\\$#%={])\{ [a-z][a-zA-Z_]{2,30} \}(?![\w=}])|(?<![\w\\$#%={(^_])\{n\}(?= \p{L})|(?<![\w\\$#%={])\{\[\{?\s?[a-z][\w.]{1,40}\s?\}?\]\}|(?<![\w\\$#%/.={^_])\{[a-z]{2,20}(?:-[a-z]{2,20}){1,4}\}(?![\w({^_/=])/gu,
    cuts: [['{ name }', ''], ['{n} comments', ''], ['{[ item.title ]}', ''], ['Welcome {user-name}', '']],
    leaves: ['{ x }', '{n}', 'import { name } from "x"', '{#heading-id}', 'The set { red, green } has two members.', 'a{n} is the last one'],
  },
  {
    name: 'angle-name', strength: 'weak', standsFor: 'words', hints: ['<<'],
    find: /<<[A-Z][A-Za-z]{2,20}(?: [A-Z][a-z]{2,20}){1,2}>>|<<(?:[Nn]ame|[Tt]itle|[A-Z][a-z]{2,15}Name)>>/gu,
    cuts: [['<<First Name>>', ''], ['Dear <<FirstName>>,', '']],
    leaves: ['<<first>>', 'The merge puts the name of the reader where <<First Name>> stands.'],
  },
  {
    name: 'known-key', strength: 'likely', standsFor: 'words', hints: ['.', '_'],
    find: /^(?:common|general|labels?|buttons?|btn|i18n|locale|translations?|accessibility|sections)\.(?:[a-z][a-zA-Z0-9]{0,30}[._-]){0,5}(?:[a-z]{1,20}[A-Z][A-Za-z]{1,30}|[a-z]{1,20}(?:_[a-z]{1,20}){1,6}|title|subtitle|heading|save|cancel|close|submit|label|description|text|button|more|back|next|previous|search|loading|error|success|login|logout|share|details)$|^(?:[A-Z]{3,20}_?){1,4}\.(?:[A-Z]{2,20}[._]){1,5}[A-Z]{2,20}$|^(?:label|lbl|txt|btn|msg|lang)_[a-z]{2,20}(?:_[a-z]{2,20}){1,5}$/gu,
    cuts: [['common.save', ''], ['accessibility.unit_price', ''], ['COMMON.BUTTON.SAVE', ''], ['label_read_more', ''], ['btn.readMore', '']],
    leaves: ['general.electric', 'WWW.EXAMPLE', 'common.save is the key of the text.', 'label', 'label_maker', 'messages.sendMessage', 'messages.google'],
  },
  {
    name: 'wrong-value', strength: 'weak', standsFor: 'words', hints: ['NaN', 'undefined', 'null', 'nvalid ', 'Infinity'],
    find: /(?<=^(?:(?:last )?(?:posted|published|updated|created|modified|edited|date|due|joined|added|start|end|starts|ends|from|on|at|veröffentlicht|aktualisiert|erstellt|datum|publié|mis à jour|publicado|actualizado|fecha|publicado|data|pubblicato|gepubliceerd|geplaatst|опубликовано|дата)(?: (?:on|at|am|le|el|em|il|op))?[: ]{1,3}))invalid (?:date|datetime|time value)$|^invalid (?:date|datetime|time value)(?=$|[ ,|•·-]{1,3}(?:by |\d{1,3} min|invalid date))|\bNaN(?= (?:seconds?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:ago|read|left)$)|^NaN ?(?:\/|out of|of) ?(?:5|10|100)\b|(?<=^(?:rating|score|price|total|subtotal|average|distance|duration|views|size|weight|age|discount)[: ]{1,3})(?:NaN|undefined|null|Infinity)$|(?<=^(?:location|category|author|name|company|phone|e-?mail|address|title|type|status|city|country|brand|model|color|colour|sku|year|posted in|hello|hi|welcome)[,:] ?)(?:null|undefined)$|^(?:undefined|null) ?\/ ?\d{1,3}\b|^[$€£¥] ?(?:null|Infinity)$|^(?:null|undefined|Infinity) ?%(?= off| discount|$)|^(?:undefined){2,6}$|^(?:null){2,6}$/giu,
    cuts: [
      ['Posted on Invalid Date', ''], ['Published: Invalid date', ''], ['Updated NaN days ago', ''], ['Rating: NaN', ''], ['NaN out of 5', ''], ['Location: null', ''], ['undefined/5', ''], ['€null', ''], ['nullnull', ''], ['Infinity% off', ''], ['Invalid Date • 5 min read', ''],
    ],
    leaves: ['NaN', 'null', 'undefined', 'Infinity', 'Returns Invalid Date', 'Fixing Invalid Date', 'Null Island', 'The rating was null and void.', 'Type: string', 'new Date("x") gives Invalid Date.'],
  },
  {
    name: 'icon-ligature', strength: 'certain', standsFor: 'block', hints: ['_'],
    // Names that an icon font turns into pictures; without the font they stand before or behind the label.
    find: /(?:^|(?<=^[a-z_]{4,24} ))(?:local_(?:offer|shipping|phone|mall|cafe|dining)|arrow_(?:forward|back|right_alt|drop_down|drop_up|forward_ios|back_ios|downward|upward)|chevron_(?:left|right)|keyboard_arrow_(?:down|up|left|right)|expand_(?:more|less)|more_(?:vert|horiz)|open_in_new|(?:add_)?shopping_(?:cart|bag|basket)|account_circle|person_outline|favorite_border|star_(?:border|half)|check_circle(?:_outline)?|(?:add|remove)_circle(?:_outline)?|(?:help|info|error|mail|lock|delete)_outline|play_(?:arrow|circle_filled|circle_outline)|skip_(?:next|previous)|volume_(?:up|off)|calendar_today|access_time|location_on|thumb_(?:up|down)|format_(?:quote|align_left|list_bulleted)|grid_(?:on|view)|view_(?:list|module)|filter_list|zoom_(?:in|out)|file_(?:download|upload)|bookmark_border|visibility_off|watch_later|navigate_(?:next|before)|menu_book|unfold_more|check_box(?:_outline_blank)?|radio_button_(?:un)?checked|chat_bubble(?:_outline)?|question_answer|contact_support|notifications_none|card_giftcard|verified_user|exit_to_app|trending_(?:up|flat|down))(?=$| |\p{Lu}\p{Ll})|(?<=\p{L} )(?:arrow_(?:forward|right_alt|drop_down|forward_ios|downward)|chevron_right|keyboard_arrow_(?:down|right|up)|expand_(?:more|less)|open_in_new|navigate_next)$/gu,
    cuts: [['local_shipping Free delivery on all orders over fifty pounds', 'Free delivery on all orders over fifty pounds'], ['grid_on format_align_left', ''], ['Read more arrow_forward', 'Read more'], ['local_offerSpring Sale', 'Spring Sale']],
    leaves: ['first_name', 'local_offer_id integer', 'The field is called shopping_cart in the table.', 'location_on.py', 'check_box = 1'],
  },
  {
    name: 'closing-shortcode', strength: 'certain', standsFor: 'block', hints: ['[/'],
    find: /^(?:\[\/[a-z][a-z0-9_-]{1,24}\]\s?){1,10}$/gu,
    cuts: [['[/tabs]', ''], ['[/accordion][/tabs]', '']],
    leaves: ['The tag [/tabs] closes what [tabs] has opened.', '[/]', '[/usr/bin]'],
  },
  {
    name: 'lone-shortcode', strength: 'certain', standsFor: 'block', hints: ['['],
    find: /^\[(?:addtoany|ez-toc|lwptoc|playlist|starbox|tabs|accordion|toggle|spacer|clear|divider|social-share|sharethis|sitemap|woocommerce-[a-z-]{2,20}|wp-[a-z-]{2,20}|blog-post-[a-z]{2,12}|recent-posts|related-posts|site-reviews|cookie-[a-z]{2,20}|cmplz-[a-z-]{2,20}|borlabs-[a-z-]{2,20}|wpforms|wpdatatable|mailpoet[a-z_-]{0,20}|shareaholic|jetpack-[a-z-]{2,24}|table-of-contents|the-post-grid|gtranslate|smartslider\d?|metaslider|newsletter)(?: [^\]\n]{0,160})?\/?\]$/giu,
    cuts: [['[ez-toc]', ''], ['[addtoany]', ''], ['[blog-post-ad]', ''], ['[cmplz-manage-consent]', '']],
    leaves: ['[tabs] opens a row of them.', '[clearing his throat]', '[dividers of the land]'],
  },
]
