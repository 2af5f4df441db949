//! How is the service spoken to? Requests with a time limit, and every failure as one of a few kinds that people can act on.

/** Where this module came from: the texts are beside it. */
const OWN = new URL('.', import.meta.url);
const PATIENCE_MS = 20000;

/** What went wrong. `kind`: offline, refused, address, timeout, limited, busy, fields, gone, denied, fault. */
export class Failure extends Error {
  constructor(kind, more = {}) {
    super(kind);
    Object.assign(this, { kind, detail: '', seconds: 0, errors: [], trace: '' }, more);
  }
}

/** All texts in a language, from the service that the module came from; in the reader's, where it has not that one. */
export async function texts(language) {
  const asked = (query) => fetch(new URL(`texts${query}`, OWN), { credentials: 'omit' });
  let reply = await asked(`?language=${encodeURIComponent(language)}`);
  if (reply.status === 400) reply = await asked('');
  if (!reply.ok) throw new Failure('address');
  return reply.json();
}

/** Says a text with its variables. */
export const speaker = (loaded) => (id, variables = {}) =>
  (loaded.texts[id] ?? '').replace(/\{(\w+)\}/g, (whole, name) => variables[name] ?? whole);

export class Service {
  /** @param {string|null} base the service's address, relative to the page; else where the module came from */
  constructor(base, language, token) {
    this.base = base ? new URL(base, document.baseURI) : new URL('/', OWN);
    Object.assign(this, { language, token });
  }

  /** A place of the service as an absolute address. */
  at(path) {
    return new URL(path, this.base).href;
  }

  get(path) {
    return this.#call('GET', path);
  }

  post(path, body) {
    return this.#call('POST', path, body);
  }

  delete(path) {
    return this.#call('DELETE', path);
  }

  async #call(method, path, body) {
    const headers = { Accept: 'application/json, application/*;q=0.9', 'Accept-Language': this.language };
    if (body) headers['Content-Type'] = 'application/json';
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const asked = { method, headers, signal, credentials: 'omit', body: body && JSON.stringify(body) };
    try {
      const reply = await fetch(this.at(path), asked);
      if (reply.status === 204) return null;
      const json = /json/.test(reply.headers.get('Content-Type') ?? '') ? await reply.json() : null;
      if (reply.ok && json) return json;
      throw failed(reply, json);
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (signal.aborted) throw new Failure('timeout');
      throw new Failure(await this.#unreached());
    }
  }

  /** A browser does not say why nothing came. What is public can be read from everywhere: that tells. */
  async #unreached() {
    const answers = (address) => fetch(new URL('/embed/v1/integrity.json', address), { cache: 'no-store', credentials: 'omit' })
      .then((reply) => reply.ok, () => false);
    if (await answers(this.base)) return 'refused';
    return this.base.origin !== OWN.origin && (await answers(OWN)) ? 'address' : 'offline';
  }
}

/** A refusal as its kind. */
function failed(reply, problem) {
  const seconds = Math.min(Math.max(parseInt(reply.headers.get('Retry-After'), 10) || 2, 1), 600);
  const kinds = { 400: 'fields', 401: 'denied', 403: 'denied', 422: 'fields', 429: 'limited', 503: 'busy' };
  const lost = reply.status === 404 && problem?.code === 'conversation-not-found';
  const kind = lost ? 'gone' : kinds[reply.status] ?? (reply.status === 404 || !problem ? 'address' : 'fault');
  return new Failure(kind, { detail: problem?.detail, errors: problem?.errors ?? [], trace: problem?.instance, seconds });
}
