/** `npm run docs:pictures`: the pictures of docs/how-it-decides.md, from the inspector in a real browser (Chromium). */
import {writeFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {inChromium} from '../../test/systems/support/chromium.js'
import {inTemporaryFolder, run} from '../../test/systems/system.js'

const root = new URL('../../', import.meta.url)
const bin = fileURLToPath(new URL('bin/boildown.js', root))
const page = 'fixtures/foreign-affairs-html/input.html'

/** Each shows the block that has these words chosen. */
const pictures = {
  inspector: {text: 'A gun crew north of Kabul', dark: false},
  'decides-consent': {text: 'We use cookies', dark: false},
  'decides-judge': {text: 'Russia has long fretted', dark: false},
  'decides-debris': {text: '{{ | number}} Articles Found', dark: true},
}

await inTemporaryFolder(async folder => {
  const report = `${folder}/why.html`
  run(process.execPath, [bin, 'explain', page, '-o', report], {cwd: fileURLToPath(root)})
  await inChromium(async tab => {
    await tab.size(1200, 760)
    for (const [name, {text, dark}] of Object.entries(pictures)) {
      await tab.scheme(dark ? 'dark' : 'light')
      await tab.go(pathToFileURL(report).href)
      await tab.value(`(() => {
        const block = [...document.querySelectorAll('[data-block]')].find(each => each.textContent.includes(${JSON.stringify(text)}))
        block.click()
        block.scrollIntoView({block: 'center'})
      })()`)
      // They go into the package: as PNG they would be half of it.
      const {data} = await tab.send('Page.captureScreenshot', {format: 'webp', quality: 70})
      writeFileSync(fileURLToPath(new URL(`docs/images/${name}.webp`, root)), Buffer.from(data, 'base64'))
    }
  })
})
