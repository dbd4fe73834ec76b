// The first script of the single file.
//
// An embedded view is not preceded by the overview: the style sheet hides it until the program is there, or has failed.
//
// Its policy has to name 'unsafe-eval', without which engines before 97 run no WebAssembly; those
// that know the narrower word get a second policy with it here, and then no text can become a script any more. Policies only add
// up. What is asked for is younger than the word in every family (Chromium 121, Firefox 115, Safari 16.4): older engines would log
// an error, or forbid the program.
(function () {
  'use strict';
  if (/[?#&]embed=1/.test(location.href)) document.documentElement.setAttribute('data-embed', '');
  if (!Array.fromAsync) return;
  var meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = '{{policy}}';
  document.head.appendChild(meta);
})();
