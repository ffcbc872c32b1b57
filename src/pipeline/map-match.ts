/** Which county an area of a map is: by its code, by a name the user confirmed, by the roster's names and aliases, or by 某 for 某县. */
import type { MapArea } from '../model/city-map';
import type { GeoFeature } from '../model/geo';
import { stemOf, type Roster } from '../model/roster';
import { normaliseName, type Unit, type UnitId } from '../model/unit';
import type { Names } from './names';

/**
 * Every feature with its county. A name without its suffix counts only where one county and one area have that stem
 * and nobody else claims either: 甲县 and 甲区 are never taken for each other.
 *
 * @param names what the user confirmed; stands before the roster
 */
export function matchAreas(features: readonly GeoFeature[], roster: Roster, names: Names): MapArea[] {
  const counties = roster.units.filter((u) => u.level === 'county');
  const cities = roster.units.filter((u) => u.level === 'city').flatMap((u) => u.names.map((n) => normaliseName(n.name)));
  const byCode = new Map(counties.flatMap((u) => (codeKey(u.code) ? [[codeKey(u.code), u.id] as const] : [])));
  const isCounty = new Set(counties.map((u) => u.id));

  const exact = features.map((f): UnitId | null | undefined => {
    for (const name of spellings(f.name, cities)) {
      const found = names.resolve(name);
      // Confirmed as none of ours; a name of the roster that is no county's, as the city's own outline, is nobody's.
      if (found === null) return null;
      if (found !== undefined && isCounty.has(found)) return found;
    }
    return byCode.get(codeKey(f.code));
  });
  const claimed = new Set(exact);
  const free = counties.filter((u) => !claimed.has(u.id));
  const stems = features.map((f, i) => (exact[i] === undefined ? stemKey(f.name, cities) : ''));
  return features.map((f, i) => {
    const stem = stems[i];
    const alone = stem && stems.indexOf(stem) === stems.lastIndexOf(stem);
    const unit = exact[i] !== undefined ? exact[i] : alone ? byStem(free, stem, spellings(f.name, cities)) : null;
    return { unit, foreign: exact[i] === null, name: f.name, code: f.code, polygons: f.polygons };
  });
}

/** A name as it is, and without the city before it: 示例市甲县, 甲县. */
function spellings(name: string | null, cities: readonly string[]): string[] {
  // A blank name would mean the whole city.
  const own = normaliseName(name ?? '');
  if (own === '') return [];
  const city = cities.find((c) => own.startsWith(c) && own.length > c.length);
  return city === undefined ? [own] : [own, own.slice(city.length)];
}

const stemKey = (name: string | null, cities: readonly string[]): string => stemOf(spellings(name, cities).at(-1) ?? '');

/** The one county of this stem, where it or the area bears no suffix. */
function byStem(counties: readonly Unit[], stem: string, spelled: readonly string[]): UnitId | null {
  const bare = spelled.at(-1) === stem;
  const alike = counties.filter((u) => {
    const own = [...u.names.map((n) => n.name), ...u.aliases].map(normaliseName);
    return own.some((n) => stemOf(n) === stem && (bare || n === stem));
  });
  return alike.length === 1 ? (alike[0]?.id ?? null) : null;
}

/** Codes of six and of twelve digits are one: 990101 and 990101000000. '' where it is none. */
const codeKey = (code: string | null): string => {
  const text = normaliseName(code ?? '');
  return /^\d{6,12}$/.test(text) ? text.padEnd(12, '0') : text;
};
