//! How is a page built under a strict policy? Elements made by hand: no markup in strings, no style attributes.

/** An element with its properties, attributes (`aria-…`, `part`, `role` …), listeners (`onclick`) and children. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else element.setAttribute(key, value);
  }
  element.append(...present(children));
  return element;
}

/** What there is of a list: absent, not empty. */
export const present = (list) => list.flat(9).filter((item) => item !== null && item !== undefined && item !== false && item !== '');

const SVG = 'http://www.w3.org/2000/svg';

/** A picture of strokes in the text's colour; what it says is said in words beside it. */
export function icon(...paths) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' })) svg.setAttribute(key, value);
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** A style sheet that the root adopts: allowed where style elements and attributes are not. */
export function adopt(root, ...texts) {
  root.adoptedStyleSheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** A passage with `<mark>` round what was found; everything else in it is text. */
export function marked(snippet) {
  const words = (text) => text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? "'");
  return snippet.split(/(<mark>.*?<\/mark>)/s).map((piece) =>
    piece.startsWith('<mark>') ? h('mark', {}, words(piece.slice(6, -7))) : words(piece));
}

/** Copies text, also where the page is plain HTTP and has no clipboard of its own. */
export async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { class: 'sr', 'aria-hidden': 'true', tabindex: '-1', readonly: true });
    const focused = root.activeElement;
    field.value = text;
    root.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return copied;
  }
}

/** The closest `lang` of an element, out through shadow roots. */
export function languageOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const lang = node.getAttribute?.('lang');
    if (lang) return lang;
  }
  return document.documentElement.lang || 'en';
}
