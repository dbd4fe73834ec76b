// What is kept for when there is no network, and what is said of other builds. A part of boot-rest.js.
//
// Owns: registering the worker and talking with it. Deliberately absent: what it keeps and how (sw.js). `files` gives what this page
// has needed beyond what every page needs.
function linpuOffline(boot, FILES, say, files) {
  var page = document;

  // Keeps this build for when there is no network, and says when the server has another or cannot be asked. Not in frames, not in
  // files, and not where the browser or the host does not want it: nothing is missing there.
  function install() {
    var workers;
    try {
      if (!FILES.worker || window.parent !== window || !/^https?:$/.test(location.protocol)) return;
      workers = navigator.serviceWorker;
      if (!workers) return;
      if (!workers.controller && navigator.onLine === false) return addEventListener('online', install, { once: true });
    } catch (denied) {
      return;
    }
    var kept = !!workers.controller;
    workers.register(boot.trust.createScriptURL(FILES.worker.name), { updateViaCache: 'none' }).then(function (registration) {
      var link = page.createElement('link');
      link.rel = 'manifest';
      link.href = new URL(FILES.manifest.name, boot.here).href;
      page.head.appendChild(link);
      watch(registration);
      workers.ready.then(function (ready) {
        files().forEach(function (file) {
          if (file) ready.active.postMessage({ linpu: 'keep', name: file.name });
        });
      });
      function look() {
        return registration.update().then(function () { return true; }, function () { return false; });
      }
      // Who comes back to a page after a while, or has the network again, is told of what is new.
      var last = Date.now();
      page.addEventListener('visibilitychange', function () {
        if (page.hidden || Date.now() - last < 600000) return;
        last = Date.now();
        look();
      });
      addEventListener('online', function () { boot.finish(); look(); });
      return kept && look().then(function (answered) {
        if (answered) return;
        say('现在连不上服务器，显示的是本机保存的版本（数据 ' + data() + '），可能不是最新。',
          'The server cannot be reached; this is the version kept on this device (data ' + data() + '), which may not be the latest.');
      });
    }).catch(function (error) { console.info('linpu: not kept for offline use', error && error.message); });
  }

  function data() {
    return (/(\d[\d.]*\d)\.zip$/.exec(FILES.package.name) || ['', ''])[1];
  }

  // A worker that waits beside the one in charge is another build, or the one of this very page.
  function watch(registration) {
    function waits() {
      var next = registration.waiting;
      if (!next || !registration.active) return;
      var channel = new MessageChannel();
      channel.port1.onmessage = function (event) {
        var names = event.data;
        if (names.indexOf(boot.here.split('/').pop()) >= 0) return next.postMessage({ linpu: 'take over' });
        var same = names.indexOf(FILES.restData.name) >= 0;
        say(same ? '页面有新版本，数据不变。重新载入即可使用。' : '页面与数据有新版本，这里显示的还是旧数据（' + data() + '）。重新载入即可看到新的。',
          same ? 'There is a new version of the page, with the same data. Reload to use it.'
            : 'There is a new version of the page and the data; what is shown here is the old data (' + data() + '). Reload to see the new.', true);
        page.querySelector('#linpu-status button').addEventListener('click', function () { next.postMessage({ linpu: 'take over' }); });
      };
      next.postMessage({ linpu: 'files' }, [channel.port2]);
    }
    waits();
    registration.addEventListener('updatefound', function () {
      var coming = registration.installing;
      if (coming) coming.addEventListener('statechange', function () { if (coming.state === 'installed') waits(); });
    });
  }

  return install;
}
