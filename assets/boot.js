// Starts the program behind the page, and says so when it takes long or cannot be done.
//
// Owns: the fetch of the program and of its rest, the status line, the mark `charts-drawn`, the end of a program that failed. May use: ES5 and what Chromium 68 has.
// Deliberately absent: anything the page shows by itself. The build puts wasm-bindgen's glue into the middle of this file,
// so that one script is fetched, and the name of the program (empty: the program is in the page).
(function () {
  'use strict';
  var WASM = '{{wasm}}';
  var REST_WASM = '{{rest-wasm}}';
  var REST = '{{rest}}';
  var REST_STYLE = '{{rest-style}}';
  var STYLE = '{{style}}';
  var PACKAGE = '{{package}}';
  var CRASH = '{{crash}}';
  var here = document.currentScript.src;
  var page = document;
  var status = page.getElementById('linpu-status');
  var weight = '';
  var over = false;
  var timers = [];

  function finish() {
    over = true;
    timers.forEach(clearTimeout);
    status.hidden = true;
    status.textContent = '';
  }

  function isReady() {
    return over || (page.querySelector('main[data-ready]') && (finish(), true));
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

  function fail(error) {
    if (wasm) return die(error);
    if (over) return;
    finish();
    over = true;
    console.error(error);
    var what = String((error && error.message) || error);
    var stays = '下面的图表与表格仍可阅读。';
    var staysToo = 'The charts and tables below can still be read.';
    var floor = 'Chromium 78、Firefox 79、Safari 14';
    if (WASM && (location.protocol === 'file:' || window.origin === 'null')) {
      say('互动功能未能启动：此处不允许网页读取旁边的文件，请改用单文件版 linpu.html。' + stays,
        'Not interactive: a page may not read files beside it here; use the single file linpu.html instead. ' + staysToo);
    } else if (typeof WebAssembly !== 'object') {
      say('互动功能未能启动：此浏览器不支持 WebAssembly，或已将其关闭。需要 ' + floor + ' 或更新的浏览器。' + stays,
        'Not interactive: this browser has no WebAssembly, or it is switched off. Needed: Chromium 78, Firefox 79, Safari 14 or newer. ' + staysToo);
    } else if (/Content.Security.Policy|unsafe-eval|disallowed by embedder/i.test(what)) {
      say('互动功能未能启动：本站的内容安全策略（CSP）不允许 WebAssembly，请管理员在 script-src 中加入 \'wasm-unsafe-eval\'（旧内核需 \'unsafe-eval\'）。' + stays,
        'Not interactive: the content security policy of this site forbids WebAssembly; its script-src needs \'wasm-unsafe-eval\' (older engines: \'unsafe-eval\'). ' + staysToo);
    } else if (error && error.network) {
      say('互动功能未能载入：网络中断，或服务器没有给出文件（' + what + '）。' + stays,
        'Not interactive: the network failed or the server did not give the file (' + what + '). ' + staysToo, true);
    } else if (typeof WebAssembly.CompileError === 'function' && error instanceof WebAssembly.CompileError) {
      say('互动功能未能启动：此浏览器读不了本程序，需要 ' + floor + ' 或更新的浏览器（' + what + '）。' + stays,
        'Not interactive: this browser cannot read the program; needed: Chromium 78, Firefox 79, Safari 14 or newer. ' + staysToo);
    } else {
      say('互动功能在启动时出错（' + what + '）。' + stays,
        'Not interactive: the program failed while starting. ' + staysToo, true);
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

  // A script beside this one that is wanted only now. Under Trusted Types the policy `linpu` may name it.
  function load(name, done) {
    if (!name) return done();
    var script = page.createElement('script');
    var address = new URL(name, here).href;
    try { address = trustedTypes.createPolicy('linpu', { createScriptURL: String }).createScriptURL(address); } catch (none) { /* Or forbidden. */ }
    script.onload = done;
    script.src = address;
    page.head.appendChild(script);
  }

  function afterSeconds(seconds, act) {
    timers.push(setTimeout(function () { if (!isReady()) act(); }, seconds * 1000));
  }

  function failed(why) {
    var error = new Error(String((why && why.message) || why));
    error.network = true;
    throw error;
  }

  function get(name) {
    return fetch(new URL(name, here).href, { credentials: 'same-origin' }).then(function (response) {
      if (!response.ok) failed('HTTP ' + response.status);
      return response;
    }, failed);
  }

  function fetched() {
    return get(WASM).then(function (response) {
      var bytes = +response.headers.get('content-length');
      if (bytes) weight = '（' + Math.ceil(bytes / 1000) + ' kB）';
      // Compiled while it arrives where the server names it right, whole where not.
      var named = /^application\/wasm\b/.test(response.headers.get('content-type') || '');
      return named && WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : response.arrayBuffer();
    });
  }

  // Held from the start: somebody may empty the page before what they carry is asked for.
  var carriers = {};
  ['linpu-wasm', 'linpu-rest-wasm', 'linpu-rest', 'linpu-package'].forEach(function (id) { carriers[id] = page.getElementById(id); });

  function inlined(id) {
    var text = atob(carriers[id].textContent);
    var bytes = new Uint8Array(text.length);
    for (var i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
    return Promise.resolve(bytes);
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

  function bytesOf(name, id) {
    return name ? get(name).then(function (response) { return response.arrayBuffer(); }) : inlined(id);
  }

  // What the overview does not show comes when it is asked for, or when the page has come to rest: the rest of the program, which
  // joins the first part by its memory and its table of functions, and then the rest of the data.
  // A page without its styles can be read: nobody waits for them in vain.
  function styled(name) {
    return new Promise(function (done) {
      if (!name) return done();
      var link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL(name, here).href;
      link.onload = link.onerror = done;
      page.head.appendChild(link);
    });
  }
  // Where the policy of the host refuses the styles in the page, they come as a file.
  var own = page.querySelector('style');
  if (!own || !own.sheet) styled(STYLE);

  var running;
  var asked = false;
  function rest() {
    if (asked) return;
    asked = true;
    Promise.all([bytesOf(REST_WASM, 'linpu-rest-wasm'), bytesOf(REST, 'linpu-rest'), running, styled(REST_STYLE)]).then(function (parts) {
      // What joins fills the table again.
      return dead || WebAssembly.instantiate(parts[0], { __wasm_split: parts[2] }).then(function () {
        page.dispatchEvent(new CustomEvent('linpu:rest', { detail: new Uint8Array(parts[1]) }));
      });
    }).catch(function (error) {
      console.error(error);
      say('其余数据未能载入（' + error.message + '），出处、其他页面与搜索暂不可用。',
        'The rest of the data did not load; receipts, other pages and searching are not available.', true);
    });
  }
  page.addEventListener('linpu:want', rest);
  // The data package for whoever wants to keep it: its bytes, or in words why there are none.
  page.addEventListener('linpu:want-package', function () {
    bytesOf(PACKAGE, 'linpu-package').then(function (bytes) { return new Uint8Array(bytes); }).catch(String).then(function (got) {
      page.dispatchEvent(new CustomEvent('linpu:package', { detail: got }));
    });
  });
  page.addEventListener('linpu:ready', function () {
    finish();
    setTimeout(rest, 1500);
  });
  afterSeconds(1, function () { say('正在载入互动功能…' + weight, 'Loading interactive features…'); });
  afterSeconds(10, function () {
    say('互动功能仍在载入' + weight + '，可继续等待或重新载入。下面的图表与表格已可阅读。',
      'Still loading interactive features; wait or reload. The charts and tables below can be read already.', true);
  });

  var program;
  try {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    program = WASM ? fetched() : shown.then(function () { return inlined('linpu-wasm'); });
  } catch (error) {
    fail(error);
    return;
  }

  /* {{glue}} */

  running = Promise.all([program, shown]).then(function (parts) { return wasm_bindgen(parts[0]); });
  running.then(isReady, fail);
})();
