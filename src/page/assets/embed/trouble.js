//! What is shown when something goes wrong? What happened, what was kept, what to do.

import { h } from './dom.js';

/** A failure in words, with what can be done about it. */
export function trouble(failure, { say, service, again }) {
  const { kind, seconds } = failure;
  const what = say(`widget-error-${kind}`) || say('widget-error-fault');
  const waits = kind === 'limited' || kind === 'busy';
  const retry = again && h('button', { type: 'button', class: 'choice', part: 'retry', onclick: () => retry.getAttribute('aria-disabled') !== 'true' && again() }, say('widget-retry'));
  const wait = waits && h('p', { class: 'wait' });
  if (waits && retry) countDown(seconds, retry, (left) => (wait.textContent = left > 0 ? say('widget-wait', { seconds: left }) : say('widget-wait-over')));
  const link = h('a', { href: service.at('/guidelines'), target: '_blank', rel: 'noopener' }, say('widget-read-guidelines'));
  return h('div', { class: 'trouble', part: 'error', 'data-kind': kind },
    h('p', { class: 'what' }, what), failure.detail && h('p', {}, failure.detail), wait,
    h('div', { class: 'row' }, retry, link), failure.trace && h('p', { class: 'about' }, say('widget-trace', { id: failure.trace })));
}

/** Retrying is possible when the waiting time is over. */
function countDown(seconds, retry, show) {
  const end = Date.now() + seconds * 1000;
  retry.setAttribute('aria-disabled', 'true');
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    show(left);
    if (left > 0) setTimeout(tick, 250);
    else retry.setAttribute('aria-disabled', 'false');
  };
  tick();
}

/** Something in the text looks like an identifier. */
export function warn(say, remove, send) {
  return h('div', { class: 'warning', 'data-warning': 'identifier' }, h('p', {}, say('widget-identifier')),
    h('div', { class: 'row' }, h('button', { type: 'button', class: 'choice', onclick: remove }, say('widget-identifier-remove')),
      h('button', { type: 'button', class: 'choice soft', onclick: send }, say('widget-identifier-send'))));
}
