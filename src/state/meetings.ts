/** What the screens ask the record about the meeting papers. */
import type { PackContent } from '../model/pack-content';
import type { SealEntry } from '../model/review';
import type { Seal } from '../score/seal';

export { meetingsOf } from '../workspace/meetings';

const known = new WeakMap<SealEntry, PackContent | null>();

/** What the papers said when the period was sealed; null where it was sealed without any. */
export function sealedContent(entry: SealEntry): PackContent | null {
  let content = known.get(entry);
  if (content === undefined) known.set(entry, (content = (JSON.parse(entry.text) as Seal).content ?? null));
  return content;
}
