// What can wait until the program runs, and what there is to do where it does not start: loaded by boot.js when one of both is so.
//
// Owns: the rest of the program, of the data and of the styles; whether what a server gave is what the build has made; the program
// in JavaScript where there is no WebAssembly; the words for whatever fails. May use: ES5 and what Chromium 68 has. Deliberately
// absent: anything the page shows by itself; what was done before the program was there (boot-replay.js) and what is kept for when
// there is no network (boot-offline.js), which the build puts into this file. The build names the files, with their sizes and sums;
// without a name a file is in the page, in the element of its id.
window.linpuRest = function (boot) {
  'use strict';
  var FILES = {{files}};
  var page = document;
  var engine = window.WebAssembly;
  var STAYS = ['下面的图表与表格仍可阅读。', 'The charts and tables below can still be read.'];

  // Held from the start: somebody may empty the page before what they carry is asked for.
  var carriers = {};
  Object.keys(FILES).forEach(function (kind) { carriers[FILES[kind].id] = page.getElementById(FILES[kind].id); });

  function say(chinese, english, reload) {
    // Where the program does not come, what stands below is to be seen in an embedded view too.
    if (!page.querySelector('main[data-ready]')) page.documentElement.removeAttribute('data-embed');
    boot.finish();
    boot.say(chinese, english, reload);
  }

  // What is wrong with a file, in both languages.
  function wrong(chinese, english) {
    var error = new Error(english);
    error.words = [chinese, english];
    return error;
  }

  // The sum the build has made, FNV-1a.
  function sum(bytes) {
    var hash = 0x811c9dc5;
    for (var i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    return hash >>> 0;
  }

  // Servers give login pages, empty files and halves of files, and say that all is well.
  function checked(bytes, file, type) {
    if (bytes.length === file.size && sum(bytes) === file.sum) return bytes;
    if (!file.name) throw wrong('这份 HTML 文件不完整，请重新下载', 'this HTML file is not complete; download it again');
    if (!bytes.length) throw wrong('服务器给出的文件是空的', 'the file that the server gave is empty');
    if (/html/.test(type) || bytes[0] === 60) {
      throw wrong('服务器给出的是网页，不是所要的文件（可能需要先登录）', 'the server gave a web page instead of the file (perhaps one has to log in first)');
    }
    if (bytes.length < file.size && (bytes[0] === file.start)) {
      throw wrong('文件没有传完（收到 ' + bytes.length + '，应有 ' + file.size + ' 字节）', 'the file was cut off on its way from the server (' + bytes.length + ' of ' + file.size + ' bytes)');
    }
    throw wrong('服务器给出的不是所要的文件', 'the server gave another file');
  }

  function inlined(file) {
    return new Promise(function (done) {
      var text = atob(carriers[file.id].textContent);
      var bytes = new Uint8Array(text.length);
      for (var i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
      done(bytes);
    }).catch(function () { return new Uint8Array(0); });
  }

  function bytesOf(file, cache) {
    if (!file.name) return inlined(file).then(function (bytes) { return checked(bytes, file); });
    return fetch(new URL(file.name, boot.here).href, { credentials: 'same-origin', cache: cache || 'default' }).then(function (response) {
      if (!response.ok) throw wrong('服务器没有给出文件（HTTP ' + response.status + '）', 'the server did not give the file (HTTP ' + response.status + ')');
      return response.arrayBuffer().then(function (buffer) {
        return checked(new Uint8Array(buffer), file, response.headers.get('content-type') || '');
      });
    }).catch(function (error) {
      throw error.words ? error : wrong('网络中断，或服务器没有应答', 'the network failed or the server did not answer');
    });
  }

  // What is wrong may have been kept by the browser or on the way: it is asked for once more.
  function soundBytesOf(file) {
    return bytesOf(file).catch(function (error) {
      if (!file.name) throw error;
      return bytesOf(file, 'reload');
    });
  }

  // The program did not start.
  function fail(error) {
    console.error(error);
    if (FILES.program.name && (location.protocol === 'file:' || window.origin === 'null')) {
      return say('互动功能未能启动：此处不允许网页读取旁边的文件，请改用单文件版 linpu.html。' + STAYS[0],
        'Not interactive: a page may not read files beside it here; use the single file linpu.html instead. ' + STAYS[1]);
    }
    // Eight bytes are the smallest program: who does not run it runs none.
    var tried;
    try { tried = engine.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); } catch (refused) { tried = Promise.reject(refused); }
    return tried.then(function () {
      // What a program says while it starts has nothing to do with the file.
      if (/^(Runtime)?Error$/.test(error.name || 'Error')) return crashed(error);
      return bytesOf(FILES.program, 'reload').then(function (bytes) {
        return boot.start(bytes).then(function () {
          // It had been started before, and has ended then.
          if (!page.querySelector('main[data-ready]')) crashed(error);
        }, function (again) {
          return /^(Runtime)?Error$/.test(again.name || 'Error') ? crashed(again) : inJavaScript();
        });
      }, notLoaded);
    }, inJavaScript);
  }

  function notLoaded(error) {
    say('互动功能未能载入：' + error.words[0] + '。' + STAYS[0], 'Not interactive: ' + error.words[1] + '. ' + STAYS[1], true);
  }

  function crashed(error) {
    say('互动功能在启动时出错（' + ((error && error.message) || error) + '）。' + STAYS[0],
      'Not interactive: the program failed while starting. ' + STAYS[1], true);
  }

  // WebAssembly is missing, switched off, forbidden or broken: the same program in JavaScript, both halves of it.
  var whole = false;
  function inJavaScript() {
    var file = FILES.fallback;
    if (window.linpuFallback) return startInJavaScript();
    if (!file) {
      return say('互动功能未能启动：浏览器或本站的安全设置（CSP）不允许 WebAssembly。请改用 linpu-js.html，或请管理员在 script-src 中加入 \'wasm-unsafe-eval\'（旧内核需 \'unsafe-eval\'）。' + STAYS[0],
        'Not interactive: settings of the browser or the content security policy (CSP) of this site forbid WebAssembly. Use linpu-js.html instead, or add \'wasm-unsafe-eval\' (older engines: \'unsafe-eval\') to script-src. ' + STAYS[1]);
    }
    boot.afterSeconds(10, slow);
    return new Promise(function (done) { boot.load(file.name, done); }).then(function () {
      if (window.linpuFallback) return startInJavaScript();
      return bytesOf(file, 'reload').then(function () { throw wrong('文件没有传完', 'the file was cut off on its way from the server'); }).catch(notLoaded);
    });
  }

  function startInJavaScript() {
    function Module() {}
    function Instance() {}
    whole = true;
    engine = {
      Module: Module,
      Instance: Instance,
      instantiate: function (source, imports) {
        return new Promise(function (done) {
          var instance = new Instance();
          instance.exports = window.linpuFallback(imports);
          done({ instance: instance, module: new Module() });
        });
      }
    };
    return boot.start(new Uint8Array(8), engine).catch(crashed);
  }

  function slow(weight) {
    say(FILES.program.name ? '互动功能还没有收全' + (weight || '') + '：网络或服务器很慢，或传输已停下。可继续等待或重新载入。下面的图表与表格已可阅读。'
      : '互动功能仍未启动，可继续等待或重新载入。下面的图表与表格已可阅读。',
    'The program has not arrived in full' + (FILES.program.name ? ': the network or the server is slow, or the transfer has stopped' : '') +
      '. Wait or reload; the charts and tables below can be read already.', true);
  }

  // What the overview does not show comes when it is asked for, or when the page has come to rest: the rest of the program, which
  // joins the first part by its memory and its table of functions, and then the rest of the data.

  // Whether there are styles. A page without them can be read: nobody waits for them in vain. The last rule of the sheet tells whether
  // all of it has come.
  function styled() {
    return new Promise(function (done) {
      if (!FILES.style.name) return done(true);
      boot.style(FILES.style.name, function () {
        done(getComputedStyle(page.documentElement).getPropertyValue('--linpu-whole').trim() === '1');
      });
      setTimeout(function () { done(false); }, 15000);
    });
  }

  var asked = false;
  function rest() {
    if (asked) return;
    asked = true;
    var late = setTimeout(function () {
      say('其余数据还没有收全：网络或服务器很慢，或传输已停下。可继续等待或重新载入。',
        'The rest of the data has not arrived in full: the network or the server is slow, or the transfer has stopped. Wait or reload.', true);
    }, 10000);
    // In JavaScript both halves are one.
    var program = boot.running.then(function (first) {
      return whole || soundBytesOf(FILES.restProgram).then(function (bytes) {
        return function () { return engine.instantiate(bytes, { __wasm_split: first }); };
      });
    });
    Promise.all([program, soundBytesOf(FILES.restData), styled()]).then(function (parts) {
      // What joins fills the table again, which a program that failed must not have.
      if (boot.isDead()) return clearTimeout(late);
      return Promise.resolve(whole || parts[0]()).then(function () {
        clearTimeout(late);
        boot.finish();
        page.dispatchEvent(new CustomEvent('linpu:rest', { detail: parts[1] }));
        setTimeout(install, 1000);
        if (!parts[2]) {
          say('其余样式未能载入：网络中断，或服务器没有给出完整的文件。页面可以使用，但版式不全。',
            'The rest of the styles did not load: the network failed or the server did not give the whole file. The page works, but does not look right.', true);
        }
      });
    }).catch(function (error) {
      console.error(error);
      clearTimeout(late);
      var words = error.words || [error.message, error.message];
      say('其余数据未能载入：' + words[0] + '。出处、其他页面与搜索暂不可用。',
        'The rest of the data did not load: ' + words[1] + '. Receipts, other pages and searching are not available.', true);
      // Whoever asks again may have more luck, and so may the page when the network comes back.
      asked = false;
      addEventListener('online', rest, { once: true });
    });
  }

  /* {{replay}} */
  /* {{offline}} */
  var replay = linpuReplay(page);
  // In JavaScript the program is another file; where the host refuses styles in pages they are one.
  var install = linpuOffline(boot, FILES, say, function () { return [whole && FILES.fallback, boot.sheet && { name: boot.sheet }]; });

  // The data package for whoever wants to keep it: its bytes, or in words why there are none.
  page.addEventListener('linpu:want-package', function () {
    soundBytesOf(FILES.package).catch(function (error) { return error.words.join(' / '); }).then(function (got) {
      page.dispatchEvent(new CustomEvent('linpu:package', { detail: got }));
    });
  });

  return {
    fail: fail,
    slow: slow,
    rest: rest,
    prepare: function () {},
    ready: function (early) {
      replay(early);
      // A guest's manners are in the later half.
      setTimeout(rest, parent === window ? 500 : 0);
    },
    program: function (start) { boot.shown.then(function () { return inlined(FILES.program); }).then(start); }
  };
};
