//! Which colours and measures are there? The page that embeds can set each; whether it is light or dark
//! is the page's colour scheme, unless `theme` says otherwise.

export const tokens = `
:host {
  --accent: var(--nordvis-accent, light-dark(#0b5a6f, #86d0e2));
  --on-accent: var(--nordvis-on-accent, light-dark(#ffffff, #05232b));
  --text: var(--nordvis-text, light-dark(#16242b, #e7eef1));
  --muted: var(--nordvis-muted, light-dark(#4c5f69, #a9bac2));
  --surface: var(--nordvis-surface, light-dark(#ffffff, #0f181d));
  --raised: var(--nordvis-surface-raised, light-dark(#f3f7f8, #18252c));
  --border: var(--nordvis-border, light-dark(#d5dfe3, #2f424b));
  --edge: light-dark(#6b8089, #7e949e);
  --focus: var(--nordvis-focus, light-dark(#0b5a6f, #86d0e2));
  --warning: var(--nordvis-warning, light-dark(#6d4300, #f5cd7a));
  --warning-surface: light-dark(#fff6e0, #2b220e);
  --critical: var(--nordvis-critical, light-dark(#9c1127, #ffa8b0));
  --critical-surface: light-dark(#fdeff0, #341519);
  --radius: var(--nordvis-radius, 12px);
  --space: var(--nordvis-space, 16px);
  font: 400 1rem/1.5 var(--nordvis-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  color: var(--text);
  display: block;
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
*, ::before, ::after { box-sizing: border-box; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
button, input, textarea, select { font: inherit; color: inherit; }
button { cursor: pointer; }
a { color: var(--accent); text-underline-offset: .18em; }
mark { background: color-mix(in srgb, var(--accent) 20%, transparent); color: inherit; border-radius: 3px; padding: 0 .1em; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.1em; height: 1.1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
[hidden] { display: none !important; }
`;
