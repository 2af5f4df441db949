//! How does the chat look? Calm, readable, also narrow, enlarged, in high contrast and on paper.

export const shape = `
:host { container-type: inline-size; max-width: var(--nordvis-width, 100%); }
.root { display: flex; flex-direction: column; height: var(--nordvis-height, max(24rem, min(46rem, 88vh))); background: var(--surface); border: 1px solid var(--border); border-radius: var(--radius); overflow: hidden; padding: 0; color: inherit; }
header { display: flex; align-items: center; gap: .5rem; padding: .7rem var(--space); border-bottom: 1px solid var(--border); background: var(--raised); }
header > :first-child { flex: 1; min-width: 0; margin: 0; font-size: 1.1rem; font-weight: 650; line-height: 1.3; overflow-wrap: anywhere; }
.log { flex: 1; min-height: 0; overflow: auto; padding: var(--space); scroll-padding-block-end: 1rem; overscroll-behavior: contain; }
.log:focus-visible { outline-offset: -3px; }
h2, h3, h4, h5, h6, p, ul, ol { margin: 0; }
.plain, .steps, .sources, .chips, .checks, .checklist { list-style: none; padding: 0; }
ul:not([class]) { padding-inline-start: 1.2rem; }
.lead { font-size: 1.05rem; margin-block-end: .9rem; max-width: 60ch; }
.empty details { margin-block-start: 1.1rem; }
.starters { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.starter { width: 100%; min-height: 44px; height: 100%; text-align: start; padding: .65rem .85rem; border: 1px solid var(--border); border-radius: calc(var(--radius) * .75); background: var(--raised); }
.starter:hover, .choice:hover { border-color: var(--accent); }
.turn { margin-block-end: 1.5rem; }
.said { width: fit-content; max-width: min(90%, 42rem); margin-inline-start: auto; margin-block-end: .9rem; padding: .6rem .9rem; background: color-mix(in srgb, var(--accent) 12%, var(--surface)); border-radius: var(--radius) var(--radius) 4px var(--radius); white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid transparent; }
.working { color: var(--muted); display: flex; gap: .6rem; align-items: center; }
.working::before { content: ""; width: .7rem; height: .7rem; border-radius: 50%; background: var(--accent); animation: breathe 1.2s ease-in-out infinite alternate; }
@keyframes breathe { from { opacity: .25; } to { opacity: 1; } }
.card { border: 1px solid var(--border); border-radius: var(--radius); padding: var(--space); display: grid; gap: 1.1rem; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; hyphens: auto; }
.card-title { font-size: 1.05rem; font-weight: 650; }
.part { display: grid; gap: .45rem; grid-template-columns: minmax(0, 1fr); }
.heading, summary.heading { font-size: .875rem; font-weight: 650; color: var(--muted); }
.about, .meta, .help, .quiet { font-size: .875rem; color: var(--muted); }
.about { display: block; }
.chips, .row { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.fact { display: inline-flex; align-items: stretch; border: 1px solid var(--edge); border-radius: 999px; background: var(--raised); max-width: 100%; }
.fact.unsure { border-style: dashed; }
.chip { border: 0; background: none; min-height: 32px; padding: .2rem .3rem .2rem .8rem; border-radius: 999px; text-align: start; }
.chip:not(.off):hover { text-decoration: underline; }
.fact > :only-child { padding-inline-end: .8rem; }
.chip.off { padding: .2rem .6rem .2rem .35rem; display: inline-flex; align-items: center; min-width: 28px; color: var(--muted); }
.chip.off:hover { color: var(--critical); }
.chip[aria-expanded="true"] { font-weight: 650; }
.doubt { color: var(--warning); margin-inline-start: .4rem; font-style: italic; }
.editor:empty { display: none; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .4rem; padding: .7rem .8rem; background: var(--raised); border-radius: calc(var(--radius) * .75); }
.ask { font-weight: 550; }
.row { min-width: 0; }
select { min-width: 0; }
.choice, .action, .send { min-height: 44px; padding: .4rem .95rem; border-radius: calc(var(--radius) * .75); border: 1px solid var(--accent); background: var(--surface); color: var(--accent); font-weight: 550; display: inline-flex; gap: .45rem; align-items: center; text-align: start; }
.choice.soft { border-color: var(--edge); color: var(--text); font-weight: 400; }
.choice[data-chosen]::before { content: "✓" / ""; }
.past .choice:not([data-chosen]), .past .chip.off, .past .follow-ups { display: none; }
[aria-disabled="true"] { cursor: default; }
.choice[aria-disabled="true"], .send[aria-disabled="true"] { border-style: dashed; }
.action { border-color: transparent; background: none; padding: .4rem .6rem; font-weight: 500; }
.action:hover { background: var(--raised); }
.action[aria-pressed="true"], .action[data-done] { border-color: var(--accent); background: color-mix(in srgb, var(--accent) 12%, var(--surface)); }
input, select, textarea { border: 1px solid var(--edge); border-radius: calc(var(--radius) * .6); background: var(--surface); padding: .5rem .7rem; min-height: 44px; max-width: 100%; }
[aria-invalid="true"] { border: 2px solid var(--critical); }
.fault { color: var(--critical); font-weight: 550; }
.warnings { display: grid; gap: .5rem; }
.warning { padding: .6rem .85rem; border-inline-start: 4px solid var(--warning); background: var(--warning-surface); border-radius: 4px calc(var(--radius) * .6) calc(var(--radius) * .6) 4px; }
.warning strong { color: var(--warning); }
.warning.grave { border-color: var(--critical); background: var(--critical-surface); }
.warning.grave strong { color: var(--critical); }
.steps { display: grid; gap: .8rem; }
.step { padding-inline-start: .9rem; border-inline-start: 4px solid var(--accent); display: grid; gap: .3rem; }
.bottom-line { font-size: 1.02rem; }
.step:first-child .bottom-line { font-size: 1.14rem; font-weight: 600; line-height: 1.4; }
.whose { font-weight: 600; }
.provisional { color: var(--warning); font-weight: 550; }
.marks { display: flex; flex-wrap: wrap; gap: .4rem; }
.mark, .badge, .system { font-size: .8125rem; padding: .05rem .5rem; border-radius: 999px; border: 1px solid var(--border); color: var(--muted); }
.badge { border-color: var(--critical); color: var(--critical); margin-inline-start: .5rem; white-space: nowrap; }
.cites { white-space: nowrap; font-weight: 400; }
.cite { font-size: .85rem; display: inline-block; min-width: 24px; min-height: 24px; text-align: center; }
.code { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; padding: .2rem 0; }
.code code { font: 600 1.05rem ui-monospace, "Cascadia Mono", Consolas, monospace; }
.grow { flex: 1; min-width: 9rem; }
.checks li, .checklist li { padding-inline-start: 1.5rem; position: relative; }
.checks li::before { content: "✓" / ""; position: absolute; inset-inline-start: .2rem; color: var(--accent); font-weight: 700; }
.checks .assumed::before { content: "~" / ""; color: var(--warning); }
.checklist li::before { content: "☐" / ""; position: absolute; inset-inline-start: .1rem; }
.plain { display: grid; gap: .55rem; }
.when { color: var(--muted); }
details > summary { cursor: pointer; min-height: 28px; color: var(--accent); width: fit-content; max-width: 100%; }
details[open] > summary { margin-block-end: .35rem; }
.quick-replies, .quick-replies details { display: grid; gap: .5rem; }
.sources { display: grid; gap: .9rem; }
.sources .plain { gap: .3rem; margin-block-start: .4rem; }
.sources .entry { display: flex; gap: .6rem; align-items: baseline; border-radius: 6px; }
.page { color: var(--muted); font-size: .875rem; margin-inline-start: .5rem; white-space: nowrap; }
.number { min-width: 1.5rem; height: 1.5rem; text-align: center; border: 1px solid var(--border); border-radius: 6px; font-size: .85rem; line-height: 1.4rem; }
.snippet { font-size: .92rem; }
.silence { font-size: 1.05rem; }
.actions { display: flex; flex-wrap: wrap; gap: .25rem; border-block-start: 1px solid var(--border); padding-block-start: .6rem; align-items: center; }
.feedback { display: flex; flex-wrap: wrap; gap: .25rem; }
.comment { display: grid; gap: .4rem; flex-basis: 100%; }
.meta { display: grid; gap: .2rem; }
.trouble { border: 1px solid var(--critical); background: var(--critical-surface); border-radius: var(--radius); padding: var(--space); display: grid; gap: .6rem; margin-block-end: 1rem; overflow-wrap: anywhere; }
.trouble .what { font-weight: 600; }
form[part="form"] { padding: .75rem var(--space); border-block-start: 1px solid var(--border); background: var(--raised); display: grid; gap: .4rem; grid-template-columns: minmax(0, 1fr); }
label { font-weight: 600; }
form .entry { display: flex; gap: .5rem; align-items: flex-end; }
.entry textarea { flex: 1; min-width: 0; resize: vertical; max-height: 12rem; field-sizing: content; }
.comment textarea { width: 100%; }
.send { position: relative; background: var(--accent); color: var(--on-accent); }
.send:hover { filter: brightness(1.1); }
.help { display: flex; justify-content: space-between; gap: 1rem; }
.notice { display: grid; gap: .5rem; max-height: 40vh; overflow: auto; }
.notice .row, .regions { margin-block-start: .5rem; }
dialog.root { position: fixed; inset: auto 1rem 1rem auto; margin: 0; width: min(28rem, calc(100vw - 2rem)); height: min(44rem, calc(100vh - 2rem)); max-width: none; max-height: none; z-index: var(--nordvis-z, 1000); box-shadow: 0 18px 50px rgb(0 0 0 / .25); }
:host([position="start"]) dialog.root { inset: auto auto 1rem 1rem; }
:host([mode="dialog"]) dialog.root { inset: 0; margin: auto; width: min(48rem, calc(100vw - 2rem)); }
dialog.root:not([open]) { display: none; }
dialog::backdrop { background: rgb(8 20 26 / .55); }
.launcher { position: fixed; inset: auto 1rem 1rem auto; z-index: var(--nordvis-z, 1000); min-height: 52px; padding: .6rem 1.15rem; border: 1px solid var(--on-accent); border-radius: 999px; background: var(--accent); color: var(--on-accent); font-weight: 600; display: inline-flex; gap: .55rem; align-items: center; box-shadow: 0 6px 20px rgb(0 0 0 / .22); }
:host([position="start"]) .launcher { inset: auto auto 1rem 1rem; }
.launcher[aria-expanded="true"] { visibility: hidden; }
@container (max-width: 26rem) {
  .log, form[part="form"], header { padding-inline: .75rem; }
  .card { padding: .8rem; }
  .send span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .said { max-width: 100%; }
}
@media (prefers-reduced-motion: reduce) { .working::before { animation: none; } }
@media (forced-colors: active) { .step, .warning, .mark, .badge { border-color: CanvasText; } .send { border-color: ButtonText; } }
@media print {
  :host { color-scheme: light; }
  .root { display: block; height: auto; border: 0; overflow: visible; }
  dialog.root { position: static; width: auto; box-shadow: none; }
  .log { overflow: visible; padding: 0; }
  header .action, form[part="form"], .actions, .follow-ups, .quick-replies .row, .launcher, .chip.off, .empty, [part="copy"] { display: none; }
  .one > :not(.printed) { display: none; }
  .card { border: 0; padding: 0; }
  .chip { padding-inline-end: .8rem; }
  .part, .step { break-inside: avoid; }
  .sources a::after { content: " " attr(href); font-size: .8em; overflow-wrap: anywhere; }
}
`;
