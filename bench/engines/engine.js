/** Contenders of the quality bench: each takes a page and answers with Markdown and metadata. */

/** @typedef {Omit<import('../score/set.js').Prediction, 'id'>} Answer */
/** @typedef {(html: string, url: string | undefined) => Answer | Promise<Answer>} Engine */

/** @type {Record<string, () => Promise<{start: (options: Record<string, unknown>) => Promise<Engine>}>>} */
const engines = {
  boildown: () => import('./boildown.js'),
  classic: () => import('./classic.js'),
  readability: () => import('./readability.js'),
  defuddle: () => import('./defuddle.js'),
  trafilatura: () => import('./trafilatura.js'),
  'second-opinion': () => import('./secondOpinion.js'),
  nothing: () => import('./nothing.js'),
}

export const engineNames = Object.keys(engines)

/** @param {string} name @param {Record<string, unknown>} [options] options of `createCleaner`, for our own engines */
export async function startEngine(name, options = {}) {
  const load = engines[name]
  if (!load) throw new Error(`no engine ${name}; known: ${engineNames.join(', ')}`)
  return (await load()).start(options)
}
