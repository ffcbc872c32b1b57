/** A finding as a sentence: its numbers written out, its units and indicators named, nothing added. */
import { apart, findingWords } from '../i18n/findings';
import type { Formats } from '../i18n/format';
import type { UnitId } from '../model/unit';
import type { NodeInfo } from '../scheme';
import type { Finding } from './finding';
import type { LeafStanding } from './leaf-standing';

/** How units and nodes of the scheme are named in the language of `f`. */
export interface Names {
  unit(id: UnitId): string;
  node(node: NodeInfo): string;
}

export function sentenceOf(finding: Finding, f: Formats, names: Names): string {
  const w = findingWords[f.locale];
  switch (finding.kind) {
    case 'leads': {
      const { units, period, total, ahead } = finding;
      const list = f.list(units.map((u) => names.unit(u)));
      if (units.length > 1) return w.leadTogether(f.period(period), list, f.points(total));
      return w.leads(f.period(period), list, f.points(total), ahead === null ? null : f.points(ahead));
    }
    case 'moved': {
      const { unit, places, rank, tied, change, cause, calendar } = finding;
      const [name, at] = [names.unit(unit), f.rank(rank, tied)];
      const head =
        places === 0 ? w.kept(name, at, f.signed(change)) : (places > 0 ? w.rose : w.fell)(name, f.brief(Math.abs(places)), at);
      if (cause) return head + w.because(names.node(cause.node), f.points(Math.abs(cause.change)), cause.change > 0);
      if (places === 0) return head + (calendar ? w.byCalendar : w.stop);
      return head + (change * places < 0 ? w.byOthers(places > 0, f.signed(change)) : w.noCause(f.signed(change), calendar));
    }
    case 'widest': {
      const { node, best, last } = finding;
      return w.widest(
        names.node(node),
        names.unit(best.unit),
        f.points(best.points),
        names.unit(last.unit),
        f.points(last.points),
        f.points(best.points - last.points),
      );
    }
    case 'strength':
    case 'weakness': {
      const { at } = finding;
      const value = f.value(at.value, at.valueUnit);
      const lost = f.points(at.full - at.points);
      const said = [names.node(at.node), value, against(at, f), place(at, f)] as const;
      return finding.kind === 'strength' ? w.strength(...said) : w.weakness(...said, lost);
    }
    case 'standing': {
      const { unit, period, rank, tied, of, total, places, change } = finding;
      const head = w.standing(names.unit(unit), f.period(period), f.points(total), f.rank(rank, tied), f.brief(of));
      if (places === null || change === null) return head + w.stop;
      if (places === 0) return head + w.held(f.signed(change));
      return head + (places > 0 ? w.movedUp : w.movedDown)(f.brief(Math.abs(places)), f.signed(change));
    }
    case 'unranked':
      return w.unranked(names.unit(finding.unit), f.period(finding.period));
  }
}

/** The value beside the peers' mean, as far as the figures printed are apart. */
export function against({ value, mean, valueUnit }: LeafStanding, f: Formats): string {
  const w = findingWords[f.locale];
  if (f.value(value, valueUnit) === f.value(mean, valueUnit)) return w.meanEqual;
  return (value > mean ? w.meanAbove : w.meanBelow)(apart(f, value, mean, valueUnit));
}

/** The place among the peers; the last of at least three is said to be last. */
function place({ rank, tied, of }: LeafStanding, f: Formats): string {
  const w = findingWords[f.locale];
  return rank === of && !tied && of >= 3 ? w.last(f.brief(of)) : w.among(f.rank(rank, tied), f.brief(of));
}
