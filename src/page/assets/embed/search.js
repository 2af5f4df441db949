//! `<nordvis-search>`: a search box with completions, in somebody else's page. Without script, the form inside it searches.

import { adopt, h, icon, languageOf } from './dom.js';
import { shape } from './search-style.js';
import { Service, speaker, texts } from './service.js';
import { tokens } from './tokens.js';

let boxes = 0;

class NordvisSearch extends HTMLElement {
  #number = ++boxes;
  #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #chosen = -1;
  #asked = 0;
  #timer = 0;

  constructor() {
    super();
    adopt(this.#root, tokens, shape);
    this.#root.append(h('slot'));
  }

  async connectedCallback() {
    if (this.say) return;
    try {
      this.loaded = await texts(this.getAttribute('language') || languageOf(this));
    } catch {
      // The form inside still searches.
      return;
    }
    this.say = speaker(this.loaded);
    this.service = new Service(this.getAttribute('base') ?? this.getAttribute('endpoint'), this.loaded.language);
    this.#draw();
    this.#shortcut();
    this.dispatchEvent(new CustomEvent('nordvis-ready', { bubbles: true, composed: true }));
  }

  /** A whole number of an attribute. */
  #measure(name, otherwise) {
    const number = parseInt(this.getAttribute(name), 10);
    return Number.isNaN(number) ? otherwise : number;
  }

  #id = (name) => `s${this.#number}-${name}`;

  #draw() {
    const { say } = this;
    const light = this.querySelector('form');
    const action = this.getAttribute('action') ?? light?.getAttribute('action');
    const place = action ? new URL(action, document.baseURI).href : this.service.at('/search');
    const input = h('input', { type: 'search', name: 'q', id: this.#id('input'), part: 'input', role: 'combobox', 'aria-expanded': 'false',
      'aria-autocomplete': 'list', 'aria-controls': this.#id('list'), autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'search', maxlength: '200' });
    const label = this.getAttribute('label') || say('widget-search-label');
    const list = h('ul', { role: 'listbox', id: this.#id('list'), part: 'list', 'aria-label': say('widget-search-suggestions'), hidden: true });
    const status = h('p', { role: 'status', class: 'sr' });
    const hidden = (name, value) => value && h('input', { type: 'hidden', name, value });
    const form = h('form', { role: 'search', method: 'get', action: place, part: 'form', target: this.getAttribute('target'), 'aria-label': label },
      h('label', { for: this.#id('input'), part: 'label' }, label),
      h('div', { class: 'box' }, h('div', { class: 'field' }, input, list),
        h('button', { type: 'submit', part: 'button' }, icon('M11 4a7 7 0 1 1 0 14a7 7 0 0 1 0-14', 'M16.5 16.5L21 21'), say('widget-search-button'))),
      hidden('language', this.loaded.language), hidden('region', this.getAttribute('region')), status);
    input.value = light?.querySelector('[name=q]')?.value ?? '';
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('keydown', (event) => this.#pressed(event));
    input.addEventListener('blur', () => this.#show([]));
    form.addEventListener('submit', (event) => this.#search(event));
    Object.assign(this, { input, list, status, form });
    this.#root.replaceChildren(form);
  }

  #search(event) {
    const query = this.input.value.trim();
    const detail = { query };
    const told = new CustomEvent('nordvis-search', { detail, cancelable: true, bubbles: true, composed: true });
    if (!query || !this.dispatchEvent(told)) event.preventDefault();
  }

  #typed() {
    clearTimeout(this.#timer);
    const text = this.input.value.trim();
    if (text.length < this.#measure('min-length', 2)) return this.#show([]);
    this.#timer = setTimeout(() => this.#complete(text), this.#measure('debounce', 150));
  }

  /** Completions; a reply that came after a later question, or none at all, changes nothing. */
  async #complete(text) {
    const asked = ++this.#asked;
    const [, found] = await this.service.get(`/api/v1/suggestions?q=${encodeURIComponent(text)}`).catch(() => [text, []]);
    if (asked !== this.#asked || this.#root.activeElement !== this.input) return;
    this.#show(found.slice(0, this.#measure('max-suggestions', 8)));
    this.status.textContent = this.say(found.length ? 'widget-search-found' : 'widget-search-none', { number: found.length });
  }

  #show(found) {
    this.#chosen = -1;
    this.#asked += found.length ? 0 : 1;
    this.list.replaceChildren(...found.map((text, i) => {
      const option = h('li', { role: 'option', id: this.#id(`option-${i}`), 'aria-selected': 'false', part: 'option' }, ...emphasised(text, this.input.value));
      option.addEventListener('mousedown', (event) => event.preventDefault());
      option.addEventListener('click', () => this.#take(text));
      return option;
    }));
    this.list.hidden = !found.length;
    this.input.setAttribute('aria-expanded', String(found.length > 0));
    this.input.removeAttribute('aria-activedescendant');
  }

  #take(text) {
    this.input.value = text;
    this.#show([]);
    this.form.requestSubmit();
  }

  #move(step) {
    const options = [...this.list.children];
    // From -1, no option, through all of them and round.
    this.#chosen = ((this.#chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === this.#chosen)));
    const chosen = options[this.#chosen];
    if (chosen) this.input.setAttribute('aria-activedescendant', chosen.id);
    else this.input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
    this.status.textContent = chosen?.textContent ?? '';
  }

  #pressed(event) {
    const open = !this.list.hidden;
    const { key, altKey, isComposing } = event;
    if (isComposing) return;
    if ((key === 'ArrowDown' || key === 'ArrowUp') && open) this.#move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'ArrowDown' && altKey) this.#complete(this.input.value.trim());
    else if (key === 'Escape' && open) this.#show([]);
    else if (key === 'Escape') this.input.value = '';
    else if (key === 'Enter' && open && this.#chosen >= 0) this.#take(this.list.children[this.#chosen].textContent);
    else return;
    event.preventDefault();
  }

  /** A key that leads here, where the page wants one: WCAG asks that nobody gets it unasked. */
  #shortcut() {
    const key = this.getAttribute('shortcut');
    if (!key || key === 'none') return;
    document.addEventListener('keydown', (event) => {
      const typing = event.composedPath()[0].closest?.('input, textarea, select, [contenteditable]');
      if (event.key !== key || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.input.focus();
    });
  }
}

/** What was written stands plain in its completion, the rest strong. */
function emphasised(text, written) {
  const start = text.toLowerCase().startsWith(written.trim().toLowerCase()) ? written.trim().length : 0;
  return [text.slice(0, start), h('strong', {}, text.slice(start))];
}

if (!customElements.get('nordvis-search')) customElements.define('nordvis-search', NordvisSearch);
