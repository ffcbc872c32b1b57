/** Files dropped on the page, folders and all. */
import { describe, expect, it } from 'vitest';
import { droppedFiles, folderFiles } from '../../src/ui/dropped';

const file = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (done: (f: File) => void) => done(new File([], name)),
});
function folder(name: string, ...inside: object[]) {
  // a folder hands out its entries by and by
  const createReader = () => {
    const rest = [...inside];
    return { readEntries: (done: (e: object[]) => void) => done(rest.splice(0, 1)) };
  };
  return { name, isFile: false, isDirectory: true, createReader };
}
const drop = (...entries: { readonly name: string }[]): DataTransfer =>
  ({
    items: entries.map((e) => ({ webkitGetAsEntry: () => e })),
    files: entries.map((e) => new File([], e.name)),
  }) as unknown as DataTransfer;
const names = async (files: Promise<File[]>) => (await files).map((f) => f.name);

describe('droppedFiles()', () => {
  it('takes files as they are, also hidden ones: they were meant', async () => {
    expect(await names(droppedFiles(drop(file('b.csv'), file('.a.csv'))))).toEqual(['b.csv', '.a.csv']);
  });
  it('takes what is in folders in the order of names, without hidden files and locks', async () => {
    const inner = folder('县区', file('2.csv'), file('~$1.xlsx'), file('1.xlsx'), file('.DS_Store'));
    expect(await names(droppedFiles(drop(folder('三季度', inner, file('Thumbs.db')), file('0.csv'))))).toEqual([
      '1.xlsx',
      '2.csv',
      '0.csv',
    ]);
  });
});

it('folderFiles() leaves out what nobody means', () => {
  expect(folderFiles([new File([], 'b.csv'), new File([], '~$b.xlsx'), new File([], 'a.csv')]).map((f) => f.name)).toEqual([
    'a.csv',
    'b.csv',
  ]);
});
