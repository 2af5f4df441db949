//! What does an answer look like? The parts of the card, always in this order; what is absent is not shown.

import { h } from './dom.js';
import { actions } from './actions.js';
import { misread, understood } from './facts.js';
import { field } from './fields.js';
import { hits, Sources, warning } from './sources.js';

const ASKED_FIRST = 3;
const FOLLOW_UPS_MAX = 4;

/** An answer as an article. `context` is what the chat lends it: texts, ids, and what pressing a button does. */
export function card(answer, context) {
  const sources = new Sources(answer, context);
  const parts = { ...context, sources, answer };
  const { say, id, level } = context;
  const title = { answered: 'widget-answer', needs_facts: 'widget-needs-facts', not_covered: 'widget-not-covered' }[answer.status];
  const groups = byGuideline(answer);
  const shown = [
    understood(answer, parts),
    misread(answer, parts),
    warnings(answer.warnings.filter((item) => groups.size < 2 || !groups.has(item.guideline)), parts),
    steps(groups, parts),
    referral(answer, parts),
    codes(answer, parts),
    why(answer, parts),
    missing(answer, parts),
    conditional(answer, parts),
    notes(answer, parts),
    answer.status === 'answered' && answer.recommendations.length ? null : silence(answer, parts),
    sources.list(),
    hits(answer, parts),
    actions(answer, parts),
    followUps(answer, parts),
    footer(answer, parts),
  ];
  const heading = h(`h${level + 1}`, { id: id('title'), class: 'card-title' }, say(title));
  return h('article', { class: `card ${answer.status}`, part: 'answer', lang: answer.language, 'aria-labelledby': id('title') },
    heading, shown);
}

/** The recommendations of each guideline; of its own region, where several bind. */
function byGuideline(answer) {
  const groups = new Map();
  for (const item of answer.recommendations) groups.set(item.guideline, [...(groups.get(item.guideline) ?? []), item]);
  return groups;
}

const warnings = (list, context) => list.length > 0 && h('div', { class: 'warnings' }, list.map((item) => warning(item, context)));

function section(name, title, context, ...children) {
  return h('div', { class: `part ${name}`, part: name },
    context.heading(context.id(name), title), children);
}

function steps(groups, context) {
  const { answer, say, guideline } = context;
  if (!groups.size) return null;
  const several = groups.size > 1;
  const group = ([id, items]) => [
    several && h('p', { class: 'whose' }, `${guideline(id).name} · ${context.region(items[0].region)}`),
    several && warnings(answer.warnings.filter((item) => item.guideline === id), context),
    h('ol', { class: 'steps' }, items.map((item) => step(item, context))),
  ];
  return section('next-step', say('widget-next-step'), context, [...groups].map(group));
}

/** One recommendation: the source's own modal verb, what it adds, and where it stands. */
function step(item, { say, sources, loaded }) {
  const more = item.text.startsWith(item.summary) ? item.text.slice(item.summary.length).trim() : item.text;
  const marks = [item.strength !== 'states' && loaded.strengths[item.strength], item.evidence && say('widget-evidence', { grade: item.evidence })].filter(Boolean);
  return h('li', { class: 'step' },
    h('p', { class: 'bottom-line' }, item.summary, ' ', sources.cite(item.citations)),
    item.provisional && h('p', { class: 'provisional' }, say('widget-provisional')),
    h('p', { class: 'marks' }, marks.map((mark) => h('span', { class: 'mark' }, mark))),
    more && h('details', {}, h('summary', {}, say('widget-details')), h('p', {}, more)));
}

function referral(answer, context) {
  const { say, sources } = context;
  const to = answer.recommendations.filter((item) => item.targets.length || item.deadline);
  const content = answer.recommendations.filter((item) => item.intents.includes('referral_content'));
  if (!to.length && !content.length) return null;
  const line = (item) => h('li', {},
    item.targets.length > 0 && h('strong', {}, item.targets.map((target) => target.text).join(', ')),
    item.targets.length > 0 && item.deadline && ' · ', item.deadline?.text, ' ', sources.cite(item.citations));
  const text = [...to.flatMap((item) => item.targets.map((target) => target.text)), ...content.map((item) => item.text)].join('\n');
  return section('referral', say('widget-referral'), context,
    to.length > 0 && h('ul', { class: 'plain' }, to.map(line)),
    content.length > 0 && [h('p', { class: 'ask' }, say('widget-referral-content')),
      h('ul', { class: 'checklist' }, content.map((item) => h('li', {}, item.text, ' ', sources.cite(item.citations))))],
    context.copyButton(say('widget-copy-referral'), text, 'referral'));
}

