/** The icons: strokes on a 16 × 16 grid, drawn for this app. */
export const ICONS = {
  close: 'M4,4L12,12M12,4L4,12',
  check: 'M3,8.5L6.5,12L13,4.5',
  up: 'M4,10L8,6L12,10',
  down: 'M4,6L8,10L12,6',
  left: 'M10,4L6,8L10,12',
  right: 'M6,4L10,8L6,12',
  undo: 'M6,3L3,6L6,9M3,6H10A3,3,0,0,1,10,12H7',
  redo: 'M10,3L13,6L10,9M13,6H6A3,3,0,0,0,6,12H9',
  download: 'M8,2V10M4.5,7L8,10.5L11.5,7M3,13.5H13',
  file: 'M4,2H9L12,5V14H4ZM9,2V5H12',
  search: 'M7,2.5A4.5,4.5,0,1,1,7,11.5A4.5,4.5,0,1,1,7,2.5M10.5,10.5L13.5,13.5',
  menu: 'M3,4.5H13M3,8H13M3,11.5H13',
  help: 'M8,1.5A6.5,6.5,0,1,1,8,14.5A6.5,6.5,0,1,1,8,1.5M6,6.2A2,2,0,1,1,8.8,8Q8,8.4,8,9.4M8,11.4V11.6',
  warning: 'M8,2L14.5,13.5H1.5ZM8,6.5V9.5M8,11.4V11.6',
  pin: 'M5.5,2H10.5L10,7L12,9.5H4L6,7ZM8,9.5V14',
} as const;

export type IconName = keyof typeof ICONS;
