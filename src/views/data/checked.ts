/** Hands over a table with its problems marked, to be sent back to whoever sent it. */
import { dataWords } from '../../i18n/data';
import { locale } from '../../i18n/locale.svelte';
import type { LoadedTable } from '../../pipeline/snapshot';
import { downloadBlob } from '../../state/download';
import type { Session } from '../../state/session.svelte';

export async function downloadChecked(session: Session, table: LoadedTable): Promise<void> {
  const [checked, { checkedWorkbook }] = await Promise.all([
    session.pipeline.wholeTable(table.seq),
    import('../../report/checked'),
  ]);
  const name = table.source.name.replace(/\.[^.]*$/, '');
  downloadBlob(`${dataWords[locale.current].checkedName(name)}.xlsx`, await checkedWorkbook(checked, locale));
}
