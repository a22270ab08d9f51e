/**
 * The report of a real job, opened in a real browser: it loads nothing, runs nothing of the pages it shows, and can be
 * read and used with the keyboard alone, dark and light.
 *
 * Needs Chromium. PICTURES=FOLDER leaves screenshots there.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {check, inTemporaryFolder} from './system.js'
import {inChromium} from './support/chromium.js'
import {contrast, luminance} from './support/contrast.js'
import {finish, pageOf} from './support/jobs.js'

const attack = `"'></title></bdi></pre><script>document.documentElement.dataset.ran='yes'</script><img src="https://example.invalid/a.png" onerror="document.documentElement.dataset.ran='yes'"><svg onload="document.documentElement.dataset.ran='yes'"></svg>`
const text = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export async function test() {
  await inTemporaryFolder(async folder => {
    writeCorpus(join(folder, 'crawl.ndjson'))
    await finish(['crawl.ndjson', '-o', 'clean/', '--language', 'en', '--min-words', '30'], {cwd: folder})
    const report = join(folder, 'clean', 'report.html')
    await inChromium(async tab => {
      await tab.size(1200, 900)
      await looks(tab, report)
      await isInert(tab, report)
      await isUsableByKeyboard(tab)
      await hasPolicy(tab, report, folder)
    })
  })
}

/** Pages of several languages, sizes and hosts, and hostile ones wherever a text may come from. @param {string} file */
function writeCorpus(file) {
  const german = '<p>Der Fluss war drei Tage lang gestiegen, als der Rat zum ersten Mal zusammenkam, und niemand sprach gegen den Damm, den sie bauen wollten.</p>'
  const rows = Array.from({length: 160}, (_, i) => ({id: `r${i}`, url: `https://h${i % 9}.example.org/${i}`, html: i % 11 === 5 ? `<title>Damm</title><main><h1>Damm ${i}</h1>${german.repeat(6)}</main>` : pageOf(i, 4 + (i % 12))}))
  for (let i = 0; i < 40; i++) {
    rows.push({
      id: attack, url: `https://evil${i}.example.org/${encodeURIComponent(attack)}`,
      html: `<html lang="en"><head><title>${text} ${i}</title><meta name="author" content="${text.replaceAll('"', '&quot;')}"></head><body><nav><a href="/">${text}</a> <a href="/b">${text} menu</a></nav><article><h1>${text} ${i}</h1>${pageOf(i, 6).replace(/^[^]*?<article>/u, '').replace(/<\/article>[^]*$/u, '')}<p>${text} and a sentence around it, so that it reads like a text of the page.</p></article></body></html>`,
    })
  }
  rows.push(/** @type {any} */ ({id: 'none', url: 'https://h1.example.org/none'}))
  writeFileSync(file, `${rows.map(row => JSON.stringify(row)).join('\n')}\n`)
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} report */
async function looks(tab, report) {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await tab.scheme(scheme)
    await tab.go(pathToFileURL(report).href)
    const [ground, ink] = await tab.value(`(() => { const {backgroundColor, color} = getComputedStyle(document.body); return [backgroundColor, color] })()`)
    check(luminance(ground) > 0.5 === (scheme === 'light'), `in the scheme ${scheme} the ground is ${ground}`)
    check(contrast(ground, ink) >= 7, `in the scheme ${scheme} ${ink} stands on ${ground}`)
    const faint = await tab.value(`getComputedStyle(document.querySelector('.faint')).color`)
    check(contrast(ground, faint) >= 4.5, `in the scheme ${scheme} ${faint} stands on ${ground}`)
    await keep(tab, `report-${scheme}`)
  }
  await tab.value(`document.querySelectorAll('details')[0].open = true; document.querySelector('#samples').scrollIntoView()`)
  await keep(tab, 'report-sample')
  await tab.size(380, 800)
  await keep(tab, 'report-narrow')
  const wide = await tab.value(`[...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll, .out, .skip')).map(each => each.tagName + '.' + each.className + ' ' + each.getBoundingClientRect().right).slice(0, 8).join(', ')`)
  check(await tab.value('document.documentElement.scrollWidth <= innerWidth'), `a narrow window must be scrolled sideways: ${wide}`)
  await tab.size(1200, 900)
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} report */
async function isInert(tab, report) {
  await tab.go(pathToFileURL(report).href)
  await tab.value(`document.querySelectorAll('details').forEach(each => { each.open = true })`)
  await new Promise(resolve => setTimeout(resolve, 500))
  check(tab.requests.length === 1, `it loads ${tab.requests.join(', ')}`)
  check(tab.said.length === 0, `the console says ${tab.said.join('; ')}`)
  check(await tab.value('document.documentElement.dataset.ran') === undefined, 'a script of a page ran')
  check(await tab.value(`document.querySelectorAll('script, img, iframe, link, base, [onerror], [onload]').length`) === 0, 'markup of a page stands in the report')
  const shown = await tab.value('document.body.innerText')
  check(shown.includes(`onerror="document.documentElement.dataset.ran='yes'"`), 'the hostile text is not shown as text')
  check(shown.includes('201 = '), `the sum is missing: ${shown.slice(0, 300)}`)
  check(/language de/u.test(shown), 'the reason of rejections is missing')
}

