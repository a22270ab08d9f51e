/**
 * `boildown explain page.html -o why.html` in a real browser: it answers by mouse, keyboard, search and selected
 * text, loads nothing, and runs nothing of the page it is about.
 *
 * Needs Chromium. PICTURES=FOLDER leaves screenshots there.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {contrast} from './support/contrast.js'
import {inChromium} from './support/chromium.js'
import {check, inTemporaryFolder, root, run} from './system.js'

const attack = `"'></title></script><script>document.documentElement.dataset.ran='yes'</script><img src="https://example.invalid/a.png" onerror="document.documentElement.dataset.ran='yes'">`

export async function test() {
  await inTemporaryFolder(async folder => {
    const page = readFileSync(join(root, 'fixtures', 'foreign-affairs-html', 'input.html'), 'utf8')
    writeFileSync(join(folder, 'page.html'), page.replace(/<p>/u, `<p>${attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p><p>`))
    run(process.execPath, [join(root, 'bin', 'boildown.js'), 'explain', 'page.html', '-o', 'why.html'], {cwd: folder})
    const url = pathToFileURL(join(folder, 'why.html')).href
    await inChromium(async tab => {
      await tab.size(1300, 900)
      await looks(tab, url)
      await answers(tab, url)
      await isInert(tab, url)
      await hasPolicy(tab, folder)
    })
  })
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} url */
async function looks(tab, url) {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await tab.scheme(scheme)
    await tab.go(url)
    const pairs = await tab.value(`[...document.querySelectorAll('#blocks > .kept, #blocks > .changed, #blocks > .dropped, #blocks > [aria-current], .faint, dt, h2, button')].slice(0, 400).map(each => {
      let at = each
      while (getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)' && at.parentElement) at = at.parentElement
      return [getComputedStyle(each).color, getComputedStyle(at).backgroundColor, each.className || each.tagName]
    })`)
    check(pairs.length > 20, 'there is little to be seen')
    for (const [ink, ground, name] of pairs) check(contrast(ink, ground) >= 4.5, `${scheme}: ${name} has ${ink} on ${ground}`)
    await keep(tab, `inspector-${scheme}`)
  }
  await tab.size(400, 800)
  check(await tab.value('document.documentElement.scrollWidth <= innerWidth'), 'a narrow window must be scrolled sideways')
  await keep(tab, 'inspector-narrow')
  await tab.size(1300, 900)
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} url */
async function answers(tab, url) {
  await tab.go(url)
  const said = () => tab.value(`document.querySelector('#why').innerText`)
  const chosen = () => tab.value(`Number(document.querySelector('[aria-current]').dataset.block)`)
  check(/is kept/u.test(await said()), `at first it says ${await said()}`)
  const first = await chosen()
  await tab.value(`document.querySelector('[aria-current]').focus()`)
  await tab.type('j')
  check(await chosen() === first + 1, `j goes from ${first} to ${await chosen()}`)
  await tab.type('k')
  check(await chosen() === first, `k goes to ${await chosen()}`)
  await tab.type('d')
  check(/is dropped\s+because\s+drop {1,2}\w+: \S+/u.test(await said()), `d gives ${await said()}`)
  check(await tab.value(`document.activeElement.dataset.block === document.querySelector('[aria-current]').dataset.block`), 'the focus stays behind')
  await tab.type('/')
  check(await tab.value(`document.activeElement.id`) === 'search', 'the search is not reached by /')
  await tab.value(`document.querySelector('#search').value = 'Loading'; document.querySelector('#search').dispatchEvent(new Event('input'))`)
  check(/^[1-9]\d* of \d+ blocks$/u.test(await tab.value(`document.querySelector('#count').textContent`)), 'the search finds nothing')
  await tab.press('Enter')
  check(/loading/iu.test(await tab.value(`document.querySelector('[aria-current]').textContent`)), 'Enter does not go to the first hit')
  await tab.value(`document.querySelector('#search').value = ''; document.querySelector('#search').dispatchEvent(new Event('input'))`)
  await selects(tab)
  const causes = await tab.value(`(() => { const {blocks} = JSON.parse(document.querySelector('#data').textContent); const judged = blocks.find(each => each.causes.length === 3); document.querySelector('[data-block="' + judged.index + '"]').click(); return [judged.causes[0].meaning, document.querySelector('#why').innerText] })()`)
  check(causes[1].includes(causes[0]) && /probability 0\.\d{3}/u.test(causes[1]), `no features: ${causes[1]}`)
  await keep(tab, 'inspector-causes')
  const markdown = await tab.value(`(() => { const piece = [...document.querySelectorAll('#markdown [data-block]')].at(-1); piece.click(); return [Number(piece.dataset.block), Number(document.querySelector('[aria-current]').dataset.block), piece.classList.contains('chosen')] })()`)
  check(markdown[0] === markdown[1] && markdown[2], 'the Markdown does not lead to its block')
  const labels = await tab.value(`new Promise(resolve => { const make = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(resolve); return make(blob) }; document.querySelector('#labels').click() })`)
  const parsed = JSON.parse(labels)
  check(parsed.some((/** @type {any} */ each) => each.alive) && parsed.some((/** @type {any} */ each) => !each.alive && each.role !== 'content'), 'the labels are empty')
}

/** "Why was this dropped?", by selecting it. @param {import('./support/chromium.js').Tab} tab */
async function selects(tab) {
  const words = await tab.value(`(() => {
    const item = document.querySelector('#blocks > .dropped:not([hidden])')
    const text = [...item.childNodes].find(node => node.nodeType === 3 && node.data.trim().length > 4)
    getSelection().setBaseAndExtent(text, 0, text, 5)
    document.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}))
    return [getSelection().toString().trim(), document.querySelector('#why').innerText]
  })()`)
  check(words[1].includes(`“${words[0]}” stands in block`) && words[1].includes('which is dropped'), `selected words give ${words[1]}`)
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} url */
async function isInert(tab, url) {
  await tab.go(url)
  await new Promise(resolve => setTimeout(resolve, 300))
  check(tab.requests.length === 1, `it loads ${tab.requests.join(', ')}`)
  check(tab.said.length === 0, `the console says ${tab.said.join('; ')}`)
  check(await tab.value('document.documentElement.dataset.ran') === undefined, 'a script of the page ran')
  check((await tab.value('document.body.innerText')).includes(`<script>document.documentElement.dataset.ran='yes'</script>`), 'the hostile text is not shown as text')
}

/** With an escape forgotten the policy still holds; without the policy the attack is one. @param {import('./support/chromium.js').Tab} tab @param {string} folder */
async function hasPolicy(tab, folder) {
  const broken = join(folder, 'broken.html')
  writeFileSync(broken, readFileSync(join(folder, 'why.html'), 'utf8').replace('<main>', `<main>${attack.slice(attack.indexOf('<script>'))}`))
  for (const expected of [undefined, 'yes']) {
    await tab.go(pathToFileURL(broken).href)
    await new Promise(resolve => setTimeout(resolve, 300))
    check(await tab.value('document.documentElement.dataset.ran') === expected, expected ? 'the attack is none' : 'the policy lets a script run')
    writeFileSync(broken, readFileSync(broken, 'utf8').replace(/<meta http-equiv[^>]*>/u, ''))
  }
}

/** @param {import('./support/chromium.js').Tab} tab @param {string} name */
async function keep(tab, name) {
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, `${name}.png`), await tab.picture(false))
}
