/** What a geographic map is placed from: units with their areas, areas nobody claimed, and its words. */
import type { ToneWords } from '../tile-map/legend';
import type { MapUnit } from '../tile-map/place';
import type { Polygon } from '../../model/geo';
import type { Plane } from './project';

export interface GeoUnit extends MapUnit {
  /** Its area; of several features together. null: the map has none. */
  readonly polygons: readonly Polygon[] | null;
}

export interface GeoMapWords extends ToneWords {
  /** Head of the figures: `得分`. */
  readonly value: string;
  /** Above the names that had no room on the map: `图上未标注`. */
  readonly listed: string;
  /** Above the units without an area: `边界图中没有的单位`. */
  readonly noShape: string;
  /** On areas of no unit: `没有对应单位`. */
  readonly unmatched: string;
  /** What is not listed: `其余 240 个单位见表`. */
  rest(n: number): string;
}

export interface GeoMapData {
  readonly title: string;
  readonly plane: Plane;
  /** In the order of the roster. */
  readonly units: readonly GeoUnit[];
  /** Areas of no unit: outlined, so that the map is whole. */
  readonly unmatched: readonly { readonly name: string; readonly polygons: readonly Polygon[] }[];
  /** Of the map in pixels; by default as its shape asks. */
  readonly height?: number;
  /** As high as its shape asks, but no higher than this, so that it is seen whole. */
  readonly most?: number;
  readonly words: GeoMapWords;
}
