//! How does the search box look?

export const shape = `
form { display: grid; gap: .35rem; max-width: var(--nordvis-width, 44rem); }
label { font-weight: 600; }
.box { display: flex; gap: .5rem; flex-wrap: wrap; }
.field { position: relative; flex: 1 1 14rem; min-width: 0; }
input, [part="button"] { min-height: 44px; border-radius: calc(var(--radius) * .75); }
input { width: 100%; padding: .5rem .8rem; border: 1px solid var(--edge); background: var(--surface); }
[part="button"] { padding: .5rem 1.05rem; border: 1px solid transparent; background: var(--accent); color: var(--on-accent); font-weight: 600; display: inline-flex; gap: .5rem; align-items: center; }
ul { position: absolute; inset: calc(100% + 4px) 0 auto 0; z-index: var(--nordvis-z, 1000); max-height: 22rem; overflow: auto; margin: 0; padding: .3rem; list-style: none; background: var(--surface); border: 1px solid var(--edge); border-radius: calc(var(--radius) * .75); box-shadow: 0 12px 32px rgb(0 0 0 / .18); }
li { min-height: 40px; padding: .5rem .7rem; border-radius: calc(var(--radius) * .5); cursor: pointer; overflow-wrap: anywhere; white-space: pre-wrap; }
li:hover { background: var(--raised); }
li[aria-selected="true"] { background: var(--accent); color: var(--on-accent); outline: 2px solid transparent; }
li[aria-selected="true"]::before { content: "› " / ""; }
@media (forced-colors: active) { li[aria-selected="true"] { outline-color: Highlight; } }
@media print { form { display: none; } }
`;
