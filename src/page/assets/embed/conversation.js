//! What does a conversation need of the service? Its id, its guidelines, its vocabulary; each fetched once, when it is needed.

import { Failure } from './service.js';

const API = '/api/v1';

export class Conversation {
  #id = null;
  #store;
  #settings;
  #facts = null;
  #rules = new Map();
  guidelines = new Map();

  /** @param {?string} store where the tab remembers the conversation, or null when nothing is remembered */
  constructor(service, settings, store) {
    this.service = service;
    this.#settings = Object.fromEntries(Object.entries(settings).filter(([, value]) => value));
    this.#store = store;
  }

  get begun() {
    return this.#id !== null;
  }

  /** Learns which guidelines there are. */
  async learn() {
    const list = await this.service.get(`${API}/guidelines?language=${this.service.language}`);
    this.guidelines = new Map(list.items.map((item) => [item.id, item]));
  }

  /** Sends a message. Begins a conversation when there is none, or when the service no longer keeps it. */
  async say(message) {
    let begun = false;
    this.#id ??= await this.#begin();
    const send = () => this.service.post(`${API}/conversations/${this.#id}/messages`, message);
    const answer = await send().catch(async (failure) => {
      if (failure.kind !== 'gone') throw failure;
      this.#id = await this.#begin();
      begun = true;
      return send();
    });
    const removed = answer.warnings.some((warning) => warning.id === 'identifier_removed');
    return { answer, begun, cleaned: removed ? await this.#cleaned() : null };
  }

  async #begin() {
    const { id } = await this.service.post(`${API}/conversations`, this.#settings);
    if (this.#store) sessionStorage.setItem(this.#store, id);
    return id;
  }

  /** The last message as the service keeps it: without what could identify a patient. */
  async #cleaned() {
    const { turns } = await this.service.get(`${API}/conversations/${this.#id}`);
    return turns.at(-1).text;
  }

  /** The turns that this tab remembers. */
  async earlier() {
    const id = this.#store && sessionStorage.getItem(this.#store);
    if (!id || this.#id) return [];
    try {
      const { turns } = await this.service.get(`${API}/conversations/${id}`);
      this.#id = id;
      return turns;
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      return [];
    }
  }

  /** Ends it, and has it deleted; that it could not be is no hindrance to beginning anew. */
  end() {
    if (this.#id) this.service.delete(`${API}/conversations/${this.#id}`).catch(() => {});
    if (this.#store) sessionStorage.removeItem(this.#store);
    this.#id = null;
  }

  /** A fact of the vocabulary. */
  async vocabulary(id) {
    this.#facts ??= (await this.service.get(`${API}/facts?language=${this.service.language}`)).items;
    return this.#facts.find((fact) => fact.id === id);
  }

  /** What the rules of these guidelines answer; nothing when that cannot be learnt now. */
  async intents(ids) {
    const all = await Promise.all(ids.map((id) => this.#answered(id).catch(() => [])));
    return [...new Set(all.flat())];
  }

  async #answered(id) {
    if (!this.#rules.has(id)) {
      const { rules } = await this.service.get(`${API}/guidelines/${id}?language=${this.service.language}`);
      this.#rules.set(id, rules.flatMap((rule) => rule.answers));
    }
    return this.#rules.get(id);
  }
}
