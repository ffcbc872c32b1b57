/** Taking a map in: its text, whether it can be one, and the step that adopts it. Loaded with the first map. */
import { GEO_LIMITS, parseGeoJson } from '../ingest/geo/geojson';
import type { GeoFault, ParsedGeo } from '../model/geo';
import { problem, type Problem, type ProblemCode } from '../model/problem';
import { hashOf } from '../workspace/hash';
import type { Desk } from './desk';
import { matchAreas } from './map-match';

export { matchAreas } from './map-match';
export const parseMap = (text: string): ParsedGeo => parseGeoJson(text);

/** UTF-8, or where that is not what it is GB18030, as older office programs write. */
export async function mapText(blob: Blob): Promise<string> {
  const bytes = await blob.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Adopts a map. One that cannot be used, is too large, or of which no area is a county's (where counties are known)
 * is refused with the reason, and nothing changes.
 */
export async function takeMap(desk: Desk, file: File): Promise<readonly Problem[]> {
  const place = { file: file.name };
  // A character takes four bytes at most: what is longer need not be read to be known too large.
  if (file.size > GEO_LIMITS.characters * 4) return [tooLarge('bytes', file.name, GEO_LIMITS.characters * 4, file.size)];
  const geo = parseMap(await mapText(file));
  if (geo.features.length === 0) return [refusal(geo.faults.at(-1), file.name)];

  const { roster, names } = desk.shelf;
  const areas = matchAreas(geo.features, roster, names);
  const counties = roster.units.filter((u) => u.level === 'county').length;
  const matched = new Set(areas.flatMap((a) => a.unit ?? [])).size;
  if (counties > 0 && matched === 0) {
    const examples = geo.features.flatMap((f) => f.name ?? []).slice(0, 3);
    return [problem('error', 'map.noneMatched', place, { areas: areas.length, examples })];
  }
  const hash = await hashOf(file);
  if (desk.workspace().map?.source.hash !== hash) {
    const source = { hash, name: file.name, size: file.size };
    await desk.decide([{ kind: 'map.adopted', source }], new Map([[hash, file]]));
  }
  return [problem('notice', 'map.taken', place, { areas: areas.length, matched, counties })];
}

const tooLarge = (what: string, file: string, limit: number, found: number): Problem =>
  problem('error', 'map.tooLarge', { file }, { what, limit, found });

const CODES: Partial<Record<GeoFault['code'], ProblemCode>> = { notJson: 'map.notJson', topoJson: 'map.topoJson' };
const SIZES: Partial<Record<GeoFault['code'], string>> = {
  tooLarge: 'characters',
  tooManyFeatures: 'areas',
  tooManyPoints: 'points',
};

function refusal(fault: GeoFault | undefined, file: string): Problem {
  const size = fault && SIZES[fault.code];
  if (size) return tooLarge(size, file, Number(fault.params['limit']), Number(fault.params['found']));
  return problem('error', (fault && CODES[fault.code]) ?? 'map.noAreas', { file });
}
