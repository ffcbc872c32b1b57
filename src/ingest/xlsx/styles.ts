/** The number formats of a workbook's cells, by the number of their style. */
import { formatOf, type CellFormat } from './format';
import type { XmlEvents } from './xml';

/** Events that fill `formats` from xl/styles.xml: one for each `xf` of `cellXfs`. */
export function styles(formats: CellFormat[]): XmlEvents {
  const codes = new Map<number, string>();
  let inside = false;
  return {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') inside = true;
      else if (name === 'xf' && inside) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  };
}
