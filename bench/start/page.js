/** Pages made by hand for figures that must not depend on labelled sets. */

/**
 * An article page with navigation, links, lists and a table.
 * @param {number} bytes about how long it is to be
 * @param {number} [number] what makes its words differ from those of other pages
 */
export function pageOf(bytes, number = 0) {
  const head = `<!doctype html><html lang="en"><head><title>Harbours, part ${number}</title></head><body>`
    + '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav><main><article><h1>Harbours</h1>'
  const foot = '</article></main><footer><a href="/about">About</a> <a href="/imprint">Imprint</a></footer></body></html>'
  const parts = [head]
  for (let length = head.length + foot.length, i = 0; length < bytes; i++) {
    const part = section(i, number)
    parts.push(part)
    length += part.length
  }
  parts.push(foot)
  return parts.join('\n')
}

/** @param {number} i @param {number} number */
function section(i, number) {
  return `<section class="part part-${i}"><h2>Pier ${i} of ${number}</h2>`
    + `<p>In the year ${1700 + i} the <a href="/pier/${i}">pier ${i}</a> of harbour ${number} was built of <em>oak</em>, and ${i * 7} boats lay there, `
    + `most of them from the north, with <strong>salt, rope and ${i} barrels</strong> of tar in their holds.</p>`
    + `<ul><li>Length: ${i + 20} m</li><li>Depth: ${i % 9} m</li></ul>`
    + `<table><tr><th>Boat</th><th>Load</th></tr><tr><td>Boat ${i}</td><td>${i * 3} t</td></tr></table>`
    + `<div class="share"><a href="/share?${i}">Share</a></div></section>`
}
