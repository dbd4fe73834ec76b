// Keeps this build in the browser, so that the page opens without a network. Registered by boot-offline.js, after everything has loaded.
//
// Owns: one cache for one build of the page at one place, checked byte by byte before it is used; older ones are removed. May use:
// what Chromium 68 has. Deliberately absent: deciding that something new is shown: whoever has a network gets the page of the server.
(function () {
  'use strict';
  var FILES = {{files}};
  var HERE = 'linpu ' + self.registration.scope + ' ';
  var CACHE = HERE + '{{version}}';
  var PAGE = new URL('./', self.registration.scope).href;
  // How long a server may take before what is kept is shown.
  var PATIENCE_MS = 5000;

  function address(name) {
    return new URL(name === 'index.html' ? './' : name, self.registration.scope).href;
  }

  // The sum the build has made, FNV-1a.
  function sum(bytes) {
    var hash = 0x811c9dc5;
    for (var i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    return hash >>> 0;
  }

  // A login page or half a file would be kept for ever: nothing is, unless all is what the build has made.
  function keep(cache, name) {
    var expected = FILES[name];
    return fetch(address(name), { credentials: 'same-origin', cache: name === 'index.html' ? 'no-store' : 'default' }).then(function (response) {
      if (!response.ok || response.redirected) throw new Error(name + ': HTTP ' + response.status);
      return response.clone().arrayBuffer().then(function (buffer) {
        var bytes = new Uint8Array(buffer);
        if (bytes.length !== expected[0] || sum(bytes) !== expected[1]) throw new Error(name + ': not what was built');
        return cache.put(address(name), response);
      });
    });
  }

  function isKept(name) {
    return FILES[name][2];
  }

  self.addEventListener('install', function (event) {
    event.waitUntil(caches.open(CACHE).then(function (cache) {
      return Promise.all(Object.keys(FILES).filter(isKept).map(function (name) { return keep(cache, name); }));
    }).catch(function (error) {
      return caches.delete(CACHE).then(function () { throw error; });
    }));
  });

  self.addEventListener('activate', function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name.indexOf(HERE) === 0 && name !== CACHE && caches.delete(name);
      }));
    }));
  });

  self.addEventListener('message', function (event) {
    var asked = event.data || {};
    if (asked.linpu === 'take over') self.skipWaiting();
    // What not everybody needs is kept for whom it was loaded.
    if (asked.linpu === 'keep' && FILES[asked.name]) {
      event.waitUntil(caches.open(CACHE).then(function (cache) { return keep(cache, asked.name); }).catch(function () {}));
    }
    if (asked.linpu === 'files' && event.ports[0]) event.ports[0].postMessage(Object.keys(FILES));
  });

  function kept(name) {
    return caches.open(CACHE).then(function (cache) { return cache.match(address(name)); });
  }

  // The page comes from the server; where there is none, or none that answers, from what is kept.
  function page(request) {
    return kept('index.html').then(function (own) {
      if (!own) return fetch(request);
      return new Promise(function (done) {
        setTimeout(function () { done(own); }, PATIENCE_MS);
        fetch(request).then(function (response) { done(response.status >= 500 ? own : response); }, function () { done(own); });
      });
    });
  }

  self.addEventListener('fetch', function (event) {
    var request = event.request;
    if (request.method !== 'GET' || request.cache === 'reload' || request.cache === 'no-store') return;
    var url = request.url.split(/[?#]/)[0];
    if (request.mode === 'navigate') {
      if (url === PAGE || url === PAGE + 'index.html') event.respondWith(page(request));
      return;
    }
    var name = url.slice(PAGE.length);
    if (url.indexOf(PAGE) === 0 && FILES.hasOwnProperty(name)) {
      event.respondWith(kept(name).then(function (own) { return own || fetch(request); }));
    }
  });
})();
