/** The passes that drop by name, place and wording: hidden, landmarks, placeholders, debris. */
import {describe, expect, it} from 'vitest'
import {debris} from '../src/passes/debris.ts'
import {hidden} from '../src/passes/hidden.ts'
import {landmarks} from '../src/passes/landmarks.ts'
import {placeholders} from '../src/passes/placeholders.ts'
import {el, left, page, prose, rules, run, textPage} from './passPages.ts'

const story = [prose(60), prose(80, 'harbour'), prose(70, 'lighthouse')]

describe('hidden', () => {
  const drop = (...nodes: Parameters<typeof page>[0]): string[] => left(run(page(nodes), hidden))

  it('drops what attribute, style, aria and closed dialogs hide', () => {
    for (const by of ['attribute', 'style', 'aria', 'dialog'] as const) {
      const ledger = run(page([...story, el('div', {by}, el('p', 'Menu entry'))]), hidden)
      expect(left(ledger)).toEqual(story)
      expect(ledger.reason(3)).toMatchObject({pass: 'hidden', rule: `hidden-by-${by}`, strength: 'certain', role: 'debris'})
    }
  })

  it('keeps the text of noscript, but for requests for JavaScript', () => {
    expect(drop(el('noscript', {by: 'noscript'}, el('p', prose(40)), el('p', 'You need to enable JavaScript to run this app.')))).toEqual([prose(40)])
  })

  it('keeps one of a lazy image and its noscript twin, and no image that counts visits', () => {
    const lazy = {src: '/a.jpg', alt: 'A boat'}
    expect(drop(el('img', lazy), el('noscript', {by: 'noscript'}, el('img', lazy)), story[0])).toEqual(['[A boat]', story[0]])
    expect(drop(el('noscript', {by: 'noscript'}, el('img', lazy)), story[0])).toEqual(['[A boat]', story[0]])
    expect(drop(el('img', {src: '/p', width: '1', height: '1px'}), story[0])).toEqual([story[0]])
    expect(drop(el('img', {src: '/p', width: '100%', height: '1em', alt: 'wide'}))).toEqual(['[wide]'])
  })

  it('keeps what opens at a click: details, answers, tabs', () => {
    expect(drop(...story, el('details', {by: 'details'}, el('p', 'Forty years.')))).toHaveLength(4)
    expect(drop(...story, el('div', {class: 'faq-answer', by: 'style'}, el('p', 'Forty years.')))).toHaveLength(4)
    expect(drop(...story, el('div', {role: 'tabpanel', by: 'attribute'}, el('p', 'Forty years.')))).toHaveLength(4)
    // A collapsed menu stays a menu.
    expect(drop(...story, el('div', {class: 'navbar-collapse', by: 'style'}, el('p', el('a', {href: '/'}, 'Home of the brave'))))).toEqual(story)
    expect(drop(...story, el('div', {class: 'slide cloned', by: 'style'}, el('p', 'Forty years.')))).toEqual(story)
  })

  it('keeps what React streams into a hidden element', () => {
    expect(drop(...story, el('div', {id: 'S:0', by: 'attribute'}, el('div', el('p', 'Short note'))))).toEqual([...story, 'Short note'])
  })

  it('does not believe a way of hiding that hides most of the page', () => {
    const whole = el('div', {by: 'aria'}, ...story.map(text => el('p', text)))
    expect(drop(whole, 'Cookies?')).toEqual([...story, 'Cookies?'])
    expect(drop(el('div', {by: 'style'}, ...story.map(text => el('p', text))), prose(40, 'fox'))).toHaveLength(4)
  })

  it('keeps sentences that only screen readers shall skip', () => {
    expect(drop(...story, el('p', {by: 'aria'}, prose(20, 'aside')), el('p', {by: 'aria'}, '~ ~ tide ~'))).toEqual([...story, prose(20, 'aside')])
  })

  it('cuts hidden words and words for screen readers out of a text, not a text that is nothing else', () => {
    const block = el('p', 'no help at all', el('span', {class: 'screen-reader-text'}, ' (opens in a new tab)'), el('span', {by: 'style'}, ' secret'), '.')
    expect(drop(block)).toEqual(['no help at all.'])
    expect(drop(el('p', el('span', {class: 'sr-only'}, '12 dollars')))).toEqual(['12 dollars'])
  })
})