function codes(answer, context) {
  const { say, sources } = context;
  const all = answer.recommendations.flatMap((item) => item.codes.map((code) => ({ ...code, item })));
  const each = all.filter((code, i) => all.findIndex((other) => other.code === code.code && other.system === code.system) === i);
  if (!each.length) return null;
  const line = (code) => h('li', { class: 'code', part: 'code' },
    h('span', { class: 'system' }, context.loaded.systems[code.system] ?? code.system), h('code', {}, code.code), h('span', { class: 'grow' }, code.text, ' ', sources.cite(code.item.citations)),
    context.copyButton(say('widget-copy-code', code), code.code, 'code', true));
  return section('codes', say('widget-codes'), context, h('ul', { class: 'plain' }, each.map(line)));
}

function why(answer, context) {
  const { say } = context;
  const reasons = [...new Set(answer.recommendations.flatMap((item) => item.because.map((reason) => reason.text)))];
  const assumed = [...new Set(answer.assumptions.map((item) => item.text))];
  if (!reasons.length && !assumed.length) return null;
  return section('why', say('widget-why'), context,
    h('ul', { class: 'checks' }, reasons.map((reason) => h('li', {}, reason)),
      assumed.map((text) => h('li', { class: 'assumed' }, say('widget-assumed', { text })))));
}

/** What is missing, as questions that can be answered here. */
function missing(answer, context) {
  if (!answer.questions.length) return null;
  const give = (question) => (value, label, chosen) => context.give(question.fact, value, `${question.text} ${label}`, chosen);
  const one = (question) => field(question, { ...context, give: give(question) });
  // What somebody said is not known may be answered still, but is not asked for first.
  const unknown = new Set(answer.facts.filter((fact) => fact.source === null).map((fact) => fact.id));
  const first = answer.questions.filter((question) => !unknown.has(question.fact)).slice(0, ASKED_FIRST);
  const rest = answer.questions.filter((question) => !first.includes(question));
  return section('quick-replies', context.say('widget-missing'), context,
    first.map(one),
    rest.length > 0 && h('details', {}, h('summary', {}, context.say('widget-more-questions', { number: rest.length })), rest.map(one)));
}

function conditional(answer, context) {
  if (!answer.conditional.length) return null;
  const { say, sources } = context;
  const line = (item) => h('li', {}, item.text, ' ', sources.cite(item.citations), h('p', { class: 'when' }, say('widget-applies-if', { condition: item.when })));
  const list = h('ul', { class: 'plain' }, answer.conditional.map(line));
  const open = answer.status === 'needs_facts';
  return h('div', { class: 'part', part: 'conditional' },
    h('details', { open }, h('summary', {}, say('widget-conditional', { number: answer.conditional.length })), list));
}

function notes(answer, context) {
  if (!answer.notes.length) return null;
  return section('notes', context.say('widget-notes'), context,
    h('ul', {}, answer.notes.map((note) => h('li', {}, note.text, ' ', context.sources.cite(note.citations)))));
}

/** The guidelines do not answer: said plainly, in the answer's own first line. */
function silence(answer, { say }) {
  if (answer.status === 'needs_facts') return null;
  return h('p', { class: 'silence' }, answer.text.split('\n')[0] || say('widget-not-covered'));
}

/** Questions that the guidelines of this answer have rules for, and that were not asked. */
function followUps(answer, context) {
  const { say } = context;
  const slot = h('div', { class: 'part follow-ups', part: 'quick-replies', hidden: true });
  const ids = new Set([...answer.recommendations, ...answer.conditional].map((item) => item.guideline));
  context.intents([...ids]).then((known) => {
    const texts = known.filter((intent) => intent !== answer.intent).map((intent) => say(`widget-follow-up-${intent}`)).filter(Boolean);
    const buttons = texts.slice(0, FOLLOW_UPS_MAX).map((text) => {
      const button = h('button', { type: 'button', class: 'choice soft' }, text);
      button.addEventListener('click', () => context.live() && context.ask(text, button));
      return button;
    });
    if (buttons.length) slot.append(context.heading(context.id('more'), say('widget-follow-ups')), h('div', { class: 'row' }, buttons));
    slot.hidden = !buttons.length;
  });
  return slot;
}

function footer(answer, { say, service, date }) {
  const path = h('a', { href: service.at(`/answers/${answer.id}`), target: '_blank', rel: 'noopener' }, say('widget-whole-answer'));
  const facts = say('widget-meta', { date: date(answer.asOf), corpus: answer.corpus.replace('sha256:', '').slice(0, 12), id: answer.id });
  return h('footer', { class: 'meta' }, path, h('p', {}, facts), h('p', {}, say('widget-responsibility')));
}
