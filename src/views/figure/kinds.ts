/** What a chart can be saved as: known before how it is done is loaded. */
export type FileKind = 'csv' | 'svg' | 'png';
export const FILE_KINDS: readonly FileKind[] = ['csv', 'svg', 'png'];
