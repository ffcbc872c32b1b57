/** Units without any figure, said under the lines with their reasons. */
import type { Frame } from '../frame';
import { wrapText } from '../tile-map/wrap';
import type { PaceData, PaceStanding } from './data';

/** `未报送：甲县、乙县（未设目标）`, in at most two lines of the frame's width. */
export function missingNote(data: PaceData, standings: readonly PaceStanding[], { f, size, measure, width }: Frame): string[] {
  const there = new Set(standings.map((s) => s.line.unit));
  const names = data.lines.filter((l) => !there.has(l.unit)).map((l) => (l.note ? `${l.name} (${l.note})` : l.name));
  if (!names.length) return [];
  const small = size * 0.9;
  const colon = f.locale === 'en' ? ': ' : '：';
  const text = `${data.words.missing}${colon}${f.list(names)}`;
  return wrapText(text, width - 2, 2, small, measure);
}
