// A host that does what one asks of it: wrong files, cut ones, none; slow; gone. And what the page asked of it.

import { readFile, readdir } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
export const READY = 'main[data-ready]';
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.zip': 'application/zip',
  '.webmanifest': 'application/manifest+json',
};
const PAGE = '<!doctype html><title>登录</title><form>请登录</form>';

/** What a host may give instead of a file: a status, a type and bytes; nothing for a transfer that stops. */
export const FAULTS = {
  'a login page with 200': () => [200, 'text/html', PAGE],
  'a login page under the right type': (file, type) => [200, type, PAGE],
  'nothing at all': (file, type) => [200, type, ''],
  'half of it': (file, type) => [200, type, file.subarray(0, file.length >> 1)],
  'half of it under another type': (file) => [200, 'application/octet-stream', file.subarray(0, file.length >> 1)],
  'a few bytes changed': (file, type) => [200, type, Buffer.concat([file.subarray(0, file.length - 40), Buffer.alloc(40, 1)])],
  JSON: () => [200, 'application/json', '{"code":401,"message":"未登录"}'],
  404: () => [404, 'text/html', PAGE],
  500: () => [500, 'text/plain', 'oops'],
  'a transfer that stops': () => null,
};

let browser;
const closing = [];
after(async () => {
  await Promise.all(closing.map((close) => close()));
  await (await browser)?.close();
});

/** The name of a file of dist. */
export const named = async (pattern, folder = DIST) => (await readdir(folder)).find((name) => pattern.test(name));

/** A file that arrives in small pieces. */
export async function* pieces(file) {
  for (let at = 0; at < file.length; at += 900) {
    yield file.subarray(at, at + 900);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Serves a folder; `answer(name, file, type)` may give something else than the file, whole or in pieces, or a promise of it. */
export async function host({ answer = () => undefined, headers = {}, folder = DIST } = {}) {
  const state = { asked: [], answer, folder, headers };
  const sockets = new Set();
  const server = http.createServer(async (request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1) || 'index.html';
    state.asked.push(name);
    const file = /^[\w.-]+$/.test(name) ? await readFile(path.join(state.folder, name)).catch(() => undefined) : undefined;
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    const other = await state.answer(name, file, type);
    if (other === null) {
      // The head and some bytes, and then nothing more.
      response.writeHead(200, { 'content-type': type, 'content-length': file.length });
      return response.write(file.subarray(0, 1000));
    }
    const [status, kind, body] = other ?? [file ? 200 : 404, file ? type : 'text/plain', file ?? 'not found'];
    response.writeHead(status, { 'content-type': kind, ...state.headers });
    if (body[Symbol.asyncIterator]) Readable.from(body).pipe(response);
    else response.end(body);
  });
  server.on('connection', (socket) => sockets.add(socket) && socket.on('close', () => sockets.delete(socket)));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  state.base = `http://127.0.0.1:${server.address().port}/`;
  state.stop = () => new Promise((done) => {
    server.close(done);
    sockets.forEach((socket) => socket.destroy());
  });
  closing.push(() => server.listening && state.stop());
  return state;
}

/** A page in a browser of its own; `init` runs in it before anything else. */
export async function visit(address, { init, viewport = { width: 1440, height: 900 }, waitUntil = 'domcontentloaded' } = {}) {
  browser ??= launch();
  const context = await (await browser).newContext({ viewport });
  context.setDefaultTimeout(25_000);
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  const errors = [];
  const foreign = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const base = new URL('.', address).href;
  // What the page itself asks for; its worker, which keeps files for later, asks beside it.
  const asked = [];
  page.on('request', (request) => request.url().startsWith(base) && asked.push(new URL(request.url()).pathname.slice(1)));
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(base) || foreign.push(request.url()));
  // Not until it has loaded: what never comes would hold that up.
  await page.goto(address, { waitUntil });
  return { page, context, errors, foreign, asked, close: () => context.close() };
}
