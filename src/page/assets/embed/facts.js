//! What was understood, and what was not? Chips that can be taken back and changed, and the words that made no fact.

import { h, icon } from './dom.js';
import { field } from './fields.js';

/** The facts of an answer as chips; changing or removing one sends it. */
export function understood(answer, context) {
  const { say, id } = context;
  if (!answer.facts.length) return null;
  const editor = h('div', { class: 'editor' });
  const chips = answer.facts.map((fact) => chip(fact, answer, context, editor));
  return h('div', { class: 'part', part: 'facts' },
    context.heading(id('facts'), say('widget-understood')), h('ul', { class: 'chips' }, chips), editor);
}

function chip(fact, answer, context, editor) {
  const { say, live } = context;
  const sure = fact.certainty === 'stated';
  const doubt = sure ? undefined : h('span', { class: 'doubt' }, say(`widget-certainty-${fact.certainty}`));
  const edit = h('button', { type: 'button', class: 'chip', part: 'fact', title: say('widget-change'), 'aria-expanded': 'false' }, fact.text, doubt);
  const remove = h('button', { type: 'button', class: 'chip off', title: say('widget-remove', { fact: fact.text }) }, icon('M6 6l12 12M18 6L6 18'), h('span', { class: 'sr' }, say('widget-remove', { fact: fact.text })));
  edit.addEventListener('click', async () => {
    if (!live()) return;
    const open = edit.getAttribute('aria-expanded') === 'true';
    for (const other of editor.parentNode.querySelectorAll('[aria-expanded]')) other.setAttribute('aria-expanded', 'false');
    editor.replaceChildren();
    if (open) return;
    const known = await context.vocabulary(fact.id);
    if (!known) return;
    edit.setAttribute('aria-expanded', 'true');
    const question = { ...known, fact: known.id, text: known.question };
    const give = (value, label) => context.give(known.id, value, `${fact.label}: ${label}`);
    editor.replaceChildren(field(question, { ...context, id: (name) => context.id(`edit-${name}`), give }));
    editor.querySelector('input, select, button').focus();
  });
  remove.addEventListener('click', () => live() && context.give(fact.id, null, say('widget-removed', { fact: fact.text })));
  const known = fact.source !== null;
  return h('li', { class: sure && known ? 'fact' : 'fact unsure' }, edit, known && remove);
}

/** What was read but is no fact of the case: other people's, words taken for others, words that nothing was made of. */
export function misread(answer, { say, id, heading }) {
  const lines = [
    (answer.mentions ?? []).map((mention) => mention.text),
    (answer.repairs ?? []).map((repair) => say('widget-read-as', repair)),
    (answer.notUnderstood ?? []).map((puzzle) => say('widget-not-understood', puzzle)),
  ].flat();
  if (!lines.length) return null;
  return h('div', { class: 'part quiet' },
    heading(id('misread'), say('widget-not-used')), h('ul', {}, lines.map((line) => h('li', {}, line))));
}
