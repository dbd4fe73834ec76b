// Serves and opens the built artefacts in a real browser, and remembers what went wrong there.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.zip': 'application/zip',
};
const READY = 'main[data-ready]';

let browser;
const servers = [];
after(async () => {
  await (await browser)?.close();
  servers.forEach((server) => server.close());
});

/** A static server over dist; the address of its index page. */
async function serve({ prefix = '', headers = {} }) {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length + 1) || 'index.html' : '';
    const body = /^[\w.-]+$/.test(name) && (await readFile(path.join(DIST, name)).catch(() => null));
    const type = { 'content-type': TYPES[path.extname(name)] ?? 'text/plain' };
    response.writeHead(body ? 200 : 404, { ...type, ...headers }).end(body || 'not found');
  });
  servers.push(server);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}${prefix}/`;
}

/**
 * Opens an artefact, `hosted` or `single`; ready unless scripts are off, or nobody waits. `init` runs in the page before anything
 * of it; `denied` takes its storage away.
 */
export async function open(artefact, {
  hash = '', viewport = { width: 1440, height: 900 }, prefix, headers, scripts = true, wait = scripts, init, denied = false,
} = {}) {
  browser ??= launch('--disable-quic', '--disable-component-update', '--disable-sync');
  const context = await (await browser).newContext({ viewport, javaScriptEnabled: scripts });
  context.setDefaultTimeout(15_000);
  if (init) await context.addInitScript(init);
  if (denied) {
    await context.addInitScript(() => Object.defineProperty(window, 'localStorage', {
      get: () => { throw new DOMException('denied', 'SecurityError'); },
    }));
  }
  const page = await context.newPage();
  const base = artefact === 'single' ? pathToFileURL(path.join(DIST, 'linpu.html')).href : await serve({ prefix, headers });
  const errors = [];
  const foreign = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(base) || foreign.push(request.url()));
  let visits = 0;
  // The query makes each visit a load, not a jump inside the page.
  const go = async (fragment) => {
    await page.goto(`${base}?${(visits += 1)}${fragment && `#${fragment}`}`);
    if (wait) await page.waitForSelector(READY, { state: 'attached' });
  };
  await go(hash);
  const site = {
    page, base, errors, foreign, go,
    /** Loads the same address anew. */
    reload: async () => {
      await page.reload();
      await page.waitForSelector(READY, { state: 'attached' });
    },
    /** The fragment's pairs. */
    address: () => new URLSearchParams(new URL(page.url()).hash.slice(1)),
    /** Waits until an element's text matches. */
    text: (selector, pattern) => page.locator(selector).filter({ hasText: pattern }).first().waitFor(),
    /** How many elements there are, once there are as many as expected. */
    count: async (selector, expected) => {
      await page.waitForFunction(([css, n]) => document.querySelectorAll(css).length === n, [selector, expected]).catch(() => {});
      assert.equal(await page.locator(selector).count(), expected, selector);
    },
    /** Waits until something holds in the page. */
    until: (what, arg) => page.waitForFunction(what, arg),
    close: () => context.close(),
  };
  return site;
}

/** One test on some artefacts; each must leave no console error and no foreign request behind. */
export function on(artefacts, name, options, body) {
  for (const artefact of artefacts) {
    test(`${name} (${artefact})`, async () => {
      const site = await open(artefact, options);
      try {
        await body(site);
        assert.deepEqual(site.errors, [], 'console errors');
        assert.deepEqual(site.foreign, [], 'foreign requests');
      } finally {
        await site.close();
      }
    });
  }
}

/** One test on both artefacts. */
export const both = (name, options, body) => on(['hosted', 'single'], name, options, body);
