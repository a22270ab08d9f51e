/** The text judge with the model that ships: loaded and unpacked once, and only where text or Markdown may come. */
import type {Settings} from '../../options.ts'
import type {Origin} from '../../page/page.ts'
import type {TextJudge} from './textJudge.ts'

let shipped: Promise<TextJudge> | undefined

export function loadTextJudge(): Promise<TextJudge> {
  shipped ??= Promise.all([import('./textJudge.ts'), import('./shippedText.model.ts')]).then(([{createTextJudge}, {model}]) => createTextJudge(model))
  return shipped
}

/** Fragments are not judged, nor is a text whose caller has passes of their own that ask no judge. */
export async function textJudgeFor({fragment, passes}: Settings, origins: readonly Origin[]): Promise<TextJudge | undefined> {
  const isAsked = passes === undefined || passes.some(({name}) => name === 'ends')
  return !fragment && isAsked && (origins.includes('text') || origins.includes('markdown')) ? loadTextJudge() : undefined
}
