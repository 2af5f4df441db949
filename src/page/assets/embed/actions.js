//! What can be done with an answer? Copy it for the journal, print it, link to it, say whether it helped.

import { h, icon } from './dom.js';

const COPY = ['M9 9h10v11H9z', 'M5 15V4h10'];
const PRINT = ['M7 8V4h10v4', 'M7 17H4V9h16v8h-3', 'M7 14h10v6H7z'];
const LINK = ['M10 14l4-4', 'M8 12l-2 2a3 3 0 0 0 4 4l2-2', 'M16 12l2-2a3 3 0 0 0-4-4l-2 2'];

/** The row of actions, and feedback below it. */
export function actions(answer, context) {
  const { say, service, date } = context;
  const place = service.at(`/answers/${answer.id}`);
  const note = `${answer.text.trim()}\n\n${say('widget-copied-foot', { id: answer.id, date: date(answer.createdAt.slice(0, 10)), url: place })}`;
  const print = h('button', { type: 'button', class: 'action', part: 'print' }, icon(...PRINT), say('widget-print'));
  print.addEventListener('click', () => context.print(answer, print.closest('article')));
  return h('div', { class: 'part actions', part: 'actions' },
    context.copyButton(say('widget-copy'), note, 'answer', false, icon(...COPY)), print,
    context.copyButton(say('widget-link'), place, 'link', false, icon(...LINK)),
    context.feedback && feedback(answer, context));
}

function feedback(answer, context) {
  const { say, id } = context;
  const comment = h('div', { class: 'comment', hidden: true });
  const buttons = [true, false].map((helpful) => {
    const button = h('button', { type: 'button', class: 'action', part: 'feedback', 'aria-pressed': 'false' }, say(helpful ? 'widget-helpful' : 'widget-not-helpful'));
    button.addEventListener('click', async () => {
      if (!(await context.rate(answer, { helpful }))) return;
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      if (comment.hidden) comment.append(...commenting(helpful));
      comment.hidden = false;
    });
    return button;
  });
  const commenting = () => {
    const text = h('textarea', { id: id('comment'), rows: '2', maxlength: '2000', 'aria-describedby': id('comment-warning') });
    const send = h('button', { type: 'button', class: 'choice' }, say('widget-send-comment'));
    send.addEventListener('click', async () => {
      const helpful = buttons[0].getAttribute('aria-pressed') === 'true';
      if (!text.value.trim() || !(await context.rate(answer, { helpful, comment: text.value.trim() }))) return;
      comment.replaceChildren(h('p', {}, say('widget-thanks')));
    });
    return [h('label', { for: id('comment') }, say('widget-comment')), h('p', { class: 'about', id: id('comment-warning') }, say('widget-comment-warning')), text, send];
  };
  return h('div', { class: 'feedback', role: 'group', 'aria-label': say('widget-feedback') }, buttons, comment);
}
