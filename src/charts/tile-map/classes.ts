/** At most five classes of about equally many units each, for the tones of maps: equal figures are never parted. */

export interface Figure {
  readonly value: number;
  /** As it is printed: figures that print alike are alike. */
  readonly text: string;
}

export interface ToneClass {
  /** The least and the greatest figure in it, as printed. */
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly count: number;
  /** How deep its tone is, 0 to 1. */
  readonly depth: number;
}

/**
 * Quantile classes from the lowest: the sorted figures are cut at n·i/k, each cut moved to the nearest place where the
 * printed figure changes, so that limits in a legend never meet. Fewer classes come out where figures repeat, one
 * where all are alike, none of nothing.
 *
 * @param most classes at most
 */
export function quantileClasses(figures: readonly Figure[], most = 5): ToneClass[] {
  const sorted = [...figures].sort((a, b) => a.value - b.value);
  const n = sorted.length;
  if (!n) return [];
  const changes = sorted.flatMap((s, i) => (i > 0 && s.text !== sorted[i - 1]?.text ? [i] : []));
  const k = Math.max(1, Math.min(most, n));
  const cuts = new Set([0]);
  for (let i = 1; i < k; i++) {
    const wanted = (n * i) / k;
    const [first, ...others] = changes;
    if (first === undefined) break;
    cuts.add(others.reduce((best, c) => (Math.abs(c - wanted) < Math.abs(best - wanted) ? c : best), first));
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? n;
    const [low, high] = [sorted[start], sorted[end - 1]];
    if (!low || !high) return [];
    const depth = starts.length > 1 ? LIGHTEST + ((1 - LIGHTEST) * i) / (starts.length - 1) : 0.5;
    return [{ from: low.text, to: high.text, low: low.value, count: end - start, depth }];
  });
}

/** The lightest tone is not the paper's: an area without a tone is one without a unit. */
const LIGHTEST = 0.12;

/** The class of a figure the classes were made of. */
export function classOf(classes: readonly ToneClass[], value: number): ToneClass | undefined {
  return classes.filter((c) => c.low <= value).at(-1) ?? classes[0];
}
