/** Which slide is meant by what is typed: the beginning of a county's name, in characters, pinyin or its initials. */
import { matches } from '../../state/find';
import type { UnitId } from '../../model/unit';

export interface Target {
  readonly slide: number;
  readonly name: string;
  readonly unit: UnitId;
}

/** How `matches` grades a name that begins so, in one way of writing or another. */
const BEGINS = 3;

/** Those that are meant, the best first; where none begins so, those that hold it. */
export function found(text: string, targets: readonly Target[]): readonly Target[] {
  const graded = targets.flatMap((t) => {
    const how = matches(t.name, text);
    return how === null ? [] : [{ t, how }];
  });
  const begins = graded.filter((g) => g.how <= BEGINS && g.how !== 1);
  return (begins.length > 0 ? begins : graded.filter((g) => g.how === 1)).sort((a, b) => a.how - b.how).map((g) => g.t);
}
