/** What the screens may know of the ledgers: their names, columns and measures. */
export { firstMeasure, measuresIn } from '../scheme';
export { LEDGERS, MEASURES, ledgerOf } from '../pipeline/catalogue';
export { ledgersNamed } from '../pipeline/returns';
