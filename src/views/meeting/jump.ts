/** Which slide is meant by the first letters or characters of a county's name. */
import type { UnitId } from '../../model/unit';

export interface Target {
  readonly slide: number;
  readonly name: string;
  readonly unit: UnitId;
}

/** Those whose name begins with the text, else those that hold it; a number is a slide's own. */
export function found(text: string, targets: readonly Target[]): readonly Target[] {
  const asked = text.trim().toLowerCase();
  if (asked === '') return [];
  const names = targets.map((t) => ({ t, name: t.name.toLowerCase() }));
  const first = names.filter((n) => n.name.startsWith(asked));
  return (first.length > 0 ? first : names.filter((n) => n.name.includes(asked))).map((n) => n.t);
}
