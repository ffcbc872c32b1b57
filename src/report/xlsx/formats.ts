/** How the workbook's numbers are written, as spreadsheets say it. */
import type { ValueUnit } from '../../model/measure';

/** Points as the scheme publishes them. */
export const pointsFormat = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

const FORMATS: Readonly<Record<ValueUnit, string>> = { share: '0.00%', points: '0.0000', count: 'General', number: 'General' };

/** A figure on its way to points. */
export const formatOf = (unit: ValueUnit): string => FORMATS[unit];
