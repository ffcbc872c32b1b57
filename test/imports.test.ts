/** Holds every import under src/ against the table of rooms: who may import whom, who may know which library, no cycles. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** What a room may take: `value` anything, `type` types only, `lazy` types and `import()` only. A rule may be narrowed to files. */
type Use = 'value' | 'type' | 'lazy';
interface Grant {
  readonly use: Use;
  /** Of the other room, only files that match. */
  readonly files?: RegExp;
}
const value: Grant = { use: 'value' };
const type: Grant = { use: 'type' };
const all = (...rooms: string[]): Record<string, Grant> => Object.fromEntries(rooms.map((r) => [r, value]));

const BELOW_PIPELINE = ['model', 'sql', 'ledgers', 'ingest', 'engine', 'query', 'scheme', 'score', 'workspace'];

/** The rooms; a folder that is not here has no place in src/. */
const ROOMS: Readonly<Record<string, Readonly<Record<string, Grant>> | 'everything'>> = {
  model: {},
  sql: {},
  ledgers: all('model'),
  ingest: all('model', 'ledgers'),
  engine: all('model', 'sql'),
  query: all('model', 'ledgers', 'sql'),
  scheme: all('model'),
  score: all('model', 'scheme'),
  workspace: { model: value, scheme: type },
  pipeline: all(...BELOW_PIPELINE),
  findings: all('model', 'scheme', 'score', 'i18n'),
  charts: { model: type, i18n: { use: 'value', files: /^i18n\/format(\.ts$|\/)/ } },
  report: {
    ...all('model', 'scheme', 'findings', 'i18n'),
    score: type,
    charts: { use: 'value', files: /\/place\.ts$|^charts\/scene-svg\.ts$|^charts\/scene\.ts$/ },
  },
  i18n: { model: value },
  ui: all('i18n'),
  state: all('model', 'scheme', 'score', 'workspace', 'pipeline', 'findings', 'i18n'),
  views: {
    ...all('state', 'charts', 'ui', 'i18n', 'findings'),
    report: { use: 'lazy' },
    model: value,
    scheme: type,
    score: type,
    pipeline: type,
  },
  build: {},
  // The entry, where everything is plugged together.
  app: 'everything',
};

