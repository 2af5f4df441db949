//! How is a fact answered? Buttons for yes and no and for few options, a list for many, a field for a number; and "not known".

import { h } from './dom.js';

const FEW = 7;

/**
 * The control that answers a question.
 * @param {{fact: string, text: string, type: string, unit: ?string, options: {id, text}[]}} question
 * @param {{say, id: (name: string) => string, give: (value, label: string) => Promise<?string>}} context
 *   `give` sends a value, and gives back what is wrong with it
 */
export function field(question, { say, id, give }) {
  const name = id(question.fact);
  const fault = h('p', { class: 'fault', id: `${name}-fault`, hidden: true });
  const send = async (value, label, chosen) => {
    const wrong = await give(value, label, chosen);
    fault.textContent = wrong ?? '';
    fault.hidden = !wrong;
    return wrong;
  };
  const choice = (value, label, soft) => {
    const button = h('button', { type: 'button', class: soft ? 'choice soft' : 'choice', part: 'quick-reply' }, label);
    button.addEventListener('click', () => button.getAttribute('aria-disabled') || send(value, label, button));
    return button;
  };
  const unknown = choice(null, say('widget-do-not-know'), true);
  const labelled = { role: 'group', 'aria-labelledby': `${name}-text`, class: 'field', 'data-fact': question.fact };
  const short = question.type === 'boolean' || (question.type === 'choice' && question.options.length <= FEW);
  const parts = [h(short ? 'p' : 'label', { id: `${name}-text`, for: short ? null : `${name}-value`, class: 'ask' }, question.text)];
  if (question.type === 'boolean') {
    parts.push(h('div', { class: 'row' }, choice(true, say('widget-yes')), choice(false, say('widget-no')), unknown));
  } else if (short) {
    parts.push(h('div', { class: 'row' }, question.options.map((option) => choice(option.id, option.text)), unknown));
  } else {
    const entry = question.type === 'choice' ? list(question, say) : number();
    const read = () => (question.type === 'choice' ? entry.value : parsed(entry.value));
    const submit = async (event) => {
      event.preventDefault();
      const written = entry.selectedOptions?.[0]?.text ?? `${entry.value.trim()}${question.unit ? ` ${unit(question)}` : ''}`;
      const wrong = read() === '' || Number.isNaN(read()) ? await send(undefined) : await send(read(), written);
      entry.setAttribute('aria-invalid', String(Boolean(wrong)));
    };
    const button = h('button', { type: 'submit', class: 'choice' }, say('widget-answer-this'));
    const form = h('form', { class: 'row', novalidate: true, onsubmit: submit }, entry, question.unit && h('span', { class: 'unit' }, unit(question)), button, unknown);
    entry.id = `${name}-value`;
    entry.setAttribute('aria-describedby', `${name}-fault`);
    parts.push(form);
  }
  return h('div', labelled, parts, fault);
}

const number = () => h('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', size: '6', maxlength: '12' });

function list(question, say) {
  const options = question.options.map((option) => h('option', { value: option.id }, option.text));
  return h('select', {}, h('option', { value: '' }, say('widget-choose')), options);
}

/** The unit as it is written beside a number; years and months stand in the question's words. */
const unit = ({ unit }) => (/^(years|months)$/.test(unit) ? '' : unit);

/** A number with a decimal comma or a typographic minus is a number too. */
const parsed = (text) => (text.trim() === '' ? '' : Number(text.trim().replace(',', '.').replace('−', '-')));
