/**
 * Words of class names that say a hidden region opens at a click: answers, tabs, slides. Readers can
 * get at it, so it is content where other things hidden are not (on labelled pages most of it was).
 */
export const collapsed: ReadonlySet<string> = new Set((
  'accordion accordions accordeon akkordeon collapse collapsed collapsible collapsable faq faqs toggle toggler expandable expander expand spoiler answer answers tabpanel tabpane panel panels disclosure details slide slides'
).split(' '))
