// SPDX-License-Identifier: Apache-2.0
// Filters findings, and goes from one to the next. Without this script the page is whole: it only hides and moves.
'use strict';
(() => {
  document.documentElement.classList.add('scripted');
  const form = document.querySelector('.filter');
  const words = form.querySelector('input[type="search"]');
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const told = form.querySelector('output');
  const findings = [...document.querySelectorAll('.finding')];

  const apply = () => {
    const asked = words.value.trim().toLowerCase();
    const severities = new Set(boxes.filter((one) => one.checked).map((one) => one.value));
    let shown = 0;
    for (const one of findings) {
      one.hidden = !severities.has(one.dataset.severity) || !one.textContent.toLowerCase().includes(asked);
      shown += one.hidden ? 0 : 1;
    }
    told.textContent = `${shown} / ${findings.length}`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());

  // A link to a finding that is hidden shows it; one into closed details opens them.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.classList.contains('finding')) target.hidden = false;
    for (let one = target.closest('details'); one; one = one.parentElement.closest('details')) one.open = true;
    target.scrollIntoView({ block: 'center' });
    if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  addEventListener('hashchange', reveal);

  // n and p: the next finding and the one before.
  addEventListener('keydown', (event) => {
    if (event.target.matches('input') || event.ctrlKey || event.metaKey || event.altKey || !['n', 'p'].includes(event.key)) return;
    const seen = findings.filter((one) => !one.hidden);
    const here = seen.findIndex((one) => one.id === decodeURIComponent(location.hash.slice(1)));
    const next = seen[event.key === 'n' ? here + 1 : here - 1];
    if (next) location.hash = next.id;
  });
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
  apply();
  if (location.hash) reveal();
})();
