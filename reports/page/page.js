// SPDX-License-Identifier: Apache-2.0
// Filters findings, sorts the overview, and goes from one finding to the next. Without this script the page is whole:
// it only hides, sorts and moves.
'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;
  root.classList.add('scripted');
  const form = document.querySelector('.filter');
  const told = form.querySelector('output');
  const boxes = all('[type="checkbox"]', form);
  const severities = boxes.map((one) => one.value);
  const severity_words = Object.fromEntries(boxes.map((one) => [one.value, one.nextElementSibling.textContent]));
  const overview = document.querySelector('.overview');
  const folds = all('main > .reports');
  const open_lists = all('main > .open');

  const reports = all('.report').map((section) => ({
    section,
    heading: section.querySelector('h2').textContent.toLowerCase(),
    findings: all('.finding', section).map((element) => ({ element, severity: element.dataset.severity, rule: element.dataset.rule })),
  }));
  const findings = reports.flatMap((one) => one.findings);
  const value_of = (name) => (form.elements[name] ? form.elements[name].value.trim().toLowerCase() : '');
  // The words of a finding are gathered when they are first asked for.
  const words_of = (one) => {
    if (!('words' in one)) one.words = one.element.textContent.toLowerCase();
    return one.words;
  };

  // The cells of the overview that have a number, by report and rule.
  const rules = overview ? all('thead .rule', overview).map((one) => one.dataset.rule) : [];
  const lines = overview ? all('tbody tr', overview).map((row) => ({ row, id: row.dataset.report, cells: [...row.cells].slice(3) })) : [];
  const totals = overview ? [...overview.querySelector('.total').cells].slice(1) : [];

  function count_in(report) {
    const counts = new Map();
    for (const one of report.findings) {
      if (one.element.hidden) continue;
      const seen = counts.get(one.rule) || { count: 0, worst: 'note' };
      seen.count += 1;
      if (severities.indexOf(one.severity) < severities.indexOf(seen.worst)) seen.worst = one.severity;
      counts.set(one.rule, seen);
    }
    return counts;
  }

  function show_in_overview() {
    const by_id = new Map(reports.map((one) => [one.section.id, one]));
    const sums = new Array(rules.length + 1).fill(0);
    for (const line of lines) {
      const report = by_id.get(line.id);
      line.row.hidden = report.section.hidden;
      const counts = count_in(report);
      const own = [...counts.values()].reduce((sum, one) => sum + one.count, 0);
      line.row.cells[2].textContent = own;
      sums[0] += own;
      line.cells.forEach((cell, i) => {
        const link = cell.firstElementChild;
        if (!link) return;
        const seen = counts.get(rules[i]);
        link.hidden = !seen;
        cell.className = seen ? seen.worst : '';
        if (!seen) return;
        sums[i + 1] += seen.count;
        link.firstChild.data = seen.count;
        link.lastChild.textContent = ` ${severity_words[seen.worst]}`;
      });
    }
    totals.forEach((cell, i) => { cell.textContent = sums[i]; });
    if (overview) overview.hidden = sums[0] === 0;
  }

  function apply() {
    const organ = value_of('organ');
    const rule = form.elements.rule ? form.elements.rule.value : '';
    const words = value_of('words');
    const wanted = new Set(boxes.filter((one) => one.checked).map((one) => one.value));
    const narrowed = rule !== '' || words !== '' || wanted.size < boxes.length;
    let shown = 0;
    let shown_reports = 0;
    for (const report of reports) {
      const here = report.heading.includes(organ);
      let any = here && !narrowed && report.findings.length === 0;
      for (const one of report.findings) {
        const fits = here && wanted.has(one.severity) && (!rule || one.rule === rule) && (!words || words_of(one).includes(words) || report.heading.includes(words));
        one.element.hidden = !fits;
        any = any || fits;
        shown += fits ? 1 : 0;
      }
      report.section.hidden = !any;
      shown_reports += any ? 1 : 0;
    }
    // Reports without findings go by their organs alone.
    for (const fold of folds) {
      let any = false;
      if (!narrowed) {
        for (const item of fold.lastElementChild.children) {
          item.hidden = !item.textContent.toLowerCase().includes(organ);
          any = any || !item.hidden;
        }
      }
      fold.hidden = !any;
    }
    for (const list of open_lists) list.hidden = narrowed || organ !== '';
    show_in_overview();
    const numbers = { a: shown, b: findings.length, c: shown_reports, d: reports.length };
    told.textContent = told.dataset.words.replace(/\{(\w)\}/g, (_, name) => numbers[name]);
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());

  // A click on the name of a column sorts by it: numbers from the greatest, words from the first.
  function sort_by(head, column) {
    const number = head.classList.contains('number');
    const turned = head.getAttribute('aria-sort') === (number ? 'descending' : 'ascending');
    const order = number === turned ? 'ascending' : 'descending';
    all('thead [aria-sort]', overview).forEach((one) => one.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', order);
    const text = (row) => row.cells[column].textContent;
    const compare = number ? (a, b) => (parseInt(a[0], 10) || 0) - (parseInt(b[0], 10) || 0) : (a, b) => a[0].localeCompare(b[0], root.lang);
    const keyed = lines.map((one) => [text(one.row), one.row]).sort((a, b) => (order === 'ascending' ? compare(a, b) : compare(b, a)));
    overview.querySelector('tbody').append(...keyed.map((one) => one[1]));
  }
  if (overview) {
    [...overview.querySelector('thead tr').cells].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.addEventListener('click', () => sort_by(head, column));
      head.append(button);
    });
  }

  // A link to what is hidden shows it; one into closed details opens them.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let one = target; one; one = one.parentElement) {
      one.hidden = false;
      if (one.matches('details')) one.open = true;
    }
    if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches('section, details, .finding') ? 'start' : 'center' });
  }
  addEventListener('hashchange', reveal);

  // n and p: the next finding and the one before, wherever the focus is but in a field that is typed into.
  addEventListener('keydown', (event) => {
    const field = event.target.closest('select, textarea, input:not([type="checkbox"])');
    if (field && event.key === 'Escape') {
      event.preventDefault(); // it would empty the field
      field.blur();
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || !['n', 'p'].includes(event.key)) return;
    const here = findings.findIndex((one) => one.element.id === decodeURIComponent(location.hash.slice(1)));
    const seen = (one) => !one.element.hidden;
    const next = event.key === 'n' ? findings.slice(here + 1).find(seen) : findings.slice(0, Math.max(here, 0)).filter(seen).pop();
    if (next) location.hash = next.element.id;
  });
  apply();
  if (location.hash) reveal();
})();