/** @param {import('./support/chromium.js').Tab} tab */
async function isUsableByKeyboard(tab) {
  await tab.value(`document.querySelectorAll('details').forEach(each => { each.open = false }); document.activeElement.blur(); scrollTo(0, 0)`)
  const focused = `(() => { const {tagName, hash, className} = document.activeElement; return [tagName, hash ?? '', className].join(' ').trim() })()`
  await tab.press('Tab')
  check((await tab.value(focused)).includes('skip'), `the first stop is ${await tab.value(focused)}`)
  const outline = await tab.value(`getComputedStyle(document.activeElement).outlineStyle`)
  check(outline !== 'none', 'the focus is not to be seen')
  const stops = []
  for (let i = 0; i < 12; i++) {
    await tab.press('Tab')
    stops.push(await tab.value(focused))
    if (stops[i].startsWith('SUMMARY')) break
  }
  check(stops.filter(stop => stop.startsWith('A #')).length === 6, `the sections are not reached: ${stops.join(', ')}`)
  check(stops[stops.length - 1].startsWith('SUMMARY'), `the samples are not reached: ${stops.join(', ')}`)
  await tab.press('Enter')
  check(await tab.value(`document.activeElement.parentElement.open`), 'a sample does not open')
  await tab.press('Tab')
  check((await tab.value(focused)).includes('scroll'), `what scrolls is not reached: ${await tab.value(focused)}`)
}

/** With an escape forgotten the page's policy still holds. @param {import('./support/chromium.js').Tab} tab @param {string} report @param {string} folder */
async function hasPolicy(tab, report, folder) {
  const broken = join(folder, 'broken.html')
  writeFileSync(broken, readFileSync(report, 'utf8').replace('<main>', `<main>${attack}`))
  await tab.go(pathToFileURL(broken).href)
  await new Promise(resolve => setTimeout(resolve, 500))
  check(await tab.value('document.documentElement.dataset.ran') === undefined, 'the policy lets a script run')
  check(tab.said.some(line => /Content Security Policy/u.test(line)), `the policy was not asked: ${tab.said.join('; ')}`)
  // The test itself: without the policy it does run.
  writeFileSync(broken, readFileSync(broken, 'utf8').replace(/<meta http-equiv[^>]*>/u, ''))
  await tab.go(pathToFileURL(broken).href)
  check(await tab.value('document.documentElement.dataset.ran') === 'yes', 'the attack is none: it does not run without a policy either')
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} name */
async function keep(tab, name) {
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, `${name}.png`), await tab.picture(name !== 'report-sample'))
}
