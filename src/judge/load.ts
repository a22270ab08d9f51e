/** The judge with the model that ships: loaded and unpacked once, and only if HTML is to be judged. */
import {createJudge, type Judge} from './judge.ts'

let shipped: Promise<Judge> | undefined

export function loadJudge(): Promise<Judge> {
  shipped ??= import('./shipped.model.ts').then(({model}) => createJudge(model))
  return shipped
}