describe('landmarks', () => {
  const drop = (...nodes: Parameters<typeof page>[0]): string[] => left(run(page(nodes), landmarks))
  const link = (text: string) => el('a', {href: '/x'}, text)

  it('drops by tag, role, class and id', () => {
    const gone = [
      el('nav', el('p', link('Home'))), el('footer', el('p', '© 2024')), el('div', {role: 'navigation'}, el('p', link('Home'))),
      el('div', {class: 'share-buttons'}, el('p', 'Mail')), el('section', {id: 'related-posts'}, el('p', link('Another story'))), el('header', el('p', link('The Paper'))),
      el('aside', el('p', link('More on boats'))), el('select', el('option', 'Germany')), el('form', el('p', 'Your address')), el('div', {class: 'cookie-banner'}, el('p', prose(40, 'cookie'))),
    ]
    for (const node of gone) expect(drop(...story, node), `${node.tag} ${node.attrs['class'] ?? ''}`).toEqual(story)
  })

  it('says which landmark it was', () => {
    const ledger = run(page([...story, el('div', {class: 'newsletter-signup'}, el('p', 'Every Friday.'))]), landmarks)
    expect(ledger.reason(3)).toMatchObject({pass: 'landmarks', rule: 'newsletter', strength: 'certain', role: 'debris'})
  })

  it('never drops a region that holds the page\'s prose, whatever its name', () => {
    for (const name of ['sidebar', 'footer', 'modal', 'newsletter', 'related', 'navigation']) {
      expect(drop(el('div', {class: name}, ...story.map(text => el('p', text))), 'End')).toHaveLength(4)
    }
    expect(drop(el('nav', ...story.map(text => el('p', text))))).toEqual(story)
    expect(drop(el('form', ...story.map(text => el('p', text))))).toEqual(story)
  })

  it('reads no names of headings, articles and page-wide states', () => {
    expect(drop(el('h2', {class: 'related'}, 'Related work'))).toEqual(['Related work'])
    expect(drop(el('div', {class: 'has-sidebar'}, el('p', 'Text')), ...story)).toHaveLength(4)
    expect(drop(el('div', {class: 'FeedforwardAndFeedback code-toolbar'}, el('p', 'Text')), ...story)).toHaveLength(4)
  })

  it('keeps the header of an article, a header with the title, a quote\'s footer', () => {
    expect(drop(el('article', el('header', el('p', link('Section'))), ...story.map(text => el('p', text))))).toHaveLength(4)
    expect(drop(el('header', el('h1', link('The Title'))), ...story)).toHaveLength(4)
    expect(drop(...story, el('blockquote', el('p', 'To be.'), el('footer', el('p', 'Shakespeare'))))).toHaveLength(5)
  })

  it('keeps callouts, questions on buttons, buttons in headings', () => {
    expect(drop(...story, el('aside', el('p', 'Note: mind the step.')))).toHaveLength(4)
    expect(drop(...story, el('button', 'How old is it?'))).toHaveLength(4)
    expect(drop(...story, el('h3', el('button', 'Delivery')))).toHaveLength(4)
    expect(drop(...story, el('button', 'Send'))).toEqual(story)
  })

  it('keeps names that lack the links they live of', () => {
    expect(drop(...story, el('div', {class: 'menu'}, el('p', 'Soup, bread and cheese')))).toHaveLength(4)
    expect(drop(...story, el('div', {class: 'related'}, el('p', 'An uncle of the king.')))).toHaveLength(4)
  })
})

