import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'vitest';
import { inspect, readTable, readRows, scan, verbatim } from '../../src/ingest';
import { LEDGERS } from '../../src/ledgers';
for (const dir of ['data/wild', 'data/sample'])
  for (const f of readdirSync(dir).filter((x) => x.endsWith('.csv')).sort())
    it(f, async () => {
      const blob = new Blob([readFileSync(`${dir}/${f}`)]);
      const t0 = performance.now();
      const r = await inspect(blob, { hash: '', name: f, size: blob.size });
      const t1 = performance.now();
      if (!r.ok) return console.log(f, JSON.stringify(r.problem));
      const { reading, questions, problems, clean } = r.table;
      const ledger = LEDGERS.find((l) => l.id === reading.ledger)!;
      const rep = await readTable(blob, f, reading, ledger, async () => {});
      const t2 = performance.now();
      console.log(f, (t1 - t0) | 0, (t2 - t1) | 0, reading.ledger, JSON.stringify({ d: reading.dialect, h: reading.header, p: reading.period, rp: reading.rowPeriods, s: reading.sender, clean }),
        '\n cols', reading.columns.map((c) => `${c.header}→${c.column}${c.shareAs ?? ''}`).join(' | '),
        '\n q', JSON.stringify(questions), 'p', JSON.stringify(problems),
        '\n rows', rep.rows, rep.accepted, 'ex', rep.excluded.map((e) => e.code + e.place.row).slice(0, 20).join(' '), '\n rej', JSON.stringify(rep.rejected.slice(0,5)), rep.rejected.length, '\n warn', rep.warnings.length, JSON.stringify(rep.warnings.slice(0, 3)), '\n tot', JSON.stringify(rep.totals.slice(0, 2)), JSON.stringify(rep.nil));
    });
