/** The judge with the model that ships: loaded and unpacked once, and only where HTML is to be judged. */
import type {Settings} from '../options.ts'
import type {Origin} from '../page/page.ts'
import type {Judge} from './judge.ts'

let shipped: Promise<Judge> | undefined

export function loadJudge(): Promise<Judge> {
  shipped ??= Promise.all([import('./judge.ts'), import('./shipped.model.ts')]).then(([{createJudge}, {model}]) => createJudge(model))
  return shipped
}

/** Text, Markdown and fragments are not judged, nor is a page whose caller has passes of their own that ask no judge. */
export async function judgeFor({fragment, passes}: Settings, origins: readonly Origin[]): Promise<Judge | undefined> {
  const isAsked = passes === undefined || passes.some(({name}) => name === 'mainContent')
  return !fragment && isAsked && origins.includes('html') ? loadJudge() : undefined
}
