/** The icons: strokes on a 16 × 16 grid, drawn for this app. */
export const ICONS = {
  close: 'M4,4L12,12M12,4L4,12',
  up: 'M4,10L8,6L12,10',
  down: 'M4,6L8,10L12,6',
  file: 'M4,2H9L12,5V14H4ZM9,2V5H12',
  warning: 'M8,2L14.5,13.5H1.5ZM8,6.5V9.5M8,11.4V11.6',
} as const;

export type IconName = keyof typeof ICONS;
