//! A service on a free port with a folder of its own, and the pages of somebody else's site that embed it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = process.env.NORDVIS ?? new URL('../../target/debug/nordvis', import.meta.url).pathname;

/** `nordvis serve`; `stop` and `start` again on the same port over the same folder. */
export class Service {
  #child;
  #flags;
  #folder;
  origin;

  static async begin(flags = []) {
    const service = new Service();
    service.#flags = flags;
    service.#folder = await mkdtemp(join(tmpdir(), 'nordvis-browser-'));
    await service.start();
    return service;
  }

  async start() {
    const listen = this.origin ? new URL(this.origin).host : '127.0.0.1:0';
    const flags = ['serve', '--language', 'en', '--listen', listen, '--data', this.#folder, ...this.#flags];
    this.#child = spawn(PROGRAM, flags, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, RUST_LOG: 'error' } });
    const [line] = await Promise.race([once(createInterface(this.#child.stdout), 'line'), once(this.#child, 'exit').then(([code]) => [`exit ${code}`])]);
    this.origin = /http:\/\/\S+/.exec(line)?.[0];
    if (!this.origin) throw new Error(`nordvis did not begin to serve: ${line}`);
  }

  async stop() {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  async end() {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A site of another origin, whose policy lets in nothing but the service. Each page is what is given to `show`. */
export class Site {
  #pages = new Map();
  #server = createServer((request, response) => {
    const page = this.#pages.get(new URL(request.url, 'http://site').pathname);
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...(page?.headers ?? {}) });
    response.end(page?.html);
  });

  static async begin() {
    const site = new Site();
    site.#server.listen(0, '127.0.0.1');
    await once(site.#server, 'listening');
    site.origin = `http://127.0.0.1:${site.#server.address().port}`;
    return site;
  }

  /** Puts a page up and gives back its address. `connect` is reached too; `more` is added to the policy. */
  show(body, { service, language = 'sv', script = 'widget.js', path = `/${this.#pages.size}`, more = '', connect = '', digest }) {
    const policy = `default-src 'none'; script-src ${service}; connect-src ${service} ${connect}; require-trusted-types-for 'script'; trusted-types 'none'; ${more}`;
    const loads = script ? `<script type="module" src="${service}/embed/v1/${script}" crossorigin="anonymous"${digest ? ` integrity="${digest}"` : ''}></script>` : '';
    const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
      <title>Intranet</title>${loads}</head><body><main><h1>Intranet</h1>${body}</main></body></html>`;
    this.#pages.set(path, { html, headers: { 'Content-Security-Policy': policy } });
    return this.origin + path;
  }

  end() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
