import type {Decision, Strength} from '../page/ledger.ts'

/** What was decided about one block: the drop or keep that holds, and the rest in the order it was said. */
export interface Fate {
  /** The drop or keep that holds; undefined if none was made (the block lives). */
  readonly holds: Decision | undefined
  /** Everything else about this block: overruled drops and keeps, cuts, retypes, lifts, credits. At most `listed`. */
  readonly others: readonly Decision[]
  /** Decisions beyond `listed`. */
  readonly unlisted: number
}

/** Decisions listed a block, chosen: more is noise to a reader, and hostile pages must not multiply them. */
const listed = 12

const rank: Readonly<Record<Strength, number>> = {weak: 1, likely: 2, certain: 3, user: 4}

interface Open { holds: Decision | undefined; others: Decision[]; unlisted: number }

/**
 * The fate of every block, by the ledger's own rule: the strongest drop or keep wins, ties go to the later one.
 *
 * @param count - blocks of the page; decisions about others are left out.
 */
export function fates(decisions: readonly Decision[], count: number): readonly Fate[] {
  const all: Open[] = Array.from({length: count}, () => ({holds: undefined, others: [], unlisted: 0}))
  for (const decision of decisions) {
    const [from, to] = reach(decision)
    for (let i = Math.max(0, from); i < Math.min(to, count); i++) note(all[i], decision)
  }
  return all
}

function reach(decision: Decision): [from: number, to: number] {
  return 'block' in decision ? [decision.block, decision.block + 1] : [decision.from, decision.to]
}

function note(fate: Open, decision: Decision): void {
  if (decision.verdict !== 'drop' && decision.verdict !== 'keep') return list(fate, decision)
  const before = fate.holds
  if (before === undefined || rank[decision.strength] >= rank[before.strength]) {
    fate.holds = decision
    if (before) list(fate, before)
  } else list(fate, decision)
}

function list(fate: Open, decision: Decision): void {
  if (fate.others.length < listed) fate.others.push(decision)
  else fate.unlisted++
}
