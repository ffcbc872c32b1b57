/**
 * Writes the sample city: `node data/generate.mjs`. The same bytes come out on every machine; tests hold the
 * committed files against them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { branchTable } from './generator/branches.mjs';
import { rosterTable } from './generator/city.mjs';
import { indicatorTable, targetTable } from './generator/figures.mjs';
import { honourTable, issueTable, ratingSummary, receiptTable, rectificationSummary } from './generator/lists.mjs';
import { rectificationTable } from './generator/rectification.mjs';
import { reportTables } from './generator/reports.mjs';
import { talentTable } from './generator/talent.mjs';
import { delimited, utf8 } from './generator/text.mjs';
import { wildFiles } from './generator/wild.mjs';

/**
 * Every generated file.
 * @returns {Map<string, Uint8Array>} path below `data/`, with `/` → bytes
 */
export function generate() {
  const sample = {
    roster: rosterTable(),
    branch: branchTable(),
    rectification: rectificationTable(),
    talent: talentTable(),
    indicators: indicatorTable(),
    targets: targetTable(),
  };
  const { branch, talent, ...others } = sample;
  const tables = {
    ...others,
    'branch-rating': branch,
    'talent-intake': talent,
    'branch-rating-summary': ratingSummary(branch),
    'rectification-summary': rectificationSummary(sample.rectification),
    'issue-list': issueTable(),
    honours: honourTable(),
    receipts: receiptTable(),
    ...reportTables(),
  };
  return new Map([
    ...Object.entries(tables).map(
      ([name, { header, rows }]) => /** @type {const} */ ([`sample/${name}.csv`, utf8(delimited([header, ...rows]))]),
    ),
    ...[...wildFiles(sample)].map(([name, bytes]) => /** @type {const} */ ([`wild/${name}`, bytes])),
  ]);
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here)
  for (const [path, bytes] of generate()) {
    const file = join(dirname(here), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
