// HL7's invariants for CDS Hooks over responses: one JSON line in, `{"case": "…", "response": {…}}`, and the
// violations out. The expressions are our own words for the rules that README.md lists.
import { createInterface } from 'node:readline';
import fhirpath from 'fhirpath';

const codes = ["'create'", "'update'", "'delete'"];
// Which elements a rule is about, and what must be true of each.
export const RULES = [
  ['cds-resp-1', 'cards', "selectionBehavior != 'at-most-one' or suggestions.where(isRecommended = true).count() <= 1"],
  ['cds-resp-2', 'cards.suggestions.actions', "type != 'delete' or (resourceId.exists() and resource.empty())"],
  ['cds-resp-3', 'cards.links', "appContext.exists() implies type = 'smart'"],
  ['cds-resp-4', 'cards.overrideReasons', 'display.exists()'],
  ['cds-resp-5', 'cards.suggestions', 'actions.all(description.exists())'],
  ['cds-resp-6', 'cards', 'suggestions.exists() implies selectionBehavior.exists()'],
  ['cds-resp-7', 'cards.suggestions', "actionSelectionBehavior.empty() or actionSelectionBehavior in ('all' | 'any' | 'at-most-one')"],
  // What the specification says in words, and what nordvis promises besides.
  ['cards', '', 'cards.exists() or cards.empty()'],
  ['summary', 'cards', 'summary.length() > 0 and summary.length() < 140'],
  ['indicator', 'cards', "indicator in ('info' | 'warning' | 'critical')"],
  ['source', 'cards', 'source.label.length() > 0'],
  ['uuid', 'cards', "uuid.matches('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')"],
  ['uuid-once', '', 'cards.uuid.isDistinct()'],
  ['detail', 'cards', 'detail.length() > 0'],
  ['link', 'cards', 'links.count() >= 1'],
  ['link-whole', 'cards.links', "label.length() > 0 and url.startsWith('http') and type in ('absolute' | 'smart')"],
  ['override', 'cards', 'overrideReasons.count() = 6 and overrideReasons.all(code.exists() and system.exists())'],
  ['suggestion', 'cards.suggestions', 'label.length() > 0 and uuid.exists()'],
  ['suggestion-once', '', 'cards.suggestions.uuid.isDistinct()'],
  ['action', 'cards.suggestions.actions', `type in (${codes.join(' | ')}) and resource.resourceType.exists()`],
  ['no-system-actions', '', 'systemActions.empty()'],
];

const REQUEST_RULES = [
  ['cds-r-1', '', 'fhirAuthorization.exists() implies fhirServer.exists()'],
  ['cds-fb-1', 'feedback', "outcome in ('accepted' | 'overridden')"],
  ['cds-fb-2', 'feedback', "outcome = 'accepted' implies acceptedSuggestions.exists()"],
  ['cds-fb-3', 'feedback', 'overrideReason.exists() implies (overrideReason.reason.exists() or overrideReason.userComment.exists())'],
];

const compiled = [...RULES, ...REQUEST_RULES].map(([id, path, holds]) => [
  id, path ? fhirpath.compile(path) : (whole) => [whole], fhirpath.compile(holds)]);

export function violations(response) {
  const found = [];
  for (const [id, select, holds] of compiled) {
    for (const element of select(response)) {
      const verdict = holds(element);
      if (verdict.length !== 1 || verdict[0] !== true) found.push(`${id}: ${JSON.stringify(element).slice(0, 160)}`);
    }
  }
  return found;
}

// Faults that must be seen: if the rules did not see these, they would prove nothing.
const good = () => ({ cards: [{
  uuid: '019356f0-0000-7000-8000-000000000001', summary: 's', detail: 'd', indicator: 'info', source: { label: 'l' },
  links: [{ label: 'l', url: 'https://x', type: 'absolute' }], selectionBehavior: 'at-most-one',
  overrideReasons: Array.from({ length: 6 }, () => ({ code: 'c', system: 's', display: 'd' })),
  suggestions: [{ label: 'l', uuid: 'u', actions: [{ type: 'create', description: 'd', resource: { resourceType: 'X' } }] }],
}] });
const PLANTED = [
  ['cds-resp-1', (card) => { card.suggestions = [1, 2].map((n) => ({ ...card.suggestions[0], uuid: `${n}`, isRecommended: true })); }],
  ['cds-resp-2', (card) => { card.suggestions[0].actions[0].type = 'delete'; }],
  ['cds-resp-3', (card) => { card.links[0].appContext = 'x'; }],
  ['cds-resp-4', (card) => { delete card.overrideReasons[0].display; }],
  ['cds-resp-5', (card) => { delete card.suggestions[0].actions[0].description; }],
  ['cds-resp-6', (card) => { delete card.selectionBehavior; }],
  ['cds-resp-7', (card) => { card.suggestions[0].actionSelectionBehavior = 'some'; }],
  ['summary', (card) => { card.summary = 'x'.repeat(140); }],
  ['indicator', (card) => { card.indicator = 'hard-stop'; }],
  ['source', (card) => { card.source = {}; }],
  ['uuid', (card) => { delete card.uuid; }],
  ['link', (card) => { card.links = []; }],
  ['override', (card) => { card.overrideReasons.pop(); }],
];

const problems = violations(good()).map((violation) => `a good card: ${violation}`);
for (const [id, plant] of PLANTED) {
  const response = good();
  plant(response.cards[0]);
  if (!violations(response).some((violation) => violation.startsWith(`${id}:`))) problems.push(`planted ${id} goes unseen`);
}
let cards = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { case: name, response } = JSON.parse(line);
  cards += response.cards?.length ?? 0;
  problems.push(...violations(response).map((violation) => `${name}: ${violation}`));
}
console.log(JSON.stringify({ cards, problems }));
