/**
 * `npm run prove`: the long proofs at their full numbers, and their dated result in docs/proof.md. Runs for many
 * minutes; `npm test` runs seeded slices of the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './json.mjs';
import { RESULTS, ROOT } from './paths.mjs';

/**
 * @typedef {object} Verdict
 * @property {string} pollution
 * @property {number} rows
 * @property {number} undamaged
 * @property {number} right
 * @property {number} undamagedRight
 * @property {number} recovered
 * @property {number} silent
 * @property {number} questions
 * @property {readonly string[]} [notes]
 */

const out = path.join(RESULTS, 'proof.json');
mkdirSync(RESULTS, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'test/prove', '--reporter=dot', '--testTimeout=3600000'],
  {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', KAOPING_PROVE: 'full', KAOPING_PROVE_OUT: out },
  },
);

const proof = /** @type {{ seed: number, ledgers: number, verdicts: readonly Verdict[] }} */ (readJson(out));

/** @param {readonly Verdict[]} list @param {(v: Verdict) => number} of */
const sum = (list, of) => list.reduce((n, v) => n + of(v), 0);
/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole === 0 ? '' : `${(Math.floor((part / whole) * 1e5) / 1e3).toFixed(3)} %`);
/** @param {string} name @param {readonly Verdict[]} list */
const line = (name, list) => {
  const [rows, undamaged] = [sum(list, (v) => v.rows), sum(list, (v) => v.undamaged)];
  const cells = [
    name, list.length, rows, sum(list, (v) => v.silent), percent(sum(list, (v) => v.undamagedRight), undamaged),
    percent(sum(list, (v) => v.right), rows), percent(sum(list, (v) => v.recovered), rows), sum(list, (v) => v.questions),
  ]; // prettier-ignore
  return `| ${cells.join(' | ')} |`;
};

const { verdicts } = proof;
const pollutions = [...new Set(verdicts.map((v) => v.pollution))];
const lost = verdicts
  .filter((v) => v.silent > 0 || v.right < v.rows)
  .flatMap((v) => (v.notes?.length ? [`- ${v.pollution}: ${v.notes[0]}`] : []));
const text = `# Proof

\`npm run prove\` on ${new Date().toISOString().slice(0, 10)}, seed ${proof.seed}: ${verdicts.length} polluted files of ${proof.ledgers} ledgers, made by a generator that knows
the truth and shares no code with \`src/ingest/\`. Each is dropped as a user would drop it, its questions answered from what is true, and every accepted cell is held
against the source. *Silent*: accepted cells that differ from the source in a row nothing was said of. *Undamaged*: rows that were not themselves damaged and
came out right. *Right*: all rows accepted with every cell right, damaged ones included. *Recovered*: accepted right, or damaged and reported.

| pollution | files | rows | silent | undamaged | right | recovered | questions |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${line('**all**', verdicts)}
${pollutions
  .map((p) =>
    line(
      p,
      verdicts.filter((v) => v.pollution === p),
    ),
  )
  .join('\n')}

${lost.length === 0 ? 'Nothing was lost.' : `What was not accepted, or asked about, the first of each kind:\n\n${[...new Set(lost.map((l) => l.replace(/row \d+/g, 'a row')))].slice(0, 20).join('\n')}`}
`;
writeFileSync(path.join(ROOT, 'docs', 'proof.md'), text);
console.log(`docs/proof.md written: ${verdicts.length} files, ${sum(verdicts, (v) => v.silent)} cells silently wrong`);
process.exitCode = status ?? 1;
