/**
 * The colours of charts: greys do the work (the deep red of the masthead stays out of them), counties have a colour
 * each that stays theirs. Colours are literal because a scene is also drawn on paper, where no stylesheet is.
 */
import type { Unit, UnitId } from '../model/unit';

/** The same paper and ink as `app.css`. `faint` is for lines only, the others hold AA as text on paper. */
export const INK = {
  paper: '#faf8f4',
  text: '#26221d',
  soft: '#665f56',
  faint: '#cfc8bc',
  grid: '#e6e0d5',
  line: '#a39b8e',
  pale: '#f1ece2',
} as const;

/**
 * Twelve colours that stay apart in normal vision and under protan, deutan and tritan vision (tested), each at least
 * 3:1 on paper; neighbours in the list differ in lightness too.
 */
const UNIT_COLOURS = [
  '#2f5bc2',
  '#7c9217',
  '#862e8f',
  '#4692a5',
  '#712712',
  '#e25a73',
  '#022187',
  '#9769dc',
  '#536304',
  '#955955',
  '#304e63',
  '#53095a',
] as const;

const DASHES = [undefined, '6 3', '2 2'] as const;

/** How a unit is drawn. Past twelve units the colours repeat with another dash; labels tell all apart anyway. */
export interface UnitStyle {
  readonly colour: string;
  readonly dash?: string;
}

/** The style of the n-th unit of the roster. */
export function unitStyle(index: number): UnitStyle {
  const n = Math.max(0, index);
  const colour = UNIT_COLOURS[n % UNIT_COLOURS.length] ?? INK.text;
  const dash = DASHES[Math.floor(n / UNIT_COLOURS.length) % DASHES.length];
  return dash === undefined ? { colour } : { colour, dash };
}

/**
 * A style per unit by roster order, so that a county keeps its colour in every chart, period and selection.
 * Units outside the roster get ink.
 */
export function unitStyles(roster: readonly Pick<Unit, 'id'>[]): (unit: UnitId) => UnitStyle {
  const styles = new Map(roster.map((u, i) => [u.id, unitStyle(i)]));
  return (unit) => styles.get(unit) ?? { colour: INK.text };
}

/** Tints of a scheme's sections in their order: light enough for ink on them, unlike in lightness side by side. */
const SECTION_TINTS = ['#8ba2b8', '#d5c298', '#94ad96', '#c9adb8', '#a8a39a', '#dbae92', '#86adad', '#bcbd8c'] as const;

export function sectionTint(index: number): string {
  return SECTION_TINTS[index % SECTION_TINTS.length] ?? INK.faint;
}

/** The deepest tone of a heat table: ink still holds AA on it. */
const DEEPEST = [143, 163, 184] as const;
const LIGHTEST = [255, 255, 255] as const;

/** One hue from white (0) to slate (1). Values outside are held to the ends. */
export function tone(share: number): string {
  const t = Math.min(1, Math.max(0, share));
  const hex = LIGHTEST.map((from, i) =>
    Math.round(from + ((DEEPEST[i] ?? from) - from) * t)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
