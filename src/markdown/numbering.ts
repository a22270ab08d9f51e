/** Numbers of ordered lists: `start`, `value` and `reversed`, within what Markdown can write. */
import type {Page, Region} from '../page/page.ts'

/** CommonMark reads nine digits. */
const maxNumber = 999_999_999

/** The first number of a list and the step to the next; a reversed list counts down from the number of its items. */
export function firstNumber(page: Page, list: number): {next: number; step: number} {
  const {attrs, end} = page.regions[list]
  const start = Number.parseInt(attrs['start'] ?? '', 10)
  const isStarted = start >= 0 && start <= maxNumber
  if (attrs['reversed'] === undefined) return {next: isStarted ? start : 1, step: 1}
  let items = 0
  for (let r = list + 1; r < end; r = page.regions[r].end) if (page.regions[r].tag === 'li') items++
  return {next: isStarted ? start : items, step: -1}
}

export function itemNumber({attrs}: Region, next: number): number {
  const value = attrs['value']
  return value !== undefined && /^\s{0,9}\d{1,9}\s{0,9}$/u.test(value) ? Number(value) : Math.min(next, maxNumber)
}
