/** The options of turndown in the words of our writer. */
import type {Hooks} from '../../markdown/hooks.ts'
import type {RenderOptions} from '../../markdown/options.ts'
import type {Options} from './types.ts'

/** What holds where an option is left out: turndown's own defaults. */
export const defaults = {
  headingStyle: 'setext', hr: '* * *', bulletListMarker: '*', codeBlockStyle: 'indented', fence: '```', emDelimiter: '_', strongDelimiter: '**',
  linkStyle: 'inlined', linkReferenceStyle: 'full', br: '  ', preformattedCode: false,
} as const satisfies Options

const choices: Partial<Record<keyof Options, readonly string[]>> = {
  headingStyle: ['setext', 'atx'],
  bulletListMarker: ['-', '+', '*'],
  codeBlockStyle: ['indented', 'fenced'],
  linkStyle: ['inlined', 'referenced'],
  linkReferenceStyle: ['full', 'collapsed', 'shortcut'],
}

/** @throws {TypeError} naming the option, the value and what is allowed */
export function checkOptions(options: Options): void {
  for (const [name, allowed] of Object.entries(choices)) {
    const value = options[name as keyof Options]
    if (value !== undefined && !allowed.includes(value as string)) throw new TypeError(`option ${name}: ${String(value)} is not allowed; allowed: ${allowed.join(', ')}`)
  }
  for (const name of ['hr', 'br', 'emDelimiter', 'strongDelimiter', 'fence'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'string') throw new TypeError(`option ${name} must be a string`)
  }
  if (options.fence !== undefined && !/^(?:`{3,}|~{3,})$/u.test(options.fence)) throw new TypeError(`option fence: ${options.fence} is not allowed; allowed: \`\`\`, ~~~`)
}

export function renderOptions(given: Options): RenderOptions {
  const options = {...defaults, ...defined(given)}
  const emphasis = options.emDelimiter === '*' ? '*' : '_'
  const strong = options.strongDelimiter === '__' ? '__' : '**'
  const hooks: Record<string, Hooks[string]> = {hr: () => options.hr}
  if (options.emDelimiter !== emphasis) hooks['em'] = redelimited(emphasis, options.emDelimiter)
  if (options.strongDelimiter !== strong) hooks['strong'] = redelimited(strong, options.strongDelimiter)
  return {
    links: 'keep', images: 'keep', bullet: options.bulletListMarker, emphasis, strong, fence: options.fence.startsWith('~') ? '~~~' : '```',
    headings: options.headingStyle, linkStyle: options.linkStyle === 'referenced' ? 'referenced' : 'inline', lineBreak: options.br,
    hooks, exact: true, heading: undefined, except: new Set(),
  }
}

/** Signs that are no Markdown, for the dialects of messengers. */
function redelimited(ours: string, theirs: string): Hooks[string] {
  return markdown => (markdown.length > 2 * ours.length && markdown.startsWith(ours) && markdown.endsWith(ours) ? theirs + markdown.slice(ours.length, -ours.length) + theirs : markdown)
}

/** An option given as undefined is left out. */
function defined(options: Options): {[K in keyof Options]?: NonNullable<Options[K]>} {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
