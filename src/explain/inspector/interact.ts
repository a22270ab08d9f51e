/**
 * What runs in the inspector's page: choosing blocks by mouse, keyboard, search and selected text.
 *
 * The function is put into the page as its own source text, so it may use nothing from outside of itself. All
 * text of pages goes in as `textContent`.
 */
import type {InspectorData, Shown} from './shown.ts'

// Long, as it is one closed program of a browser: everything it calls must stand inside of it.
export function interact(): void {
  const find = <T extends HTMLElement>(id: string): T => {
    const found = document.getElementById(id)
    if (found === null) throw new Error(`no element ${id}`)
    return found as T
  }
  const data = JSON.parse(find('data').textContent ?? '') as InspectorData
  const list = find('blocks')
  const items = [...list.querySelectorAll<HTMLElement>(':scope > li')]
  const written = [...find('markdown').querySelectorAll<HTMLElement>('span[data-block]')]
  const panel = find('why')
  const search = find<HTMLInputElement>('search')
  const count = find('count')
  let current = -1
  let shownOnly = 'all'

  const make = (tag: string, text: string, name = ''): HTMLElement => {
    const element = document.createElement(tag)
    element.textContent = text
    if (name !== '') element.className = name
    return element
  }

  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`

  function explained(shown: Shown, asked: string): HTMLElement[] {
    const verdict = {kept: 'is kept', changed: 'is kept, changed', dropped: 'is dropped'}[shown.state]
    const out = [make('h2', asked === '' ? `Block ${shown.index} ${verdict}` : `“${asked}” stands in block ${shown.index}, which ${verdict}`, shown.state)]
    const facts = document.createElement('dl')
    const fact = (name: string, value: string): void => { facts.append(make('dt', name), make('dd', value)) }
    fact('because', shown.reason)
    fact('role', `${shown.role} (${shown.kind})`)
    if (shown.element !== '') fact('element', shown.element)
    if (shown.hidden !== 'no') fact('hidden by', shown.hidden)
    if (shown.probability !== null) fact('content', `probability ${shown.probability.toFixed(3)}${data.threshold === null ? '' : `, kept from ${data.threshold.toFixed(3)} on unless a rule says otherwise`}`)
    for (const {name, meaning, value, odds} of shown.causes) fact(`${signed(odds)} ${name}`, `${Number(value.toFixed(2))}: ${meaning}`)
    for (const line of shown.others) fact('also', line)
    out.push(facts)
    return out
  }

  /** @param asked - words somebody selected to ask about */
  function choose(index: number, {asked = '', focus = false} = {}): void {
    const item = items[index]
    const shown = data.blocks[index]
    if (item === undefined || shown === undefined) return
    items[current]?.removeAttribute('aria-current')
    if (items[current]) items[current].tabIndex = -1
    current = index
    item.setAttribute('aria-current', 'true')
    item.tabIndex = 0
    for (const span of written) span.classList.toggle('chosen', Number(span.dataset['block']) === index)
    panel.replaceChildren(...explained(shown, asked))
    item.scrollIntoView({block: 'nearest'})
    written.find(span => Number(span.dataset['block']) === index)?.scrollIntoView({block: 'nearest'})
    if (focus) item.focus({preventScroll: true})
  }

  const isShown = (item: HTMLElement | undefined): boolean => item !== undefined && !item.hidden

  function step(by: 1 | -1, state = '', from = current): void {
    for (let i = from + by; i >= 0 && i < items.length; i += by) {
      if (isShown(items[i]) && (state === '' || items[i].classList.contains(state))) return choose(i, {focus: true})
    }
  }

  function filter(): void {
    const words = search.value.trim().toLowerCase()
    let shown = 0
    items.forEach((item, i) => {
      const fits = (shownOnly === 'all' || item.classList.contains(shownOnly)) && (words === '' || `${data.blocks[i].text} ${data.blocks[i].reason} ${data.blocks[i].role}`.toLowerCase().includes(words))
      item.hidden = !fits
      if (fits) shown++
    })
    count.textContent = shown === items.length ? `${shown} blocks` : `${shown} of ${items.length} blocks`
  }

  function blockOf(node: Node | null): number {
    const element = node instanceof Element ? node : node?.parentElement
    const item = element?.closest<HTMLElement>('[data-block]')
    return item === null || item === undefined ? -1 : Number(item.dataset['block'])
  }

  list.addEventListener('click', event => choose(blockOf(event.target as Node), {focus: getSelection()?.isCollapsed !== false}))
  find('markdown').addEventListener('click', event => choose(blockOf(event.target as Node)))
  const ask = (): void => {
    const selection = getSelection()
    const text = selection?.toString().trim() ?? ''
    const block = text === '' ? -1 : blockOf(selection?.anchorNode ?? null)
    if (block >= 0) choose(block, {asked: text.length > 80 ? `${text.slice(0, 79)}…` : text})
  }
  document.addEventListener('mouseup', ask)
  document.addEventListener('keyup', event => { if (event.shiftKey) ask() })
  search.addEventListener('input', filter)
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') step(1, '', -1)
  })
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=state]')) {
    radio.addEventListener('change', () => {
      shownOnly = radio.value
      filter()
    })
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isTyping = event.target instanceof HTMLInputElement
    if (event.key === '/' && !isTyping) search.focus()
    else if (event.key === 'Escape' && isTyping) items[Math.max(0, current)]?.focus()
    else if (isTyping) return
    else if (event.key === 'j' || (event.key === 'ArrowDown' && document.activeElement?.parentElement === list)) step(1)
    else if (event.key === 'k' || (event.key === 'ArrowUp' && document.activeElement?.parentElement === list)) step(-1)
    else if (event.key === 'd') step(1, 'dropped')
    else if (event.key === 'D') step(-1, 'dropped')
    else return
    event.preventDefault()
  })
  find('labels').addEventListener('click', () => {
    const labels = data.blocks.map(({index, kind, role, state, text}) => ({block: index, kind, role, alive: state !== 'dropped', text}))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(labels, null, 1)}\n`], {type: 'application/json'}))
    link.download = 'labels.json'
    link.click()
    URL.revokeObjectURL(link.href)
  })
  for (const item of items) item.tabIndex = -1
  if (items[0]) items[0].tabIndex = 0
  filter()
  find('tools').hidden = false
  choose(Math.max(0, data.blocks.findIndex(({state}) => state !== 'dropped')))
}
