/** The look of the report. No font, image or script is loaded: it must read the same without a network. */
export const style = `
:root { color-scheme: light dark; --ground: #fdfcfa; --ink: #23201c; --faint: #6b655d; --line: #ded8cf; --kept: #1d6b3a; --dropped: #9c3a22; --bar: #3d6fa5; --card: #fff; --focus: #1a5fd0 }
@media (prefers-color-scheme: dark) { :root { --ground: #191816; --ink: #ece7df; --faint: #a49c91; --line: #3a3733; --kept: #7fcf9b; --dropped: #ef9a82; --bar: #7ba9dc; --card: #211f1d; --focus: #8ab8ff } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 4rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.7rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; border-top: 1px solid var(--line); padding-top: 1rem }
p { margin: .4rem 0; max-width: 48rem } .faint { color: var(--faint) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .4rem .8rem }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; margin: 1rem 0; padding: 0 } a { color: var(--bar) }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none }
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem }
.cards b { display: block; font-size: 1.45rem; font-variant-numeric: tabular-nums; line-height: 1.25 }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 2.5rem; align-items: start }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; position: relative } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere }
thead th { color: var(--faint); font-size: .85rem } .count { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 1% } .barred { width: 30%; min-width: 5rem }
svg { display: block; width: 100% } .bar { height: .7rem; margin-top: .4rem } .bar rect, .histogram rect { fill: var(--bar) } .histogram { max-width: 44rem; height: auto } .histogram text { fill: var(--faint); font-size: 9px } .histogram line { stroke: var(--line) }
.scroll { overflow: auto; max-height: 34rem }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .6rem 0; background: var(--card) } summary { cursor: pointer; padding: .55rem .8rem; overflow-wrap: anywhere } details > div { padding: 0 .8rem .8rem }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem } .sides > div, .columns > * { min-width: 0 } .sides h3 { font-size: .95rem; margin: .5rem 0 }
.blocks { list-style: none; margin: 0; padding: 0; font-size: .9rem } .blocks li { padding: .12rem 0 .12rem 1.4rem; text-indent: -1.4rem; overflow-wrap: anywhere }
.blocks span { display: inline-block; width: 1.4rem; text-indent: 0; font-weight: 700; font-family: ui-monospace, monospace } .kept span { color: var(--kept) } .dropped { color: var(--faint) } .dropped span { color: var(--dropped) } .dropped bdi { text-decoration: line-through }
pre { margin: 0; font: .85rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
.out { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (max-width: 40rem) { .barred { display: none } }
@media print { nav, .skip { display: none } .scroll { max-height: none } }
`
