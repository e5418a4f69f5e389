'use strict';
(() => {
  const byRecord = new Map();
  const byProposition = new Map();
  const inspector = document.getElementById('inspector');
  const details = document.getElementById('details');
  let lit = [];
  let selected = null;

  const add = (groups, key, mark) => groups.has(key) ? groups.get(key).push(mark) : groups.set(key, [mark]);
  const record = (mark) => mark.hash.slice(3);
  const row = (mark) => mark.dataset.p && document.getElementById(mark.dataset.p);
  const markOf = (target) => target.closest ? target.closest('a.mark') : null;

  function light(marks, name) {
    for (const mark of marks || []) {
      mark.classList.add(name);
      lit.push(mark);
    }
  }

  function show(mark) {
    for (const each of lit) each.classList.remove('here', 'partner', 'against');
    lit = [];
    if (!mark) return;
    light(byProposition.get(mark.dataset.p), 'partner');
    const against = row(mark)?.dataset.against;
    for (const proposition of against ? against.split(' ') : []) light(byProposition.get(proposition), 'against');
    light(byRecord.get(record(mark)), 'here');
  }

  function copy(element) {
    const parts = element.cloneNode(true);
    for (const each of parts.querySelectorAll('[id]')) each.removeAttribute('id');
    return [...parts.childNodes];
  }

  function element(tag, ...children) {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
  }

  function accounts(row) {
    const heads = row.closest('table').tHead.rows[0].cells;
    const cells = [...row.cells].slice(2);
    return element('ul', ...cells.map((cell, index) => {
      const name = element('b', heads[index + 2].textContent);
      return element('li', name, document.createElement('br'), ...copy(cell));
    }));
  }

  function inspect(mark) {
    const about = row(mark);
    const parts = [element('div', ...copy(document.getElementById('r-' + record(mark))))];
    if (about) {
      const status = element('span', about.cells[0].textContent);
      status.className = 'status';
      parts.unshift(element('h2', ...copy(about.cells[1]), ' ', status));
      parts.push(accounts(about));
    }
    details.replaceChildren(...parts);
    inspector.hidden = false;
  }

  // Scrolls the other texts so that their first partner is level with the mark.
  function align(mark) {
    const own = mark.closest('.text');
    const top = mark.getBoundingClientRect().top;
    const seen = new Set([own]);
    for (const partner of byProposition.get(mark.dataset.p) || []) {
      const text = partner.closest('.text');
      if (seen.has(text)) continue;
      seen.add(text);
      text.scrollTop += partner.getBoundingClientRect().top - top;
    }
  }

  function select(mark) {
    selected = mark;
    show(mark);
    if (mark) {
      inspect(mark);
      align(mark);
    } else inspector.hidden = true;
  }

  for (const mark of document.querySelectorAll('a.mark')) {
    add(byRecord, record(mark), mark);
    if (mark.dataset.p) add(byProposition, mark.dataset.p, mark);
  }
  for (const type of ['mouseover', 'focusin']) {
    document.addEventListener(type, (event) => show(markOf(event.target) || selected));
  }
  document.addEventListener('click', (event) => {
    const mark = markOf(event.target);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    select(mark);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') select(null);
  });
  document.getElementById('close').addEventListener('click', () => select(null));
  addEventListener('hashchange', () => {
    const marks = byRecord.get(location.hash.slice(1));
    if (marks) select(marks[0]);
  });
})();
