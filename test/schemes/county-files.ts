/** The worked county schemes as the tests use them: a file read with the real measures, and a year of invented figures scored. */
import { readFileSync } from 'node:fs';
import { MEASURES } from '../../src/ledgers';
import { Roster } from '../../src/model/roster';
import type { UnitLevel } from '../../src/model/unit';
import { readScheme, type Scheme } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { measures, p, roster, type CellSpec, type Table } from '../score/city';

export const FOLDER = 'data/schemes/counties';

/** A scheme file of the folder by its name. @throws Error with every problem where reading finds one, notices included. */
export function countyScheme(name: string): Scheme {
  const { scheme, problems } = readScheme(readFileSync(`${FOLDER}/${name}.json`, 'utf8'), MEASURES);
  if (!scheme || problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
  return scheme;
}

/** Units by id with their groups, of the level the scheme scores. */
export const unitsOf = (level: UnitLevel, groups: Readonly<Record<string, string | null>>): Roster =>
  new Roster(roster(groups).units.map((u) => ({ ...u, level })));

/** What each unit has, by measure; a name without a ledger is one of 通用指标表. */
export type Figures = Readonly<Record<string, Readonly<Record<string, CellSpec>>>>;

const full = (measure: string) => (/^[a-z-]+\./.test(measure) ? measure : `indicators.${measure}`);

/** Figures of one period as a table of measures. */
export const inPeriod = (period: string, figures: Figures): Table =>
  Object.fromEntries(Object.entries(figures).map(([measure, cells]) => [full(measure), { [period]: cells }]));

/** Several periods together. */
export function together(...tables: readonly Table[]): Table {
  const all: Record<string, Record<string, Readonly<Record<string, CellSpec>>>> = {};
  for (const table of tables)
    for (const [measure, periods] of Object.entries(table)) all[measure] = { ...all[measure], ...periods };
  return all;
}

/** One figure the same for a list of measures. */
export const alike = (names: readonly string[], cells: Readonly<Record<string, CellSpec>>): Figures =>
  Object.fromEntries(names.map((name) => [name, cells]));

const QUARTERS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(p);

/** Scores a file over figures, for units in these groups. */
export function scored(name: string, groups: Readonly<Record<string, string | null>>, table: Table): ScoreBook {
  const scheme = countyScheme(name);
  const periods = scheme.periods === 'Y' ? [p('2026')] : QUARTERS;
  return scoreAll(scheme, measures(table), unitsOf(scheme.level, groups), periods, MEASURES);
}

/** What a year comes to: by unit its total, place and grade. */
export function yearOf(book: ScoreBook): Readonly<Record<string, readonly [total: number, rank: number, grade: string | null]>> {
  const year = book.at(p('2026'));
  return Object.fromEntries(year.units.map((u, i) => [u, [year.total[i]!, year.rank[i]!, year.grades[i] ?? null]]));
}

/** Points of some nodes for a unit in the year, by id. */
export function pointsOf(book: ScoreBook, unit: string, ids: readonly string[]): readonly number[] {
  const year = book.at(p('2026'));
  const u = year.units.findIndex((id) => id === unit);
  return ids.map((id) => Number(year.exact(book.nodeIndex(id))[u]!.toFixed(6)));
}
