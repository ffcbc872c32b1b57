/** A city of three counties and a scheme of two leaves, so that a test knows every figure by heart. */
import type { Engine } from '../../src/engine/engine';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import { ingestHere } from '../../src/pipeline/ingest-here';
import { Pipeline } from '../../src/pipeline/pipeline';
import { MemoryStore } from '../../src/workspace/store';
import { openNodeEngine } from '../support/engine';

export const Q3 = '2026Q3' as Period;
export const UNITS = { 甲县: 'A1' as UnitId, 乙县: 'A2' as UnitId, 丙县: 'A3' as UnitId };

const leaf = (id: string, points: number) => ({
  id,
  title: { zh: id, en: id },
  points,
  measure: `talent-intake.${id}`,
  rule: { type: 'attainment', target: 1 },
  due: 'Q',
});
const SCHEME = JSON.stringify({
  kaoping: 1,
  id: 'small',
  version: '1',
  title: { zh: '小方案', en: 'Small' },
  level: 'county',
  points: 100,
  children: [leaf('attainment', 60), leaf('arrival', 40)],
  rounding: { at: 'total', decimals: 2, mode: 'half-up' },
  ranking: { on: 'rounded', ties: '1224', breakers: [] },
});

export const file = (name: string, text: BlobPart): File => new File([text], name);

export const roster = (): File =>
  file(
    '单位名册.csv',
    '单位名称,单位代码,层级,上级单位\n示例市,A0,市,\n甲县,A1,县,示例市\n乙县,A2,县,示例市\n丙县,A3,县,示例市\n',
  );

/** 人才引进统计表 of 2026Q3: county, target, intake, full time, arrived. */
export const talent = (rows: readonly string[], name = '人才引进统计表2026年第三季度.csv'): File =>
  file(name, ['县(市、区),年度目标(人),本年累计引进(人),其中:全职,全职到岗数', ...rows, ''].join('\n'));

/** Engines opened by a test file, to be closed at its end. */
export class City {
  readonly #engines: Engine[] = [];

  async open(store = new MemoryStore()): Promise<{ pipeline: Pipeline; store: MemoryStore }> {
    const pipeline = new Pipeline({
      engine: async () => {
        const engine = await openNodeEngine();
        this.#engines.push(engine);
        return engine;
      },
      ingest: ingestHere(),
      defaultScheme: SCHEME,
    });
    await pipeline.open(Promise.resolve(store));
    return { pipeline, store };
  }

  async close(): Promise<void> {
    for (const engine of this.#engines) if (!engine.ended) await engine.close();
  }
}

/** The value of a measure of 人才引进统计表. */
export const measure = (p: Pipeline, county: keyof typeof UNITS, name: string): number | null | undefined =>
  p.snapshot.measures.get(`talent-intake.${name}`, UNITS[county], Q3)?.value;

/** Total and rank of a county. */
export const standing = (p: Pipeline, county: keyof typeof UNITS): [number | undefined, number | undefined] => {
  const scores = p.snapshot.book?.at(Q3);
  const u = scores?.indexOf(UNITS[county]) ?? -1;
  return [scores?.total[u], scores?.rank[u]];
};
