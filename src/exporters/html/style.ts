// The one stylesheet of an HTML report: paper and ink on a screen, black on white on paper. Exported, so that a page
// that serves a report can name it in its content policy.

export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #1d1b18; --soft: #5f5a52; --rule: #e2ddd2; --wash: #f3f0e8; --mark: #fff2b8; --link: #1b4f7d;
  --verified: #23663a; --corroborated: #0f666e; --disputed: #8a5200; --misleading: #9c4410; --false: #a1232b; --unverifiable: #57547a; --not_checkable: #63605a; --unchecked: #6d675e;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Noto Serif", "Noto Naskh Arabic", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #ebe6dc; --soft: #a8a092; --rule: #35322c; --wash: #24221e; --mark: #4a3f14; --link: #8fbfe8;
  --verified: #7fc593; --corroborated: #6cc3cb; --disputed: #e0a850; --misleading: #e59562; --false: #ef8b90; --unverifiable: #b3b0dc; --not_checkable: #aaa59b; --unchecked: #a39c90 } }
* { box-sizing: border-box }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans) }
main { max-inline-size: 50rem; margin-inline: auto; padding: 2.2rem 1.25rem 4rem }
h1, h2, h3, p, ul, ol, dl, dd, blockquote, figure { margin: 0; padding: 0 }
h1 { font: 600 2rem/1.15 var(--serif); text-wrap: balance }
h2 { font: 600 1.3rem/1.25 var(--serif); margin-block: 2.6rem .7rem; padding-block-start: .9rem; border-block-start: 1px solid var(--rule) }
h3 { font: 600 1rem/1.35 var(--sans) }
a { color: var(--link); text-underline-offset: .15em; overflow-wrap: anywhere }
.small { color: var(--soft); font-size: .87rem }
.finding { font: 1.2rem/1.5 var(--serif); margin-block: 1rem }
.cautions { list-style: none; background: var(--wash); border-radius: 4px; padding: .6rem .9rem; margin-block: 1rem; display: grid; gap: .3rem }
.plain { padding-inline-start: 1.1rem; display: grid; gap: .35rem }
figure { margin-block: 1.1rem }
figcaption { color: var(--soft); font-size: .87rem; margin-block-start: .35rem }
.picture { display: block; inline-size: 100%; block-size: auto; max-inline-size: 100% }
.chain-picture .picture { inline-size: auto }
.fill-verified { fill: var(--verified) } .fill-corroborated { fill: var(--corroborated) } .fill-disputed { fill: var(--disputed) } .fill-misleading { fill: var(--misleading) }
.fill-false { fill: var(--false) } .fill-unverifiable { fill: var(--unverifiable) } .fill-not_checkable { fill: var(--not_checkable) } .fill-unchecked { fill: var(--rule) }
svg .ink { fill: var(--ink) } svg .soft { fill: var(--soft) } svg .on-fill { fill: var(--paper) } svg .rule { stroke: var(--rule) } svg .stop { stroke: var(--soft); fill: none }
table { inline-size: 100%; border-collapse: collapse; font-size: .92rem; margin-block: .6rem 1.2rem }
caption { text-align: start; font: 600 1rem/1.35 var(--sans); padding-block-end: .3rem }
th, td { text-align: start; padding: .38rem .5rem; border-block-end: 1px solid var(--rule); font-weight: 400; vertical-align: top }
thead th { color: var(--soft); font-size: .8rem; vertical-align: bottom; line-height: 1.2 }
tbody th { font-weight: 600 } .tally th, .tally td { padding-inline: .3rem } .tally thead th { font-size: .74rem } .tally tbody th { min-inline-size: 9.5rem } tbody th .small { font-weight: 400 } .plain + table { margin-block-start: 1.1rem }
.n { text-align: end; font-variant-numeric: tabular-nums } .zero { color: var(--soft) }
.glyph { color: var(--c); font-weight: 700 }
.s-verified { --c: var(--verified) } .s-corroborated { --c: var(--corroborated) } .s-disputed { --c: var(--disputed) } .s-misleading { --c: var(--misleading) }
.s-false { --c: var(--false) } .s-unverifiable { --c: var(--unverifiable) } .s-not_checkable { --c: var(--not_checkable) } .s-unchecked { --c: var(--unchecked) }
.statement { padding-block: 1.3rem; border-block-end: 1px solid var(--rule); display: grid; grid-template-columns: 2.6rem minmax(0, 1fr) }
.statement > .no { font: 600 .95rem/1.5 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums }
.statement.struck .said { text-decoration: line-through }
.status { font-weight: 600 }
.said { font: 1.1rem/1.6 var(--serif); margin-block: .35rem .7rem; color: var(--soft); overflow-wrap: anywhere; white-space: pre-line }
.said mark { background: none; color: var(--ink); text-decoration: underline; text-decoration-color: var(--c); text-decoration-thickness: 1.5px; text-underline-offset: .25em }
.narration .said mark { text-decoration-style: dotted } .said i { color: var(--ink) } .said b { font-weight: 600; color: var(--ink) }
.facts { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .3rem .8rem; font-size: .95rem } .facts ol { font-size: .95em }
.verdict { font-weight: 600 }
details { margin-block-start: 1.2rem } summary { color: var(--soft); cursor: pointer } details ol { padding-inline-start: 1.1rem; margin-block-start: .5rem } .facts dt { color: var(--soft) } .facts dd { overflow-wrap: anywhere }
.facts ul, .facts ol { list-style: none; display: grid; gap: .4rem }
.body { white-space: pre-line }
code, .hash { font: .82rem/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
@media (max-width: 40rem) { .statement { grid-template-columns: 1fr } .facts { grid-template-columns: 1fr; gap: .1rem } .facts dd { margin-block-end: .4rem } .scroll { overflow-x: auto } .scroll .picture { min-inline-size: 36rem } }
@media print {
  @page { margin: 18mm 16mm 20mm }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #f2f2f2; --mark: #fff; --link: #000;
    --verified: #23663a; --corroborated: #0f666e; --disputed: #8a5200; --misleading: #9c4410; --false: #a1232b; --unverifiable: #57547a; --not_checkable: #63605a; --unchecked: #6d675e }
  body { font-size: 10.5pt } main { max-inline-size: none; padding: 0 }
  h1, h2, h3 { break-after: avoid } .statement, tr, figure { break-inside: avoid-page } .statement.long { break-inside: auto }
  .facts a[href]::after { content: " <" attr(href) ">"; font-size: .85em; color: var(--soft) }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`;
