/** The look of the inspector. Nothing is loaded; a fate is told by colour, by a sign and by a word. */
export const style = `
:root { color-scheme: light dark; --ground: #fdfcfa; --ink: #23201c; --faint: #6b655d; --line: #ded8cf; --kept: #1d6b3a; --changed: #7a5200; --dropped: #9c3a22; --tint: #f7ece8; --card: #fff; --focus: #1a5fd0; --chosen: #fff3c4 }
@media (prefers-color-scheme: dark) { :root { --ground: #191816; --ink: #ece7df; --faint: #a49c91; --line: #3a3733; --kept: #7fcf9b; --changed: #e3b65c; --dropped: #ef9a82; --tint: #2a201d; --card: #211f1d; --focus: #8ab8ff; --chosen: #4a3f14 } }
* { box-sizing: border-box } [hidden] { display: none !important }
html, body { height: 100%; margin: 0 }
body { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; background: var(--ground); color: var(--ink); font: .95rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header { padding: .8rem 1.25rem; border-bottom: 1px solid var(--line) } h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1rem; margin: 0 0 .4rem }
p { margin: .2rem 0 } .faint { color: var(--faint) } :focus-visible { outline: 3px solid var(--focus); outline-offset: -2px }
.skip, .out { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .skip:focus { width: auto; height: auto; clip-path: none; background: var(--card); padding: .4rem .8rem; z-index: 1 }
#tools { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center; margin-top: .5rem } fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: .8rem } label { display: inline-flex; gap: .3rem; align-items: center }
input[type=search] { font: inherit; padding: .25rem .5rem; min-width: 16rem; color: inherit; background: var(--card); border: 1px solid var(--faint); border-radius: .3rem } button { font: inherit; padding: .25rem .7rem; color: inherit; background: var(--card); border: 1px solid var(--faint); border-radius: .3rem; cursor: pointer }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } main > section { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; border-right: 1px solid var(--line) } main h2 { padding: .5rem 1.25rem; margin: 0; border-bottom: 1px solid var(--line) }
.scroll { overflow: auto } #blocks { list-style: none; margin: 0; padding: 0 } #blocks > li { padding: .3rem 1.25rem .3rem 2.6rem; border-left: .3rem solid var(--kept); position: relative; cursor: pointer; white-space: pre-line }
#blocks > li::before { content: "+"; position: absolute; left: .9rem; font-weight: 700; font-family: ui-monospace, monospace; color: var(--kept) } #blocks > .dropped { border-color: var(--dropped); background: var(--tint); color: var(--faint) } #blocks > .dropped::before { content: "−"; color: var(--dropped) }
#blocks > .changed { border-color: var(--changed) } #blocks > .changed::before { content: "~"; color: var(--changed) } #blocks > [aria-current] { background: var(--chosen); color: var(--ink) }
.heading { font-weight: 700 } .code { font-family: ui-monospace, monospace; font-size: .85rem; white-space: pre-wrap !important } #blocks > .d1 { padding-left: 3.6rem } #blocks > .d2 { padding-left: 4.6rem } #blocks > .d3 { padding-left: 5.6rem } #blocks > .d4, #blocks > .d5, #blocks > .d6 { padding-left: 6.6rem }
del { color: var(--changed) } small { color: var(--faint); font-weight: 400 }
pre { margin: 0; padding: .5rem 1.25rem; font: .85rem/1.5 ui-monospace, monospace; white-space: pre-wrap } pre span { cursor: pointer } .chosen { background: var(--chosen) }
aside { border-top: 2px solid var(--line); background: var(--card); padding: .7rem 1.25rem; max-height: 38vh; overflow: auto } dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; margin: 0 } dt { color: var(--faint) } dd { margin: 0; white-space: pre-line }
h2.kept { color: var(--kept) } h2.changed { color: var(--changed) } h2.dropped { color: var(--dropped) } summary { cursor: pointer }
@media (max-width: 48rem) { html, body { height: auto } body { display: block } main { display: block } .scroll { overflow: visible } aside { position: sticky; bottom: 0 } }
@media print { html, body { height: auto } body, main { display: block } .scroll, aside { overflow: visible; max-height: none } }
`
