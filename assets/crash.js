// What there is to say and to save when the program has failed. Loaded only then; in the single file it is in the page.
//
// Owns: the words in the reader's language, what was typed and is kept nowhere, the report, the ways on. May use: ES5 and what
// Chromium 68 has. Deliberately absent: stopping the program and bringing the static page back (boot.js), sending anything.
(function () {
  'use strict';
  var page = document;
  var WORDS = {
    'zh-CN': {
      head: '程序出错，已停下',
      what: '页面不再响应筛选、排序与点击。下面是打开时的概览：全部数据，未经筛选，数字与出处无误。地址里的筛选都还在，重新载入就能继续。',
      reload: '重新载入', fresh: '不带筛选，从头打开', typed: '您填写的内容（请留一份，以免丢失）',
      report: '报告（不会自动发出）', copy: '复制报告', copied: '已复制', select: '请按 Ctrl+C 复制选中的文字'
    },
    'zh-Hant': {
      head: '程式出錯，已停下',
      what: '頁面不再回應篩選、排序與點擊。下面是打開時的概覽：全部資料，未經篩選，數字與出處無誤。網址裡的篩選都還在，重新載入就能繼續。',
      reload: '重新載入', fresh: '不帶篩選，從頭打開', typed: '您填寫的內容（請留一份，以免遺失）',
      report: '報告（不會自動送出）', copy: '複製報告', copied: '已複製', select: '請按 Ctrl+C 複製選中的文字'
    },
    en: {
      head: 'The program failed and has stopped',
      what: 'The page no longer responds to filters, sorting or clicks. Below is the overview as it was opened, in Chinese: all of the data, unfiltered, every figure with its source. The address still has your filters; reload to go on.',
      reload: 'Reload', fresh: 'Open anew without filters', typed: 'What you entered (keep a copy, so that nothing is lost)',
      report: 'Report (it is sent nowhere)', copy: 'Copy the report', copied: 'Copied', select: 'Press Ctrl+C to copy the selected text'
    }
  };

  function make(name, text, parent) {
    var element = page.createElement(name);
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  // What a person has typed into the page that failed: one's own figures, row by row. The storage may have none of it.
  function typedIn(old) {
    var page = old.filter(function (node) { return node.querySelector && node.querySelector('#own'); })[0];
    var rows = [].map.call(page ? page.querySelectorAll('#own li, #own p') : [], function (row) {
      var cells = [].filter.call(row.querySelectorAll('input, select'), function (field) { return field.value; });
      return cells.map(function (field) {
        return field.selectedOptions ? field.selectedOptions[0].textContent.trim() : field.value;
      }).join('\t');
    });
    return rows.filter(Boolean).join('\n');
  }

  function box(panel, label, text) {
    var title = make('label', label, panel);
    var field = make('textarea', '', title);
    field.readOnly = true;
    field.rows = Math.min(8, text.split('\n').length + 1);
    field.value = text;
    return field;
  }

  page.addEventListener('linpu:died', function (event) {
    var panic = event.detail[0], error = event.detail[1], panel = event.detail[2], host = event.detail[3], old = event.detail[4];
    var lang = page.documentElement.lang;
    var words = WORDS[lang] || WORDS[/^en/.test(lang) ? 'en' : 'zh-CN'];
    page.documentElement.removeAttribute('data-embed');
    // Somebody may have emptied the page.
    [host, panel].forEach(function (part) { page.body.insertBefore(part, page.body.firstChild); });
    // What strangers have copied of the page that failed is as wrong as that.
    [].forEach.call(page.querySelectorAll('.page'), function (copy) { if (!host.contains(copy)) copy.parentNode.removeChild(copy); });
    [].forEach.call(host.querySelectorAll('button, input, select, textarea'), function (control) { control.disabled = true; });
    host.lang = 'zh-CN';
    // A link of the static page, or a step of history, is an address to be opened.
    addEventListener('hashchange', function () { location.reload(); });

    panel.textContent = '';
    panel.className = 'crashed';
    panel.style.position = 'static';
    var head = make('strong', words.head, panel);
    make('span', words.what, panel);
    var ways = make('span', '', panel);
    make('button', words.reload, ways).addEventListener('click', function () { location.reload(); });
    make('button', words.fresh, ways).addEventListener('click', function () {
      if (location.hash) location.hash = '';
      else location.reload();
    });
    var typed = typedIn(old);
    if (typed) box(panel, words.typed, typed);
    var stack = String((error && error.stack) || '').split('\n').slice(0, 8).join('\n');
    var report = box(panel, words.report, [
      'linpu: ' + (panic || error), location.href, new Date().toISOString() + ' ' + lang, navigator.userAgent, stack
    ].join('\n'));
    var copy = make('button', words.copy, panel);
    copy.addEventListener('click', function () {
      report.select();
      var done = false;
      try { done = page.execCommand('copy'); } catch (refused) { /* Then it is selected. */ }
      copy.textContent = done ? words.copied : words.select;
    });
    [].forEach.call(panel.querySelectorAll('button'), function (button) { button.type = 'button'; });
    // In a frame the host page keeps its focus and its place.
    if (window.parent === window) {
      head.tabIndex = -1;
      head.focus();
      window.scrollTo(0, 0);
    }
  });
})();
