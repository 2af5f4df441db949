//! What does an answer stand on? Numbered sources with page, region and validity, and links to the section itself.

import { h, marked } from './dom.js';

/** The sources of one answer, numbered as they are first cited. */
export class Sources {
  #entries = new Map();

  constructor(answer, context) {
    Object.assign(this, { answer, context });
    const all = [answer.warnings, answer.recommendations, answer.conditional, answer.notes].flat();
    for (const citation of all.flatMap((item) => item.citations ?? [])) {
      if (!this.#entries.has(citation.url)) this.#entries.set(citation.url, { ...citation, number: this.#entries.size + 1 });
    }
  }

  /** `[1] [2]`, each a link to its entry. */
  cite(citations) {
    const { say, id } = this.context;
    const numbers = [...new Set(citations.map((citation) => this.#entries.get(citation.url).number))];
    return h('span', { class: 'cites' }, numbers.map((number) => {
      const link = h('a', { href: `#${id(`source-${number}`)}`, part: 'citation', class: 'cite', 'aria-label': say('widget-source', { number }) }, `[${number}]`);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#go(number);
      });
      return link;
    }));
  }

  #go(number) {
    const citation = [...this.#entries.values()][number - 1];
    if (!this.context.tell('citation', { citation }, true)) return;
    const entry = this.entries[number - 1];
    entry.closest('details').open = true;
    entry.focus();
  }

  /** The list that the numbers lead to: each guideline once, with its sections. */
  list() {
    const { say, id } = this.context;
    if (!this.#entries.size) return null;
    const all = [...this.#entries.values()];
    this.entries = all.map((citation) => this.#entry(citation));
    const guidelines = [...new Set(all.map((citation) => citation.guideline))].map((name) => {
      const own = all.filter((citation) => citation.guideline === name);
      return h('li', { part: 'source' }, this.#guideline(own[0]), h('ul', { class: 'plain' }, own.map((citation) => this.entries[citation.number - 1])));
    });
    const title = say('widget-sources', { number: all.length });
    const details = h('details', { open: true }, h('summary', { class: 'heading' }, title), h('ul', { class: 'sources' }, guidelines));
    return h('div', { class: 'part', part: 'sources' }, details);
  }

  #guideline(citation) {
    const { say, guideline, region } = this.context;
    const about = guideline(citation.guideline);
    const old = about.validTo && about.validTo < this.answer.asOf;
    const facts = [about.region && region(about.region), validity(about, this.context),
      citation.language !== this.answer.language && say(`widget-only-in-${citation.language}`)].filter(Boolean);
    return h('p', {}, h('strong', { lang: citation.language }, citation.title), old && h('span', { class: 'badge' }, say('widget-expired')),
      h('span', { class: 'about' }, facts.join(' · ')));
  }

  #entry(citation) {
    const { say, id, service } = this.context;
    const link = h('a', { href: service.at(citation.url), target: '_blank', rel: 'noopener' },
      h('span', { lang: citation.language }, citation.heading), h('span', { class: 'sr' }, ` (${say('widget-opens-new')})`));
    return h('li', { tabindex: '-1', id: id(`source-${citation.number}`), class: 'entry' }, h('span', { class: 'number', 'aria-hidden': 'true' }, citation.number),
      h('span', { class: 'grow' }, link, citation.page && h('span', { class: 'page' }, say('widget-page', { page: citation.page }))));
  }
}

function validity(about, { say, date }) {
  if (about.validTo) return say('widget-valid-to', { date: date(about.validTo) });
  if (about.validFrom) return say('widget-valid-from', { date: date(about.validFrom) });
  return about.lastRevised ? say('widget-revised', { date: date(about.lastRevised) }) : say('widget-undated');
}

const CRITICAL = ['guideline_expired', 'conflicting_facts', 'boundary_not_defined', 'source_inconsistent'];

/** A warning, above what it concerns. */
export function warning(item, context) {
  const { say, sources } = context;
  const grave = CRITICAL.includes(item.id);
  const badge = say(`widget-warning-${item.id}`) || say('widget-warning');
  return h('div', { class: grave ? 'warning grave' : 'warning', part: 'warning', 'data-warning': item.id },
    h('strong', {}, badge), ' ', item.text, ' ', item.citations?.length > 0 && sources.cite(item.citations),
    item.id === 'region_not_stated' && regions(context));
}

/** The regions that have guidelines, to say where one works. */
function regions({ known, region, ask }) {
  return h('div', { class: 'row regions' }, known.map((code) => {
    const button = h('button', { type: 'button', class: 'choice soft', part: 'quick-reply' }, region(code));
    button.addEventListener('click', () => button.getAttribute('aria-disabled') || ask(region(code), button));
    return button;
  }));
}

/** Passages that may help; each says whose it is. */
export function hits(answer, context) {
  const { say, id, heading, service, guideline, region } = context;
  if (!answer.hits.length) return null;
  const line = (hit) => h('li', {},
    h('a', { href: service.at(hit.url), target: '_blank', rel: 'noopener', lang: hit.language }, hit.heading),
    h('span', { class: 'about' }, `${region(hit.region)} · ${guideline(hit.guideline).name ?? hit.guideline}`),
    h('p', { class: 'snippet', lang: hit.language }, marked(hit.snippet)));
  const list = h('ul', { class: 'plain hits' }, answer.hits.slice(0, 5).map(line));
  if (!answer.recommendations.length && !answer.conditional.length) {
    return h('div', { class: 'part' }, heading(id('hits'), say('widget-hits')), list);
  }
  return h('div', { class: 'part' }, h('details', {}, h('summary', {}, say('widget-hits')), list));
}
