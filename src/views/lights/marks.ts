/** How each light is drawn: a shape of its own besides its colour and letter, so that it reads in black and white and by who sees no red. */
import type { ColourName } from '../../i18n/lights';

export interface LightMark {
  readonly fill: string;
  /** In a square of 16. */
  readonly d: string;
}

/** Colours keep apart in lightness too; the outline in ink holds pale ones on paper. */
export const MARKS: Readonly<Record<ColourName, LightMark>> = {
  red: { fill: '#b3261e', d: 'M8,1L15.5,14.5H.5Z' },
  orange: { fill: '#e08214', d: 'M8,.5L15.5,8L8,15.5L.5,8Z' },
  yellow: { fill: '#f7d94c', d: 'M1.5,1.5H14.5V14.5H1.5Z' },
  green: { fill: '#7fb78e', d: 'M8,1A7,7,0,1,1,8,15A7,7,0,1,1,8,1Z' },
  blue: { fill: '#2f5bc2', d: 'M8,.8L15.3,6.2L12.5,14.8H3.5L.7,6.2Z' },
  black: { fill: '#26221d', d: 'M.5,1.5H15.5L8,15Z' },
  grey: { fill: '#b9b3a9', d: 'M.5,5H15.5V11H.5Z' },
};
