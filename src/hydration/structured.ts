/** Text in JSON-LD: articles, questions and answers, instructions, recipes, products. */
import {isNode, stringsOf, typesOf, type Json, type LdNode} from '../metadata/jsonLd.ts'
import {asHtml, escaped} from './markup.ts'

/** @returns HTML of the longest text that a node holds, '' if none does. */
export function structuredText(nodes: readonly LdNode[]): string {
  let best = ''
  for (const node of nodes) {
    const html = textOf(node)
    if (html.length > best.length) best = html
  }
  return best
}

function textOf(node: LdNode): string {
  const types = typesOf(node)
  const is = (pattern: RegExp): boolean => types.some(type => pattern.test(type))
  if (is(/^FAQPage$/u)) return listOf(node['mainEntity']).map(question).join('\n')
  if (is(/^QAPage$/u)) return listOf(node['mainEntity']).map(each => isNode(each) ? question(each) + listOf(each['suggestedAnswer']).map(answer).join('') : '').join('\n')
  if (is(/^Recipe$/u)) return raw(node['description']) + items('ul', node['recipeIngredient'] ?? node['ingredients']) + steps(node['recipeInstructions'])
  if (is(/^HowTo$/u)) return raw(node['description']) + steps(node['step'] ?? node['steps'])
  if (is(/(?:Article|Posting|Report|Review|WebPage|CreativeWork|Message)$/u)) return raw(node['articleBody'] ?? node['text'] ?? node['reviewBody'] ?? node['description'])
  if (is(/(?:Product|ProductGroup|Event|JobPosting|Course|Book|Movie|VideoObject|PodcastEpisode|Place|LocalBusiness|Service|SoftwareApplication)$/u)) return raw(node['description'])
  return ''
}

/** Text with its markup, if it has any: `stringsOf` would take that out. */
function raw(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim() === '' ? '' : `${asHtml(value)}\n`
  return stringsOf(value).map(asHtml).join('\n')
}

function listOf(value: Json | undefined): readonly Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function question(value: Json): string {
  if (!isNode(value)) return ''
  const name = stringsOf(value['name'] ?? value['text'])[0]
  return (name === undefined ? '' : `<h2>${escaped(name)}</h2>\n`) + listOf(value['acceptedAnswer']).map(answer).join('')
}

function answer(value: Json): string {
  return isNode(value) ? raw(value['text'] ?? value['description']) : ''
}

function items(tag: 'ul' | 'ol', value: Json | undefined): string {
  const texts = stringsOf(value)
  return texts.length === 0 ? '' : `<${tag}>${texts.map(text => `<li>${escaped(text)}</li>`).join('')}</${tag}>\n`
}

/** Steps: strings, `HowToStep`s, or sections of these. */
function steps(value: Json | undefined): string {
  if (typeof value === 'string') return raw(value)
  const list = listOf(value)
  const sections = list.filter(each => isNode(each) && each['itemListElement'] !== undefined) as LdNode[]
  if (sections.length > 0) return sections.map(section => `<h2>${escaped(stringsOf(section['name'])[0] ?? '')}</h2>\n${steps(section['itemListElement'])}`).join('')
  const texts = list.map(each => (isNode(each) ? stringsOf(each['text'] ?? each['description'] ?? each['name'])[0] : stringsOf(each)[0]) ?? '').filter(text => text !== '')
  return texts.length === 0 ? '' : `<ol>${texts.map(text => `<li>${escaped(text)}</li>`).join('')}</ol>\n`
}
