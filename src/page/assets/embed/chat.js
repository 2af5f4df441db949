//! `<nordvis-chat>`: a conversation with the guidelines, inside somebody else's page.

import { card } from './card.js';
import { shape } from './chat-style.js';
import { Conversation } from './conversation.js';
import { adopt, copyText, h, icon, languageOf } from './dom.js';
import { identifiers, without } from './identifier.js';
import { Failure, Service, speaker, texts } from './service.js';
import { tokens } from './tokens.js';
import { warn, trouble } from './trouble.js';

const SOON_MS = 300;
const NEARLY = 0.9;
let instances = 0;

class NordvisChat extends HTMLElement {
  static observedAttributes = ['lang', 'language', 'open', 'region', 'base', 'endpoint', 'mode', 'heading'];

  #number = ++instances;
  #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #turns = [];
  #parts = {};
  #busy = false;
  #ready = false;
  #beginnings = 0;
  #token = null;
  #conversation = null;
  #confirmed = '';
  #folded = [];

  constructor() {
    super();
    adopt(this.#root, tokens, shape);
    this.#root.append(h('slot'));
  }

  connectedCallback() {
    addEventListener('beforeprint', this.#unfold);
    addEventListener('afterprint', this.#fold);
    if (!this.#ready) this.#begin();
  }

  disconnectedCallback() {
    removeEventListener('beforeprint', this.#unfold);
    removeEventListener('afterprint', this.#fold);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#ready || before === now) return;
    if (name === 'open') this.#opened();
    else this.#begin();
  }

  // What a page can do with it.

  /** Asks, as if the text had been typed. */
  ask(text) {
    return this.#say({ text }, text);
  }

  show() {
    this.toggleAttribute('open', true);
  }

  hide() {
    this.toggleAttribute('open', false);
  }

  /** Ends the conversation, also on the service, and begins anew. */
  async clear() {
    this.#turns = [];
    this.#conversation?.end();
    this.#draw();
    this.#status(this.#speak('widget-cleared'));
    this.#tell('clear', {});
  }

  focus(options) {
    (this.#parts.input ?? this).focus?.call(this.#parts.input ?? HTMLElement.prototype, options);
  }

  /** What was said and answered: `text` (default) or `json`. */
  getTranscript({ format = 'text' } = {}) {
    if (format === 'json') return structuredClone(this.#turns);
    return this.#turns.map(({ said, answer }) => `> ${said}\n\n${answer.text}`).join('\n\n');
  }

  get answers() {
    return this.#turns.map((turn) => turn.answer);
  }

  /** Access for the API. A property, so that it stands in no markup. */
  set token(token) {
    this.#token = token;
    if (this.#conversation) this.#conversation.service.token = token;
  }

  // How it begins.

  async #begin() {
    this.#ready = true;
    const beginning = ++this.#beginnings;
    const language = this.getAttribute('language') || languageOf(this);
    try {
      const loaded = await texts(language);
      // Several attributes may change at once: the last beginning counts.
      if (beginning !== this.#beginnings) return;
      this.loaded = loaded;
    } catch (error) {
      // Without texts there is nothing to show but what the page itself says.
      this.#ready = false;
      this.#tell('error', { kind: error.kind ?? 'offline' });
      window.addEventListener('online', () => this.#begin(), { once: true });
      return;
    }
    const base = this.getAttribute('base') ?? this.getAttribute('endpoint');
    const service = new Service(base, this.loaded.language, this.#token);
    const store = this.getAttribute('history') === 'tab' ? `nordvis ${service.base}` : null;
    this.#conversation = new Conversation(service, { region: this.getAttribute('region'), language: this.loaded.language }, store);
    this.#draw();
    await this.#cover();
    await this.#resume();
    if (beginning !== this.#beginnings) return;
    this.#tell('ready', { language: this.loaded.language });
    const question = this.getAttribute('question');
    if (question && !this.#turns.length) {
      this.removeAttribute('question');
      await this.ask(question);
    }
  }

  /** What can be asked about here; a service that cannot be reached is told of at once. */
  async #cover() {
    try {
      await this.#conversation.learn();
      this.#parts.log.querySelector('.empty')?.replaceWith(this.#empty());
    } catch (failure) {
      this.#failed(failure, () => this.#cover());
    }
  }

  async #resume() {
    for (const { text, answer } of await this.#conversation.earlier()) this.#add(text ?? this.#speak('widget-facts-given'), answer);
  }

  get #speak() {
    return speaker(this.loaded);
  }

  #id = (name) => `n${this.#number}-${name}`;

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`nordvis-${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }

  // How it looks.

  #draw() {
    const say = this.#speak;
    const mode = this.getAttribute('mode') ?? 'inline';
    const level = Math.min(Math.max(parseInt(this.getAttribute('heading-level'), 10) || 2, 2), 4);
    const kept = this.#parts.input?.value ?? '';
    this.level = level;
    const title = h(`h${level}`, { part: 'title', id: this.#id('heading') }, this.getAttribute('heading') || say('widget-heading'));
    const fresh = h('button', { type: 'button', class: 'action', part: 'clear', onclick: () => this.clear() }, icon('M12 5v14M5 12h14'), say('widget-new-patient'));
    const close = mode !== 'inline' && h('button', { type: 'button', class: 'action', onclick: () => this.hide() }, icon('M6 6l12 12M18 6L6 18'), h('span', { class: 'sr' }, say('widget-close')));
    const log = h('div', { part: 'log', class: 'log', role: 'log', tabindex: '0', 'aria-live': 'off', 'aria-label': say('widget-log') });
    const status = h('p', { role: 'status', class: 'sr', 'aria-atomic': 'true' });
    const alert = h('div', { role: 'alert', class: 'sr' });
    const body = [h('header', { part: 'header' }, title, fresh, close), log, status, alert, this.#form(say)];
    const root = mode === 'inline' ? h('section', { part: 'root', class: 'root', 'aria-labelledby': this.#id('heading') }, body)
      : h('dialog', { part: 'root', class: 'root', 'aria-labelledby': this.#id('heading'), onkeydown: (event) => event.key === 'Escape' && (event.preventDefault(), this.hide()) }, body);
    const launcher = mode !== 'inline' && h('button', { type: 'button', part: 'launcher', class: 'launcher', 'aria-expanded': 'false', onclick: () => this.show() },
      icon('M5 5h14v10H10l-5 4z'), this.getAttribute('heading') || say('widget-heading'));
    Object.assign(this.#parts, { log, status, alert, root, launcher });
    this.#root.replaceChildren(...[launcher, root].filter(Boolean));
    this.#parts.input.value = kept;
    log.append(this.#empty());
    for (const turn of this.#turns.splice(0)) this.#add(turn.said, turn.answer);
    // In another region or language another conversation begins: what was answered stays to be read.
    if (!this.#conversation.begun) for (const turn of log.querySelectorAll('.turn')) retire(turn);
    if (this.hasAttribute('open')) this.#opened();
  }

  #form(say) {
    const max = parseInt(this.getAttribute('max-length'), 10) || 4000;
    const input = h('textarea', { part: 'input', id: this.#id('input'), rows: '2', 'aria-describedby': `${this.#id('help')} ${this.#id('notice')}`, autocomplete: 'off', enterkeyhint: 'send' });
    const notice = h('div', { id: this.#id('notice'), class: 'notice', hidden: true });
    const counter = h('span', { class: 'counter', hidden: true });
    const send = h('button', { type: 'submit', part: 'send', class: 'send' }, icon('M4 12l16-8-6 16-3-6z'), h('span', {}, say('widget-send')));
    const form = h('form', { part: 'form', novalidate: true, onsubmit: (event) => (event.preventDefault(), this.#submit()) },
      h('label', { part: 'label', for: this.#id('input') }, say('widget-label')), notice,
      h('div', { class: 'entry' }, input, send), h('p', { class: 'about help', id: this.#id('help') }, h('span', {}, say('widget-help')), counter));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    input.addEventListener('input', () => {
      const length = [...input.value].length;
      counter.textContent = `${length} / ${max}`;
      counter.hidden = length < max * NEARLY;
      if (!counter.hidden) this.#status(say('widget-length', { length, max }));
      if (!identifiers(input.value).length || this.#confirmed !== input.value) this.#notice();
      input.setAttribute('aria-invalid', 'false');
    });
    Object.assign(this.#parts, { input, notice, send, max });
    return form;
  }

  /** Before anything is asked: what can be asked, of which guidelines. */
  #empty() {
    const say = this.#speak;
    const region = this.getAttribute('region');
    const known = [...(this.#conversation?.guidelines.values() ?? [])].filter((item) => !region || item.region === region);
    const subjects = [...new Set(known.map((item) => item.subject))];
    const own = (this.getAttribute('starters') ?? '').split('|').concat([...this.querySelectorAll('[slot=starters] li')].map((item) => item.textContent));
    const given = own.map((text) => text.trim()).filter(Boolean);
    const starters = given.length ? given : subjects.flatMap((subject) => [1, 2].map((n) => say(`widget-example-${subject}-${n}`))).filter(Boolean);
    const button = (text) => h('li', {}, h('button', { type: 'button', class: 'starter', onclick: () => this.ask(text) }, text));
    const line = (item) => h('li', {}, item.name, h('span', { class: 'about' }, [this.loaded.regions[item.region], item.validTo && item.validTo < today() && say('widget-expired')].filter(Boolean).join(' · ')));
    return h('div', { part: 'empty', class: 'empty' }, h('p', { class: 'lead' }, say('widget-empty')),
      starters.length > 0 && h('ul', { class: 'plain starters', 'aria-label': say('widget-examples') }, starters.slice(0, 6).map(button)),
      known.length > 0 && h('details', {}, h('summary', {}, say('widget-coverage', { number: known.length })), h('ul', {}, known.map(line))),
      region && known.length === 0 && this.#conversation?.guidelines.size > 0 && h('p', { class: 'warning' }, say('widget-region-not-covered', { region: this.loaded.regions[region] ?? region })));
  }

  #opened() {
    const { root, launcher } = this.#parts;
    const open = this.hasAttribute('open');
    if (!launcher || root.open === open) return;
    launcher.setAttribute('aria-expanded', String(open));
    if (open) {
      if (this.getAttribute('mode') === 'dialog') root.showModal();
      else root.show();
      this.#parts.input.focus();
    } else {
      root.close();
      launcher.focus();
    }
    this.#tell('toggle', { open });
  }

  // How it converses.

  #submit() {
    const { input, max } = this.#parts;
    const say = this.#speak;
    const text = input.value.trim();
    if (!text) return this.#invalid(say('widget-write-first'));
    if ([...text].length > max) return this.#invalid(say('widget-too-long', { length: [...text].length, max }));
    if (identifiers(text).length && this.#confirmed !== input.value) return this.#warn(text);
    return this.#say({ text }, text, true);
  }

  #invalid(message) {
    this.#notice(h('p', { class: 'fault' }, message));
    this.#parts.input.setAttribute('aria-invalid', 'true');
    this.#status(message);
  }

  /** Something that looks like an identifier is told of before it is sent; the text stays as it was typed. */
  #warn(text) {
    this.#confirmed = this.#parts.input.value;
    const { input } = this.#parts;
    const remove = () => {
      input.value = without(input.value);
      this.#confirmed = '';
      this.#notice();
      input.focus();
    };
    this.#notice(warn(this.#speak, remove, () => this.#say({ text }, text, true)));
    this.#status(this.#speak('widget-identifier'));
  }

  #notice(...content) {
    this.#parts.notice.replaceChildren(...content);
    this.#parts.notice.hidden = content.length === 0;
  }

  #status(text) {
    this.#parts.status.textContent = text;
  }

  /** Sends a message and shows the answer. Gives back what is wrong with a field, where that is what went wrong. */
  async #say(message, said, typed = false) {
    const say = this.#speak;
    if (this.#busy || !this.#conversation || !this.#tell('ask', { message }, true)) return null;
    this.#working(true);
    this.#clearTrouble();
    const waiting = h('div', { class: 'turn' }, this.#bubble(said), h('p', { class: 'working' }, say('widget-working')));
    this.#parts.log.append(waiting);
    this.#scroll(waiting);
    const soon = setTimeout(() => this.#status(say('widget-working')), SOON_MS);
    try {
      const { answer, begun, cleaned } = await this.#conversation.say(message);
      waiting.remove();
      const turn = this.#add(cleaned ?? said, answer, begun && say('widget-begun-anew'));
      const { input } = this.#parts;
      if (typed && input.value.trim() === said) {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      }
      this.#status(`${say('widget-new-answer')} ${answer.recommendations[0]?.summary ?? answer.text.split('\n')[0]}`);
      this.#scroll(turn);
      this.#tell('answer', answer);
      return null;
    } catch (failure) {
      waiting.remove();
      const wrong = failure.kind === 'fields' && failure.errors[0]?.detail;
      if (wrong && message.facts) return wrong;
      if (wrong) this.#invalid(wrong);
      else this.#failed(failure, () => this.#say(message, said, typed));
      if (typed && !this.#parts.input.value) this.#parts.input.value = said;
      return null;
    } finally {
      clearTimeout(soon);
      this.#working(false);
    }
  }

  #working(busy) {
    this.#busy = busy;
    this.toggleAttribute('busy', busy);
    this.#parts.log.setAttribute('aria-busy', String(busy));
    this.#parts.send.setAttribute('aria-disabled', String(busy));
  }

  #scroll(node) {
    const log = this.#parts.log;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    log.scrollTo({ top: node.offsetTop - log.offsetTop - 12, behavior: calm ? 'auto' : 'smooth' });
  }

  #bubble(said) {
    return h('p', { class: 'said', part: 'question' }, h('span', { class: 'sr' }, this.#speak('widget-you'), ' '), said);
  }

  #add(said, answer, begun) {
    const { log } = this.#parts;
    log.querySelector('.empty')?.remove();
    for (const old of log.querySelectorAll('.turn:not(.past)')) retire(old);
    const index = this.#turns.push({ said, answer });
    const turn = h('div', { class: 'turn' }, this.#bubble(said), begun && h('p', { class: 'warning' }, begun));
    turn.append(card(answer, this.#lend(turn, index)));
    log.append(turn);
    return turn;
  }

  /** What a card is lent. */
  #lend(turn, index) {
    const say = this.#speak;
    const conversation = this.#conversation;
    const id = (name) => this.#id(`${index}-${name}`);
    const live = () => !turn.classList.contains('past');
    const then = (chosen, sent) => {
      if (!live()) return null;
      chosen?.setAttribute('data-chosen', '');
      this.#parts.input.focus({ preventScroll: true });
      return sent().then((wrong) => {
        if (wrong || live()) chosen?.removeAttribute('data-chosen');
        return wrong;
      });
    };
    return {
      say, id, live, level: this.level, loaded: this.loaded, service: conversation.service,
      heading: (name, text) => h(`h${this.level + 2}`, { id: name, class: 'heading' }, text),
      guideline: (name) => conversation.guidelines.get(name) ?? {},
      region: (code) => this.loaded.regions[code] ?? code,
      known: [...new Set([...conversation.guidelines.values()].map((item) => item.region))],
      date: (day) => new Intl.DateTimeFormat(this.loaded.language === 'en' ? 'en-GB' : this.loaded.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
      vocabulary: (fact) => conversation.vocabulary(fact).catch((failure) => this.#failed(failure)),
      intents: (names) => conversation.intents(names),
      feedback: this.getAttribute('feedback') !== 'off',
      give: (fact, value, label, chosen) => (value === undefined ? say('widget-not-a-value') : then(chosen, () => this.#say({ facts: { [fact]: value } }, label))),
      ask: (text, chosen) => then(chosen, () => this.#say({ text }, text)),
      tell: (name, detail, cancelable) => this.#tell(name, detail, cancelable),
      copyButton: (label, text, what, small, picture) => this.#copyButton(label, text, what, small, picture),
      print: (answer, article) => this.#print(answer, article),
      rate: (answer, body) => this.#rate(answer, body),
    };
  }

  #copyButton(label, text, what, small, picture) {
    const words = h('span', { class: small ? 'sr' : '' }, label);
    const button = h('button', { type: 'button', class: 'action', part: 'copy', 'data-copy': what, title: small && label }, picture ?? icon('M9 9h10v11H9z', 'M5 15V4h10'), words);
    button.addEventListener('click', async () => {
      if (!this.#tell('copy', { what, text }, true)) return;
      const copied = await copyText(text, this.#root);
      this.#status(this.#speak(copied ? 'widget-copied' : 'widget-not-copied'));
      if (copied) button.setAttribute('data-done', '');
      setTimeout(() => button.removeAttribute('data-done'), 2000);
    });
    return button;
  }

  /** Prints one answer: the others are left out. */
  #print(answer, article) {
    if (!this.#tell('print', answer, true)) return;
    this.#parts.log.classList.add('one');
    article.closest('.turn').classList.add('printed');
    print();
  }

  /** On paper nothing can be unfolded: what is folded is shown. */
  #unfold = () => {
    for (const details of this.#root.querySelectorAll('.card details:not([open])')) {
      details.open = true;
      this.#folded.push(details);
    }
  };

  #fold = () => {
    for (const details of this.#folded.splice(0)) details.open = false;
    this.#parts.log?.classList.remove('one');
    this.#root.querySelector('.printed')?.classList.remove('printed');
  };

  async #rate(answer, body) {
    if (!this.#tell('feedback', { answer: answer.id, ...body }, true)) return false;
    try {
      await this.#conversation.service.post(`/api/v1/answers/${answer.id}/feedback`, body);
      this.#status(this.#speak('widget-thanks'));
      return true;
    } catch (failure) {
      this.#failed(failure);
      return false;
    }
  }

  // What went wrong.

  #failed(failure, again) {
    const error = failure instanceof Failure ? failure : new Failure('fault');
    this.#clearTrouble();
    const box = trouble(error, { say: this.#speak, service: this.#conversation.service, again: again && (() => {
      this.#clearTrouble();
      return again();
    }) });
    this.#parts.log.append(box);
    this.#parts.alert.textContent = box.querySelector('.what').textContent;
    this.#status('');
    this.#scroll(box);
    this.#tell('error', { kind: error.kind, trace: error.trace });
  }

  #clearTrouble() {
    this.#parts.log.querySelector('.trouble')?.remove();
    this.#parts.alert.textContent = '';
  }
}

const today = () => new Date().toISOString().slice(0, 10);

/** Earlier answers stay readable, but what they asked is no longer asked. */
function retire(turn) {
  turn.classList.add('past');
  for (const control of turn.querySelectorAll('.field button, .chip, .follow-ups button, .regions button')) {
    control.setAttribute('aria-disabled', 'true');
    control.setAttribute('tabindex', '-1');
  }
  for (const entry of turn.querySelectorAll('.field input, .field select')) entry.disabled = true;
}

if (!customElements.get('nordvis-chat')) customElements.define('nordvis-chat', NordvisChat);
