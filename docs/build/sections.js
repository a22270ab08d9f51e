/** Which tables there are, and what of each stands in the reference. */
import {code, examples} from './rules.js'

/**
 * @param {(file: string) => Promise<any>} load a module of src/rules by name, without its ending
 * @returns {Promise<import('./rules.js').Section[]>}
 */
export async function sections(load) {
  const [{placeholders}, {leaks}, {loading, loadingPatterns}, {labels, labelPatterns}, {scaffoldPatterns, consentPatterns}, {scripting}, {landmarks}, {interfaceTables}, {verdicts}, {lineRules}] = await Promise.all(
    ['placeholders', 'leaks', 'loading', 'labels', 'scaffold', 'scripting', 'landmarks', 'interface', 'verdicts', 'lines'].map(load))
  const lines = (/** @type {any[]} */ rows) => rows.map(({name, role, drops, keeps}) => [name, role, examples(drops), examples(keeps)])
  const columns = ['rule', 'role', 'goes', 'stays']
  return [
    {
      title: 'Placeholders', about: 'Holes of templates that were never filled. The scaffold around a hole goes with it.', columns: ['rule', 'strength', 'text → what is left', 'stays'],
      rows: placeholders.map((/** @type {any} */ {name, strength, cuts, leaves}) => [name, strength, cuts.slice(0, 3).map((/** @type {[string, string]} */ [before, after]) => `${code(before)} → ${after === '' ? 'nothing' : code(after)}`).join('<br>'), examples(leaves)]),
    },
    {title: 'Spilled scripts, styles and data', about: 'Whole lines of a page’s machinery among its text.', columns: ['rule', 'needs a site around it', 'goes', 'stays'], rows: leaks.map((/** @type {any} */ {name, needsSite, drops, keeps}) => [name, needsSite ? 'yes' : '', examples(drops), examples(keeps)])},
    {title: 'Loading and empty states', about: 'What a page says of itself while it loads or when it has nothing to show.', columns, rows: lines([...loading, ...loadingPatterns])},
    {title: 'Labels of the interface', about: 'Lines that serve the mouse: share, subscribe, sort, skip.', columns, rows: lines([...labels, ...labelPatterns])},
    {title: 'Scaffold and consent', about: 'Sentences that every page of a site carries.', columns, rows: lines([...scaffoldPatterns, ...consentPatterns])},
    {title: 'Scripts and browsers', about: 'Notices that ask for JavaScript, cookies or another browser.', columns, rows: lines(scripting)},
    {
      title: 'Names of regions', about: 'What class names, ids and roles say of an element. Those that settle the matter are believed against the judge.', columns: ['rule', 'role', 'settles', 'names', 'names that look like it and are not'],
      rows: landmarks.map((/** @type {any} */ {name, role, settles, drops, keeps}) => [name, role, settles ? 'yes' : '', examples(drops), examples(keeps)]),
    },
    {
      title: 'Interfaces by language', about: 'Lines and list heads known in each language. They go in company: one alone is doubtful.', columns: ['language', 'lines', 'heads', 'go beside each other', 'stay even there'],
      rows: interfaceTables.map((/** @type {any} */ {language, lines: known, heads, drops, keeps}) => [language, String(known.length), String(heads.length), examples(drops), examples(keeps)]),
    },
    {
      title: 'Verdicts', about: 'What pages say that hold no text of their own. How much else may stand on them is decided in `src/verdict/`.', columns: ['rule', 'verdict', 'where', 'strength', 'hits', 'leaves'],
      rows: verdicts.map((/** @type {any} */ {name, verdict, where, strength, hits, leaves}) => [name, verdict, where, strength, examples(hits), examples(leaves)]),
    },
    {title: 'Lines of flattened text', about: 'What a line is, by its form, before its neighbours are asked.', columns: ['rule', 'is', 'hits', 'misses'], rows: lineRules.map((/** @type {any} */ {name, is, hits, misses}) => [name, is, examples(hits), examples(misses)])},
  ]
}
