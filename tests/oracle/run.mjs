// What do other people's CQL engines say? One JSON line in, one JSON line out; README.md has the fields.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

// Stdout is for answers; what the packages have to say goes to stderr.
const answer = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
const { CqlCompilerOptions, CqlTranslator, LibraryManager, ModelManager, createModelInfoProvider, createUcumService,
  stringAsSource } = await import('@cqframework/cql/cql-to-elm');
const { Boolean, CqlEngine, Decimal, Environment, EvaluationParams, Integer, String } =
  await import('@cqframework/cql/engine');
const { KtMap } = await import('@cqframework/cql/kotlin-kotlin-stdlib');
const { BigDecimal } = await import('@cqframework/cql/shared');
const { default: interpreter } = await import('cql-execution');

const systemTypes = readFileSync(new URL('system-modelinfo.xml', import.meta.url), 'utf8');
const models = new ModelManager();
models.modelInfoLoader.clearModelInfoProviders();
models.modelInfoLoader.registerModelInfoProvider(
  createModelInfoProvider((id) => (id === 'System' ? stringAsSource(systemTypes) : null)));

// Conditions hold no units of measure.
const noUnits = () => { throw new Error('there are no units of measure here'); };
const ucum = createUcumService(noUnits, noUnits, noUnits, noUnits);

const engineValue = {
  Boolean: (value) => new Boolean(value),
  Integer: (value) => new Integer(value),
  Decimal: (value) => new Decimal(BigDecimal.fromString(`${value}`)),
  String: (value) => new String(value),
};

const conditionName = (index) => `condition ${index}`;

function source({ facts, definitions = {}, conditions, library }) {
  if (library) return library;
  return [
    "library Oracle version '1'",
    ...Object.entries(facts).map(([name, type]) => `parameter ${name} ${type}`),
    'context Unfiltered',
    ...Object.entries(definitions).map(([name, text]) => `define ${name}: ${text}`),
    ...conditions.map((text, index) => `define "${conditionName(index)}": ${text}`),
  ].join('\n');
}

function translated(request) {
  const libraries = new LibraryManager(models, new CqlCompilerOptions(), undefined, ucum);
  const translator = CqlTranslator.fromText(source(request), libraries);
  const problems = translator.errors.asJsReadonlyArrayView().map((problem) => problem.message);
  return { libraries, translator, problems };
}

// Every fact is given, unknown ones as null: a parameter that is left out is taken for a value by the interpreter.
const complete = (facts, known) => Object.fromEntries(Object.keys(facts).map((name) => [name, known[name] ?? null]));
const letter = (value) => ({ true: 'T', false: 'F', null: 'U' })[value] ?? '?';

async function interpreted(translator, facts, names, cases) {
  const library = new interpreter.Library(JSON.parse(translator.toJson()), new interpreter.Repository({}));
  const rows = [];
  for (const known of cases) {
    const executor = new interpreter.Executor(library, new interpreter.CodeService({}), complete(facts, known));
    const results = (await executor.exec(new interpreter.PatientSource([]))).unfilteredResults;
    rows.push(names.map((name) => letter(results[name])).join(''));
  }
  return rows;
}

function evaluated(translator, libraries, facts, names, cases) {
  const elm = translator.toELM();
  const id = elm.identifier;
  // The engine finds a declaration by halving a list, and takes it to be sorted.
  for (const declared of [elm.parameters, elm.statements]) {
    declared?.def.asJsArrayView().sort((a, b) => (a.name < b.name ? -1 : 1));
  }
  libraries.compiledLibraries.asJsMapView().set(id, translator.translatedLibrary);
  const engine = new CqlEngine(new Environment(libraries));
  return cases.map((known) => {
    const asked = new EvaluationParams.LibraryParams.Builder();
    asked.expressionsByName(names);
    const parameters = new EvaluationParams.Builder();
    parameters.library(id, asked.build());
    parameters.parameters = KtMap.fromJsMap(new Map(Object.entries(complete(facts, known)).map(
      ([name, value]) => [name, value === null ? null : engineValue[facts[name]](value)])));
    const results = engine.evaluate(parameters.build()).onlyResultOrThrow;
    return names.map((name) => letter(results.getByName(name).value?.value ?? null)).join('');
  });
}

// A whole library as nordvis exports it, by the interpreter: what each of the named definitions is, case by case.
async function outcomes(translator, { facts, names, cases }) {
  const library = new interpreter.Library(JSON.parse(translator.toJson()), new interpreter.Repository({}));
  const rows = [];
  for (const known of cases) {
    const executor = new interpreter.Executor(library, new interpreter.CodeService({}), complete(facts, known));
    const results = (await executor.exec(new interpreter.PatientSource([]))).unfilteredResults;
    rows.push(names.map((name) => results[name]));
  }
  return { outcomes: rows };
}

async function verdicts(request) {
  const { libraries, translator, problems } = translated(request);
  if (problems.length > 0) return { problems };
  if (request.library) return outcomes(translator, request);
  const names = request.conditions.map((_, index) => conditionName(index));
  return {
    interpreter: await interpreted(translator, request.facts, names, request.cases),
    engine: evaluated(translator, libraries, request.facts, names, request.cases),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  answer(`${JSON.stringify(await verdicts(JSON.parse(line)))}\n`);
}
