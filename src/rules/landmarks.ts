/**
 * Names of regions that are not the page's content. A class or id counts when all its words are known: one
 * that names the landmark, the others without meaning of their own (`site-footer`, `jp-relatedposts`); so
 * `code-toolbar` or `related-work` name nothing here.
 */
import type {LandmarkRow} from './row.ts'

export const landmarks: readonly LandmarkRow[] = [
  {
    name: 'navigation', role: 'navigation', words: ['nav', 'navbar', 'navigation', 'navi', 'subnav', 'topnav', 'sidenav', 'mainnav', 'offcanvas', 'hamburger', 'megamenu', 'submenu', 'topbar'],
    pairs: ['top bar', 'off canvas', 'mega menu', 'sub menu', 'skip nav', 'nav menu', 'site header', 'global header'], linked: 0.25, maxShare: 0.3,
    drops: ['main-nav', 'navbar navbar-default', 'siteNavigation', 'post-navigation', 'Layout_nav__x81a'], keeps: ['has-nav', 'naval-history', 'navigation-systems-explained', 'no-navbar'],
  },
  {
    name: 'menu', role: 'navigation', words: ['menu', 'menus', 'dropdown'], pairs: ['user menu'], linked: 0.7, maxShare: 0.1,
    drops: ['main-menu', 'menu-item', 'mobile_menu'], keeps: ['dinner-menu', 'menu-prices'],
  },
  {
    name: 'breadcrumb', role: 'navigation', words: ['breadcrumb', 'breadcrumbs', 'crumbs', 'breadcrumblist'], pairs: [], maxWords: 60,
    drops: ['breadcrumbs', 'c-breadcrumb', 'page_breadcrumbs'], keeps: ['breadcrumb-chicken', 'crumb-cake'],
  },
  {
    name: 'pagination', role: 'navigation', words: ['pagination', 'pager', 'paginator', 'pagenavi', 'paging'], pairs: ['page numbers', 'nav links'], maxWords: 60,
    drops: ['pagination', 'wp-pagenavi', 'post-pagination-wrapper'], keeps: ['pager-duty-incident', 'memory-paging'],
  },
  {
    name: 'skip-link', role: 'navigation', words: ['skiplink', 'skiplinks', 'skipnav'], pairs: ['skip link', 'skip links', 'skip nav', 'skip content', 'skip navigation'], maxWords: 15,
    drops: ['skip-link', 'skip-to-content', 'skipLinks'], keeps: ['skip-the-line', 'link-skip-list'],
  },
  {
    name: 'footer', role: 'footer', words: ['footer', 'colophon', 'subfooter', 'prefooter', 'copyright'], pairs: ['foot nav', 'copy right'], maxShare: 0.3,
    drops: ['site-footer', 'footer-widgets', 'Footer_footer__3xYz1', 'global-footer-inner'], keeps: ['sticky-footer-tutorial', 'no-footer', 'table-footer-cell'],
  },
  {
    name: 'sidebar', role: 'navigation', words: ['sidebar', 'sidebars', 'rightrail', 'leftrail', 'siderail'], pairs: ['right rail', 'left rail', 'side bar', 'side rail', 'widget area'], maxShare: 0.25,
    drops: ['sidebar', 'right-sidebar', 'primary_sidebar', 'l-sidebar'], keeps: ['has-sidebar', 'content-sidebar-wrap', 'with-right-sidebar', 'no-sidebar'],
  },
  {
    name: 'share', role: 'navigation', settles: true, maxWords: 40,
    words: ['share', 'shares', 'sharing', 'social', 'socials', 'sharebar', 'sharebuttons', 'socialshare', 'sharedaddy', 'sharethis', 'addthis', 'addtoany', 'shareaholic', 'shariff', 'socialmedia', 'sociallinks'],
    pairs: ['social media', 'share tools', 'social icons', 'follow us', 'social networks'],
    drops: ['share-buttons', 'social-links', 'articleShare', 'a2a_kit addtoany_share'], keeps: ['market-share', 'social-security', 'share-your-story-feature', 'social-history'],
  },
  {
    name: 'newsletter', role: 'debris', settles: true, words: ['newsletter', 'newsletters', 'mailchimp', 'mc4wp', 'subscribe', 'subscription', 'subscriptions', 'signup', 'optin', 'emailsignup'],
    pairs: ['sign up', 'email signup', 'opt in'], maxWords: 120, maxShare: 0.25,
    drops: ['newsletter-signup', 'newsletter-teaser', 'subscribeBox', 'email-signup'], keeps: ['newsletter-archive-issue', 'subscription-pricing'],
  },
  {
    name: 'consent', role: 'consent', settles: true, words: ['gdpr', 'consent', 'onetrust', 'cookiebot', 'didomi', 'usercentrics', 'cookiebanner', 'cookiebar', 'cookienotice', 'cookieconsent', 'cookielaw', 'cmplz', 'truste', 'consentlayer', 'quantcast', 'borlabs', 'cky', 'iubenda'],
    pairs: ['cookie banner', 'cookie bar', 'cookie notice', 'cookie consent', 'cookie law', 'cookie popup', 'cookie modal', 'cookie message', 'cookie alert', 'cookies banner', 'cookies notice', 'cookies consent', 'cookie disclaimer', 'consent banner', 'consent modal', 'privacy banner'],
    maxShare: 0.5,
    drops: ['cookie-banner', 'cookieConsent', 'onetrust-consent-sdk', 'gdpr-notice'], keeps: ['cookie-recipe', 'cookies', 'consent-in-medical-research'],
  },
  {
    name: 'comment-form', role: 'comment', words: ['commentform', 'replyform', 'respond'],
    pairs: ['comment form', 'comments form', 'comment respond', 'reply form', 'leave comment', 'leave reply', 'add comment', 'comment reply', 'comment login'], maxWords: 150,
    drops: ['comment-respond', 'respond', 'commentform'], keeps: ['comment', 'comments', 'how-birds-respond'],
  },
  {
    name: 'related', role: 'related', linked: 0.15, maxShare: 0.3,
    words: ['related', 'relatedposts', 'relatedarticles', 'recommended', 'recommendations', 'recommendation', 'recirc', 'recirculation', 'outbrain', 'taboola', 'zergnet', 'revcontent', 'crp', 'yarpp', 'upnext', 'readnext', 'mostread', 'mostpopular', 'trending'],
    pairs: ['more stories', 'more news', 'more articles', 'most read', 'most popular', 'popular posts', 'recent posts', 'latest news', 'latest posts', 'read next', 'up next', 'also like', 'also read', 'next article', 'next post', 'previous post', 'prev next', 'read more', 'related topics', 'related products'],
    drops: ['related-posts', 'jp-relatedposts', 'yarpp yarpp-related', 'most-read-list', 'Recirculation'], keeps: ['related-work', 'related-diseases', 'unrelated', 'recommended-dosage'],
  },
  {
    name: 'advert', role: 'advert', settles: true, words: ['advert', 'adverts', 'advertisement', 'advertisements', 'advertising', 'adsense', 'adsbygoogle', 'adslot', 'adunit', 'adbox', 'adcontainer', 'dfp', 'sponsored', 'sponsor', 'gptad', 'adwrapper'],
    pairs: ['ad container', 'ad wrapper', 'ad slot', 'ad unit', 'ad box', 'ad banner', 'ad label', 'google ad', 'google ads', 'banner ad', 'sponsored content'], maxWords: 60, maxShare: 0.1,
    drops: ['advertisement', 'ad-slot', 'google_ads', 'adsbygoogle'], keeps: ['ad', 'classified-ads-listing', 'sponsored-research-office'],
  },
  {
    name: 'author-box', role: 'byline', words: ['authorbox', 'authorbio', 'aboutauthor', 'abouttheauthor'], pairs: ['author box', 'author bio', 'author info', 'about author', 'author card', 'author description', 'author profile'], maxWords: 150, maxShare: 0.2,
    drops: ['author-box', 'about-the-author', 'post-author-bio'], keeps: ['author', 'biology', 'author-interview'],
  },
  {
    name: 'user-box', role: 'byline', words: ['postprofile', 'userinfo', 'userdetails', 'userextras', 'posterinfo', 'memberinfo'],
    pairs: ['post profile', 'user info', 'user details', 'user extras', 'poster info', 'member info', 'cell user', 'message avatar', 'user card', 'user avatar'], maxWords: 60, maxShare: 0.1,
    drops: ['postprofile', 'message-cell--user', 'message-userDetails'], keeps: ['user-guide', 'message-userContent', 'message', 'user-manual'],
  },
  {
    name: 'signature', role: 'debris', words: ['signature', 'signatures', 'postsignature', 'usersignature'], pairs: ['message signature', 'post signature', 'user signature'], maxWords: 80, maxShare: 0.1,
    drops: ['signature', 'message-signature'], keeps: ['signature-dishes', 'digital-signature'],
  },
  {
    name: 'account', role: 'navigation', words: ['login', 'signin', 'loginform', 'paywall', 'regwall', 'userlinks'], pairs: ['log in', 'sign in', 'login form'], maxWords: 60,
    drops: ['login-form', 'user-login', 'signIn', 'sign-in-form'], keeps: ['login-security-guide', 'sign-in-chinese'],
  },
  {
    name: 'search', role: 'navigation', words: ['searchform', 'searchbox', 'searchbar'], pairs: ['search form', 'search box', 'search bar', 'search field', 'search input'], maxWords: 40,
    drops: ['search-form', 'header_searchbox'], keeps: ['search-results', 'search'],
  },
  {
    name: 'popup', role: 'debris', settles: true, words: ['popup', 'modal', 'lightbox', 'snackbar', 'interstitial', 'tooltip'], pairs: ['pop up', 'back top'], maxWords: 150, maxShare: 0.2,
    drops: ['modal', 'popup-wrapper', 'back-to-top'], keeps: ['modal-verbs', 'popup-restaurant'],
  },
]

/** Words of class names that do not change what a name says. */
export const neutral: ReadonlySet<string> = new Set((
  'site page main global top bottom left right upper lower primary secondary wrapper wrap container content list lists item items block blocks box section sections area inner outer group row rows column columns '
  + 'grid link links bar header title button buttons btn icon icons widget widgets module component text desktop mobile tablet fixed sticky inline horizontal vertical small large medium dark light background '
  + 'post posts article articles entry story stories news blog single body region panel holder element standard default custom style kit tools tool user web elementor first last full width '
  + 'card cards form head sdk notice overlay email count strip stack float floating static print theme view views field teaser teasers layer layout message'
).split(' '))

/** First words of a class name that speaks about the whole page, not about its region. */
export const states: ReadonlySet<string> = new Set('has no with without is not hide hides hidden show shows include includes exclude open opened'.split(' '))

/** Words of class names that only join the others; left out before names are read. */
export const joining: ReadonlySet<string> = new Set('the and for to of in on by with'.split(' '))
