/** The repository's data files as the browser would hand them over. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DATA = path.resolve(import.meta.dirname, '../../data');

export const readData = (file: string): Buffer<ArrayBuffer> => readFileSync(path.join(DATA, file));

const fileOf = (folder: string, name: string, bytes: BlobPart = readData(`${folder}/${name}`)): File => new File([bytes], name);

const names = (folder: string, end: RegExp): string[] =>
  readdirSync(path.join(DATA, folder))
    .filter((n) => end.test(n))
    .sort();

/** The whole sample: eleven quarters. */
export const sampleFiles = (): File[] => names('sample', /\.csv$/).map((n) => fileOf('sample', n));

/** 2026Q3 as it arrives, in the order of the numbers in front. */
export const wildFiles = (): File[] => names('wild', /\.(csv|tsv|txt)$/).map((n) => fileOf('wild', n));

/** The sample's rows of 2026Q3 (targets: of 2026) of the tables that `data/wild` holds. */
export function cleanQuarter(): File[] {
  return names('sample', /^(?:roster|branch-rating|rectification|talent-intake|indicators|targets)\.csv$/).map((n) => {
    const [header = '', ...rows] = readData(`sample/${n}`).toString('utf8').split('\n');
    const at = header.split(',').indexOf('期间');
    const wanted = n.startsWith('targets') ? '2026' : '2026Q3';
    const kept = at < 0 ? rows : rows.filter((r) => r.split(',')[at] === wanted);
    return fileOf('sample', n, [header, ...kept.filter(Boolean), ''].join('\n'));
  });
}
