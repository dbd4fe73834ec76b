// What somebody did before the program was there is done again where it now stands. A part of boot-rest.js.
//
// Owns: finding the place of the program's page that stands for one of the first paint. Deliberately absent: noting what is done
// (boot.js).
function linpuReplay(page) {
  // What somebody did on the first paint. Its elements are no longer in the page; those of the program stand in the same places.
  function trail(element) {
    var steps = [];
    for (; element && !element.id; element = element.parentElement) {
      var at = 0;
      for (var before = element; (before = before.previousElementSibling);) at += before.tagName === element.tagName;
      steps.unshift([element.tagName, at, element.parentElement ? '' : element.className]);
    }
    return { id: element ? element.id : 'linpu', steps: steps };
  }

  function followed(trail) {
    var found = page.getElementById(trail.id);
    trail.steps.forEach(function (step) {
      var alike = found ? [].filter.call(found.children, function (child) {
        return child.tagName === step[0] && (!step[2] || child.className === step[2]);
      }) : [];
      found = alike[step[2] ? 0 : step[1]];
    });
    return found;
  }

  // The element of the program for one of the first paint, if it says the same; of a chart, when it is drawn.
  function counterpart(old) {
    var plot = old.closest('.plot');
    var found = followed(trail(plot || old));
    if (plot) return found && found.querySelector('svg') && found;
    return found && (old.value !== undefined || found.textContent === old.textContent) ? found : null;
  }

  function isOurs(element) {
    return element instanceof Element && !element.isConnected;
  }

  function again(event) {
    var old = event.target, found = counterpart(old);
    if (!found) return false;
    if (event.type === 'click') {
      found.dispatchEvent(new MouseEvent('click', {
        bubbles: true, cancelable: true, view: window, detail: event.detail,
        clientX: event.pageX - pageXOffset, clientY: event.pageY - pageYOffset
      }));
    } else if (found.value !== old.value) {
      found.value = old.value;
      found.dispatchEvent(new Event(event.type, { bubbles: true }));
    }
    return true;
  }

  function replay(early) {
    var focus = null;
    var todo = early.filter(function (event) {
      var target = event.target;
      if (!isOurs(target)) return false;
      if (event.type === 'focusin') focus = target;
      else if (event.type === 'click' && focus && !focus.contains(target)) focus = null;
      // Links have led where they lead; fields and lists are told by what they were changed to.
      return event.type === 'click' ? !target.closest('a[href], input, select') : event.type !== 'focusin';
    });
    // Of a field, the last word counts.
    todo = todo.filter(function (event, at) {
      return event.type === 'click' || !todo.slice(at + 1).some(function (other) { return other.target === event.target; });
    });
    var end = Date.now() + 3000;
    (function next() {
      while (todo.length && again(todo[0])) todo.shift();
      if (!todo.length) return;
      // Charts are drawn one after the other.
      if (Date.now() < end) return setTimeout(next, 50);
      todo.shift();
      next();
    })();
    var found = focus && (!page.activeElement || page.activeElement === page.body) && counterpart(focus);
    if (found) {
      found.focus({ preventScroll: true });
      try { found.setSelectionRange(focus.selectionStart, focus.selectionEnd); } catch (error) { /* Not a field with text. */ }
    }
  }

  return replay;
}
