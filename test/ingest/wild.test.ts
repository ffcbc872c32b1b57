/** The tables of the sample city, clean and as they arrive: recognised without a question, every row accounted for. */
import type { TableProposal } from '../../src/model/table';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/ingest';
import { sampleFiles, wildFiles } from '../support/files';
import { rowsOf } from './support';

describe.each([
  ['as they arrive', wildFiles()],
  ['clean', sampleFiles()],
])('the sample city’s tables, %s', (_, files) => {
  it.each(files.map((f) => [f.name, f] as const))(
    '%s needs no question, has no unknown column, and every row ends as one of three',
    async (name, file) => {
      const seen = await inspect(file, { hash: '0', name, size: file.size });
      if (!seen.ok) throw new Error(JSON.stringify(seen.problem));
      expect([(seen.tables[0] as TableProposal).questions, (seen.tables[0] as TableProposal).problems]).toEqual([[], []]);
      const { rows, report } = await rowsOf(file, (seen.tables[0] as TableProposal).reading);
      expect(report.accepted + report.excluded.length + report.rejected.length).toBe(report.rows);
      expect(rows).toHaveLength(report.accepted);
      expect(report.warnings).toEqual([]);
    },
  );
});

it('of the tables as they arrive exactly two rows are rejected, each by a word in place of a figure or date', async () => {
  const rejected = await Promise.all(
    wildFiles().map(async (file) => {
      const seen = await inspect(file, { hash: '0', name: file.name, size: file.size });
      return seen.ok ? (await rowsOf(file, (seen.tables[0] as TableProposal).reading)).report.rejected : [];
    }),
  );
  expect(rejected.flat().map((p) => [p.code, p.place.value])).toEqual([
    ['cell.unreadable', '九十五分半'],
    ['cell.unreadable', '年初认定'],
  ]);
});