describe('placeholders', () => {
  const drop = (...nodes: Parameters<typeof page>[0]): string[] => left(run(textPage(nodes), placeholders))

  it('drops the tail of an unfilled search page, with its labels', () => {
    expect(drop(...story, 'Browse Related Articles on {{}}', '{{ | number}} Articles Found', el('ul', el('li', '{{bucket.key_as_string}}')))).toEqual(story)
  })

  it('names the row and how much the page is about templates', () => {
    const ledger = run(textPage([...story, '{title}']), placeholders)
    expect(ledger.reason(3)).toMatchObject({rule: 'single-brace', strength: 'likely', role: 'debris', value: 0})
  })

  it('leaves all on a page about templates, flattened or not', () => {
    const manual = [
      'A template is a page with holes. Each hole is a name in double braces, such as {{ name }}, and the engine puts a value there when somebody asks.',
      'Write this where the list should appear:', '{% for book in books %}', '{{ book.title }}', '{% endfor %}', 'A counter:', '{{ total | number }} articles found.',
    ]
    expect(drop(...manual)).toEqual(manual)
  })

  it('leaves an example after a colon, and a list of them, on any page', () => {
    const nodes = [prose(60), 'In the address the name is written so:', el('ul', el('li', '{{name}}'), el('li', '{{city}}')), prose(50, 'fox')]
    expect(drop(...nodes)).toEqual([prose(60), 'In the address the name is written so:', '{{name}}', '{{city}}', prose(50, 'fox')])
  })

  it('leaves code, code spans and tables', () => {
    const nodes = [...story, el('pre', '{{ name }}'), el('p', 'The ', el('code', '{{ name }}'), ' is kept.'), el('table', el('tr', el('td', '{{ limit }}'), el('td', 'The expected length')))]
    expect(left(run(page(nodes), placeholders))).toHaveLength(3 + 4)
  })

  it('cuts from a longer text only what stands by itself', () => {
    const hole = `${prose(20)} The price for {{ count }} nights includes breakfast and the boat to the island.`
    expect(drop(hole)).toEqual([hole])
    expect(drop(`${prose(20)} {{ad.text}} ${prose(20, 'fox')}`)).toEqual([`${prose(20)} ${prose(20, 'fox')}`])
  })

  it('cuts an alt text that was never filled', () => {
    const ledger = run(page([el('img', {src: '/a.png', alt: '{{ image.alt }}'}), el('img', {src: '/b.png', alt: 'A cat'})]), placeholders)
    expect(ledger.altCuts(0, 0)).toEqual([{from: 0, to: 15}])
    expect(ledger.altCuts(1, 0)).toEqual([])
  })
})

describe('debris', () => {
  const drop = (...nodes: Parameters<typeof page>[0]): string[] => left(run(page(nodes), debris))

  it('drops loading texts in many languages, as whole lines', () => {
    for (const text of ['Loading, please wait...', 'Laden…', 'Chargement en cours', 'Cargando...', '正在加载…', 'Загрузка...', '読み込み中', 'جار التحميل', 'Yükleniyor...', 'Ładowanie…']) {
      expect(drop(...story, text), text).toEqual(story)
    }
    expect(drop('Loading the last boat took until dawn.')).toHaveLength(1)
  })

  it('leaves them as headings, in tables, in lists of services and after a colon', () => {
    expect(drop(el('h2', 'Loading...'), el('table', el('tr', el('td', 'Loading...'))), el('ul', el('li', 'Loading...')))).toHaveLength(3)
    expect(drop('Until it arrives the reader sees:', 'Loading...')).toHaveLength(2)
  })

  it('drops share links in lists, not steps that name a button', () => {
    expect(drop(el('ul', el('li', el('a', {href: '/'}, 'Share on Facebook'))), ...story)).toEqual(story)
    expect(drop(el('ol', el('li', 'Log in'), el('li', 'Write the letter')))).toHaveLength(2)
  })

  it('drops a request for JavaScript around the text, and inside only where scripts are not the subject', () => {
    const notice = 'Please enable JavaScript to view the comments.'
    expect(drop(...story, notice)).toEqual(story)
    expect(drop(story[0], notice, story[1])).toEqual([story[0], story[1]])
    const talk = 'JavaScript runs in the browser, and that is the whole trouble with it, says the author of this book.'
    expect(drop(story[0], talk, `${talk} Twice.`, notice, story[1])).toContain(notice)
  })

  it('drops filler text, unless the page is made of it', () => {
    const filler = `Lorem ipsum dolor sit amet, ${'consectetur adipiscing elit, sed do eiusmod tempor '.repeat(6)}incididunt.`
    expect(drop(...story, prose(100, 'fox'), prose(120, 'hare'), filler)).toHaveLength(5)
    expect(drop(filler, filler)).toEqual([filler, filler])
    // Only the first of its paragraphs says so.
    const more = ['Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur.', 'Excepteur sint occaecat cupidatat non proident, sunt in culpa qui officia deserunt mollit anim id est laborum.']
    expect(drop('Lorem ipsum dolor sit amet.', ...more, prose(60, 'fox'))).toHaveLength(4)
    expect(drop('Lorem ipsum dolor sit amet.', prose(60, 'hare'), prose(60, 'fox'))).toHaveLength(2)
  })

  it('cuts the sign that links a heading to itself', () => {
    expect(drop(el('h2', 'Keys', el('a', {href: '#keys'}, '¶')))).toEqual(['Keys'])
    expect(drop(el('h2', el('a', {href: '#c'}, '#')))).toEqual(['#'])
  })

  it('names pass, rule and role', () => {
    expect(run(page(['Advertisement', ...story]), debris).reason(0)).toMatchObject({pass: 'debris', rule: 'advert', role: 'advert', strength: 'certain'})
    expect(rules(run(page(story), debris))).toEqual([])
  })
})
