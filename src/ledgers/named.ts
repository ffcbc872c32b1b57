/** Measures that rows name themselves (通用指标表, 目标与基准): a definition built from the ledger and the name. */
import type { LedgerDef, NamedMeasures } from '../model/ledger';
import { and, col, eq, given, lit, sum, type MeasureDef } from '../model/measure';
import type { Text } from '../model/text';

/** Names that promise a share: their values are fractions (0.953) or written with %. */
const SHARE = /(?:率|占比|比例|比重)$/;

/**
 * The measure `name` of a ledger whose rows name their measures. A name ending in `/` and a declared suffix is
 * that figure of the row (`满意率/target`); any other slash belongs to the indicator's name.
 *
 * @param rest the measure's id without the ledger.
 * @returns undefined for an empty name.
 */
export function namedMeasure(ledger: LedgerDef, named: NamedMeasures, rest: string): MeasureDef | undefined {
  const figure =
    named.figures.find((f) => f.suffix !== '' && rest.endsWith(`/${f.suffix}`)) ?? named.figures.find((f) => f.suffix === '');
  if (!figure) return undefined;
  const indicator = figure.suffix === '' ? rest : rest.slice(0, -figure.suffix.length - 1);
  if (indicator === '') return undefined;
  const column = ledger.columns.find((c) => c.id === figure.value);
  if (!column) throw new RangeError(`${ledger.id} has no column ${figure.value}`);
  const own = ledger.columns.find((c) => c.id === named.name)?.name;
  const name: Text =
    figure.suffix === ''
      ? { zh: indicator, en: indicator }
      : { zh: `${indicator}·${column.name.zh}`, en: `${indicator}: ${column.name.en.toLowerCase()}` };
  return {
    id: rest,
    name,
    unit: SHARE.test(indicator) ? 'share' : 'number',
    numerator: sum(figure.value, and(eq(col(named.name), lit(indicator)), given(figure.value))),
    better: 'higher',
    scored: true,
    definition: {
      zh: `${ledger.name.zh}中${own?.zh ?? ''}“${indicator}”的${column.name.zh}`,
      en: `${column.name.en} of “${indicator}” in ${ledger.name.en.toLowerCase()}`,
    },
  };
}