/** Which files may know a library; one that is not here is known to nobody. */
const LIBRARIES: readonly { readonly name: RegExp; readonly files: RegExp }[] = [
  { name: /^svelte(\/|$)/, files: /^(app|views|ui)\/|^charts\/.*\.svelte$|^state\/.*\.svelte\.ts$|^i18n\/locale\.svelte\.ts$/ },
  { name: /^@duckdb\/duckdb-wasm(\/|$)/, files: /^engine\/duckdb\/|^app\/assets-\w+\.ts$/ },
  { name: /^apache-arrow$/, files: /^engine\/duckdb\// },
  { name: /^papaparse$/, files: /^report\// },
  { name: /^d3-[a-z]+$/, files: /^charts\// },
  // Writes docs/, never reached from the app.
  { name: /^@valibot\/to-json-schema$/, files: /^scheme\/docs\.ts$/ },
  { name: /^valibot$/, files: /^(scheme|workspace)\// },
  { name: /^fflate$/, files: /^(ingest|report)\// },
  { name: /^write-excel-file(\/|$)/, files: /^report\// },
  { name: /^(docx|pptxgenjs)$/, files: /^report\// },
  { name: /^idb$/, files: /^workspace\// },
  { name: /^@noble\/hashes\//, files: /^(workspace|scheme|ingest)\// },
  { name: /^#assets$/, files: /^app\// },
  { name: /^node:|^vite$/, files: /^build\// },
];

interface Import {
  readonly from: string;
  readonly spec: string;
  readonly kind: 'value' | 'type' | 'dynamic';
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && /\.(ts|js|mjs|svelte)$/.test(e.name))
  .map((e) => path.relative(SRC, path.join(e.parentPath, e.name)).replaceAll(path.sep, '/'))
  .sort();
const known = new Set(files);

/** The scripts of a file, parsed. */
function parse(file: string): ts.SourceFile {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const code = file.endsWith('.svelte')
    ? [...text.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map((m) => m[1]).join('\n;')
    : text;
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Every way in which a file names another: import, export from, import(), types by import(), vite's glob, new URL for a worker. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, kind: Import['kind']): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ from: source.fileName, spec: node.text, kind });
    else if (node && ts.isArrayLiteralExpression(node)) node.elements.forEach((e) => add(e, kind));
    else if (node) throw new Error(`${source.fileName}: an import that is no literal cannot be checked: ${node.getText()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, typeOnly(node.importClause) ? 'type' : 'value');
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause) ? 'type' : 'value');
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], 'dynamic');
    else if (ts.isCallExpression(node) && /^import\.meta\.glob$/.test(node.expression.getText())) add(node.arguments[0], 'value');
    else if (
      ts.isNewExpression(node) &&
      node.expression.getText() === 'URL' &&
      node.arguments?.[1]?.getText() === 'import.meta.url'
    )
      add(node.arguments[0], 'value');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function typeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return !clause.name && allTypes(clause.namedBindings);
}

function allTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return false;
  return bindings.elements.length > 0 && bindings.elements.every((e) => e.isTypeOnly);
}

/** The file under src/ that a relative import means; null: one outside src/ or of another kind (css, csv, wasm). */
function resolve(from: string, spec: string): string | null {
  const base = path.posix.join(path.posix.dirname(from), spec.replace(/\?.*$/, ''));
  const tries = [base, `${base}.ts`, `${base}/index.ts`, base.replace(/\.js$/, '.ts'), `${base}.svelte.ts`];
  return tries.find((t) => known.has(t)) ?? null;
}

const isRelative = (spec: string): boolean => spec.startsWith('.');
const roomOf = (file: string): string => file.split('/')[0] ?? '';

const sources = files.map(parse);
const imports = sources.flatMap(importsOf);

describe('rooms', () => {
  test('every file of src/ lies in a room of the table', () => {
    expect(files.filter((f) => !f.includes('/') || !Object.hasOwn(ROOMS, roomOf(f)))).toEqual([]);
  });

  test('every relative import leads to a file of src/, or is an asset or data that the app carries', () => {
    const lost = imports.filter((i) => isRelative(i.spec) && !resolve(i.from, i.spec) && !allowedAsset(i));
    expect(lost.map(say)).toEqual([]);
  });

  test('a room imports only what the table grants it', () => {
    expect(imports.filter((i) => isRelative(i.spec) && refused(i)).map(say)).toEqual([]);
  });

  test('a library is known only to the files that the table names', () => {
    const strangers = imports.filter(
      (i) => !isRelative(i.spec) && !LIBRARIES.some((l) => l.name.test(i.spec) && l.files.test(i.from)),
    );
    expect(strangers.map(say)).toEqual([]);
  });

  test('no file imports itself through others', () => {
    expect(cycles()).toEqual([]);
  });

  test('only pipeline/clock.ts reads the clock', () => {
    const readers = sources.filter((s) => roomOf(s.fileName) !== 'build' && usesDate(s)).map((s) => s.fileName);
    expect(readers.filter((f) => f !== 'pipeline/clock.ts')).toEqual([]);
  });

  test('the check finds every form of import', () => {
    const code = `import a from './a'; import type { B } from './b'; import { type C } from './c'; export * from './d';
      export type { E } from './e'; type F = import('./f').F; const g = import('./g'); import './h';
      const i = import.meta.glob(['./i/*.csv']); const j = new URL('./j.ts', import.meta.url); import { type K, k } from './k';`;
    const found = importsOf(ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true));
    expect(found.map((f) => `${f.spec} ${f.kind}`)).toEqual([
      './a value',
      './b type',
      './c type',
      './d value',
      './e type',
      './f type',
      './g dynamic',
      './h value',
      './i/*.csv value',
      './j.ts value',
      './k value',
    ]);
  });

  test('the check refuses what the table does not grant', () => {
    const verdict = (from: string, spec: string, kind: Import['kind']): boolean => refused({ from, spec, kind });
    expect(verdict('model/period.ts', '../pipeline/clock', 'value')).toBe(true);
    expect(verdict('pipeline/rpc.ts', '../model/period', 'value')).toBe(false);
    expect(verdict('charts/scene.ts', '../model/period', 'value')).toBe(true);
    expect(verdict('charts/scene.ts', '../model/period', 'type')).toBe(false);
    expect(verdict('workspace/store.ts', '../ledgers/index', 'type')).toBe(true);
    expect(verdict('build/x.mjs', '../model/period', 'value')).toBe(true);
  });
});

/** Files that are not code: css beside it, the sample and schemes of data/. Only the entry and the views reach outside their room for them. */
function allowedAsset({ from, spec }: Import): boolean {
  const to = path.posix.join(path.posix.dirname(from), spec.replace(/\?.*$/, ''));
  if (to.startsWith('../')) return roomOf(from) === 'build' || (roomOf(from) === 'app' && to.startsWith('../data/'));
  return /\.(css|svg|json)$/.test(to) && roomOf(to) === roomOf(from);
}

function refused({ from, spec, kind }: Import): boolean {
  const to = resolve(from, spec);
  const room = roomOf(from);
  if (!to || roomOf(to) === room) return false;
  const grants = ROOMS[room];
  if (grants === 'everything') return false;
  const grant = grants?.[roomOf(to)];
  if (!grant || (grant.files && kind !== 'type' && !grant.files.test(to))) return true;
  return (grant.use === 'type' && kind !== 'type') || (grant.use === 'lazy' && kind === 'value');
}

function say({ from, spec, kind }: Import): string {
  return `${from} → ${spec} (${kind})`;
}

/** Chains of files that end where they began. */
function cycles(): string[] {
  const next = new Map<string, string[]>();
  for (const i of imports) {
    const to = isRelative(i.spec) ? resolve(i.from, i.spec) : null;
    // A component that draws itself again (a tree) names its own file: Svelte's way to recurse.
    if (to && to !== i.from) next.set(i.from, [...(next.get(i.from) ?? []), to]);
  }
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, chain: readonly string[]): void => {
    if (chain.includes(file)) found.push([...chain.slice(chain.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const to of next.get(file) ?? []) walk(to, [...chain, file]);
      done.add(file);
    }
  };
  for (const file of files) walk(file, []);
  return found;
}

/** Whether a file names `Date` as a value: `new Date()`, `Date.now()`, also under another name. */
function usesDate(source: ts.SourceFile): boolean {
  let used = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'Date' && !ts.isTypeReferenceNode(node.parent) && !isPropertyName(node))
      used = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used;
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}
