// A CDS Hooks client that nobody here wrote, against nordvis and a FHIR server that knows one patient: discovers, fills
// the queries in, calls, and tells what it got. One argument: where nordvis is.
import { createServer } from 'node:http';

globalThis.WebSocket ??= class { static OPEN = 1; };
const { MedplumClient, buildCdsRequest } = await import('@medplum/core');

const today = new Date().toISOString().slice(0, 10);
const patient = { resourceType: 'Patient', id: 'p1', birthDate: '1954-05-12', gender: 'female' };
const condition = {
  resourceType: 'Condition', id: 'c1', subject: { reference: 'Patient/p1' }, recordedDate: today,
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-se', code: 'M81.0' }] },
};
const egfr = {
  resourceType: 'Observation', id: 'o1', status: 'final', subject: { reference: 'Patient/p1' }, effectiveDateTime: today,
  code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] }, valueQuantity: { value: 28, unit: 'mL/min' },
};
const found = { Condition: [condition], Observation: [egfr] };
const searched = (resources) => ({
  resourceType: 'Bundle', type: 'searchset', total: resources.length, entry: resources.map((resource) => ({ resource })),
});

// It knows conditions and observations; of everything else it has none.
const record = createServer((request, response) => {
  const [, , kind, id] = new URL(request.url, 'http://record').pathname.split('/');
  const body = kind === 'metadata' ? { resourceType: 'CapabilityStatement' }
    : kind === 'Patient' ? (id === 'p1' || id === undefined ? patient : undefined)
      : kind ? searched(found[kind] ?? []) : undefined;
  response.writeHead(body ? 200 : 404, { 'content-type': 'application/fhir+json' });
  response.end(JSON.stringify(body ?? { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] }));
});
await new Promise((ready) => record.listen(0, '127.0.0.1', ready));

const client = new MedplumClient({
  baseUrl: `${process.argv[2]}/`,
  fhirUrlPath: `http://127.0.0.1:${record.address().port}/fhir/`,
  fetch,
});
const { services } = await client.getCdsServices();
const service = services.find((service) => service.id === 'nordvis-treatment');
// A query that this client cannot fill in, because no encounter is known: it sends null in its place.
service.prefetch.allergies = 'AllergyIntolerance?encounter={{context.encounterId}}';
const request = await buildCdsRequest(
  client, { resourceType: 'Practitioner', id: 'd1' }, service, { userId: 'Practitioner/d1', patientId: 'p1' });
const { cards } = await client.callCdsService(service.id, request);
console.log(JSON.stringify({ services, prefetch: request.prefetch, cards }));
record.close();
