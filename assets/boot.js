// Starts the program behind the page, and says that it takes long.
//
// Owns: the fetch of the program, the status line, the mark `charts-drawn`, the end of a program that failed. May use: ES5 and what Chromium 68 has. Deliberately
// absent: anything the page shows by itself; what can wait until the program runs, and what there is to do and to say where it does
// not (boot-rest.js, loaded only then). The build puts wasm-bindgen's glue into the middle of this file, so that one script is
// fetched, and the names of the program, of the other script and of the styles (empty: they are in the page).
(function () {
  'use strict';
  var WASM = '{{wasm}}';
  var REST_SCRIPT = '{{rest-script}}';
  var STYLE = '{{style}}';
  var CRASH = '{{crash}}';
  // A stand-in takes its place where there is none (boot-rest.js).
  var WebAssembly = window.WebAssembly;
  var here = document.currentScript.src;
  var page = document;
  var status = page.getElementById('linpu-status');
  // It says that this script did not come; a page that was saved by a browser has lost it.
  var none = page.getElementById('linpu-none');
  if (none) none.parentNode.removeChild(none);
  var weight = '';
  var timers = [];

  function finish() {
    timers.forEach(clearTimeout);
    status.hidden = true;
    status.textContent = '';
  }

  // The live region is shown before it is filled: a screen reader announces changes, not what was there.
  function say(chinese, english, reload) {
    status.hidden = false;
    status.textContent = chinese + ' ';
    var span = page.createElement('span');
    span.lang = 'en';
    span.textContent = english;
    status.appendChild(span);
    if (reload) {
      var button = page.createElement('button');
      button.type = 'button';
      button.textContent = '重新载入 Reload';
      button.addEventListener('click', function () { location.reload(); });
      status.appendChild(page.createTextNode(' '));
      status.appendChild(button);
    }
  }

  // A program that failed is in a state that nobody knows: nothing of it may go on, and nothing that it drew may stay. Whatever
  // calls it goes through its table; the page is again what it was before. The rest of what there is to say comes from a file.
  var wasm;
  var dead;
  var panic;
  var host = page.getElementById('linpu');
  var before = inside();
  function inside() {
    return [].slice.call(host.childNodes);
  }

  function die(error) {
    dead = true;
    finish();
    for (var i = 0, table = wasm.__indirect_function_table; i < table.length; i++) table.set(i, null);
    var old = inside();
    host.textContent = '';
    before.forEach(function (node) { host.appendChild(node); });
    say('程序出错，已停下。', 'The program failed.', true);
    load(CRASH, function () { page.dispatchEvent(new CustomEvent('linpu:died', { detail: [panic, error, status, host, old] })); });
  }

  function failing(event) {
    var error = event.error || event.reason || 0;
    if (dead) event.preventDefault();
    // Errors of these names come from the program, or from calling too deep, in it or because of it.
    else if (wasm && /^(Runtime|Range|Internal)Error$/.test(error.name) && /wasm/.test(error.stack)) die(error);
  }
  addEventListener('error', failing);
  addEventListener('unhandledrejection', failing);
  page.addEventListener('linpu:panic', function (event) { panic = event.detail; });

  function afterSeconds(seconds, act) {
    timers.push(setTimeout(act, seconds * 1000));
  }

  // A script of ours that is loaded only now; under Trusted Types the policy `linpu` names nothing but files beside this one.
  var trust = { createScriptURL: function (name) { return new URL(name.replace(/[^\w.-]/g, ''), here).href; } };
  var untrusted;
  try { trust = trustedTypes.createPolicy('linpu', trust); } catch (error) { untrusted = window.trustedTypes; }
  function load(name, done) {
    if (!name) return done();
    // Where no policy may be made, one imports: that needs none.
    if (untrusted) return import(new URL(name, here).href).then(done, done);
    var script = page.createElement('script');
    script.onload = script.onerror = done;
    script.src = trust.createScriptURL(name);
    page.head.appendChild(script);
  }

  function style(name, done) {
    var link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(name, here).href;
    link.onload = link.onerror = done;
    page.head.appendChild(link);
  }
  // Where the policy of the host refuses the styles in the page, they come as a file.
  var own = page.querySelector('style');
  var sheet = STYLE && (!own || !own.sheet) && STYLE;
  if (sheet) style(sheet);

  // What can wait is asked of the other script. It says itself what goes wrong, unless it is what is missing.
  var later;
  function ask(what, detail) {
    function answer() {
      if (window.linpuRest) {
        later = later || window.linpuRest(boot);
        later[what](detail);
      } else missing();
    }
    function missing() {
      finish();
      var runs = page.querySelector('main[data-ready]');
      say((runs ? '其余' : '互动') + '功能未能载入：网络中断，或服务器没有给出文件。' + (runs ? '出处、搜索与其他页面暂不可用。' : '下面的图表与表格仍可阅读。'),
        (runs ? 'The rest' : 'The program') + ' did not load: the network failed or the server did not give the files. ' +
          (runs ? 'Receipts, search and other pages wait for it.' : 'The charts and tables below can still be read.'), true);
      // When the network comes back, so does what was asked for.
      addEventListener('online', function () { ask(what, detail); }, { once: true });
    }
    if (window.linpuRest) return answer();
    var late = setTimeout(missing, 10000);
    load(REST_SCRIPT, function () {
      clearTimeout(late);
      answer();
    });
  }

  function fetched() {
    return fetch(new URL(WASM, here).href, { credentials: 'same-origin' }).then(function (response) {
      var bytes = +response.headers.get('content-length');
      if (bytes) weight = '（' + Math.ceil(bytes / 1000) + ' kB）';
      // Compiled while it arrives where the server names it right, whole where not.
      var named = /^application\/wasm\b/.test(response.headers.get('content-type') || '');
      return named && WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : response.arrayBuffer();
    });
  }

  // Charts that are in the page are drawn in the frame that follows. The program waits for it, so that it takes no time from
  // what is to be seen first; not for long, because what nobody looks at has no frames.
  var shown = new Promise(function (done) {
    if (!page.querySelector('#linpu .picture')) return done();
    requestAnimationFrame(function () {
      var channel = new MessageChannel();
      channel.port1.onmessage = function () {
        performance.mark('charts-drawn');
        channel.port1.close();
        done();
      };
      channel.port2.postMessage(0);
    });
    setTimeout(done, page.hidden ? 0 : 1000);
  });

  /* {{glue}} */

  // Starts what was compiled, or bytes; in another engine than the browser's where one is given.
  var boot = {
    here: here, shown: shown, load: load, trust: trust, style: style, sheet: sheet, say: say, finish: finish, afterSeconds: afterSeconds,
    isDead: function () { return dead; },
    start: function (source, engine) {
      WebAssembly = engine || WebAssembly;
      return wasm_bindgen(source).then(started);
    }
  };
  var started;
  boot.running = new Promise(function (done) { started = done; });

  page.addEventListener('linpu:want', function () { ask('rest'); });
  // What somebody does before the program is there is done again then (boot-replay.js): nothing is lost.
  var early = [];
  function note(event) {
    if (early && early.push(event) < 2) {
      // Who is in a hurry gets the program whole.
      page.documentElement.setAttribute('data-early', '');
      ask('prepare');
    }
  }
  ['click', 'input', 'change', 'focusin'].forEach(function (kind) { page.addEventListener(kind, note, true); });
  page.addEventListener('linpu:ready', function () {
    finish();
    var done = early;
    early = 0;
    // What can wait is no part of the first load, unless somebody waits for it, or a host for a guest's manners.
    setTimeout(function () { ask('ready', done); }, done.length || parent !== window ? 0 : 1000);
  });
  afterSeconds(1, function () { say('正在载入互动功能…' + weight, 'Loading interactive features…'); });
  afterSeconds(10, function () { ask('slow', weight); });

  Promise.all([WASM ? fetched() : new Promise(function (done) { ask('program', done); }), shown])
    .then(function (parts) { return boot.start(parts[0]); })
    .catch(function (error) { if (wasm) die(error); else ask('fail', error); });
})();
