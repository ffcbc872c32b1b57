/** The files of a drop, those inside folders too. */

/** Files that offices leave beside tables and nobody means: hidden ones, and the locks of open workbooks. */
const meant = (name: string): boolean => !name.startsWith('.') && !name.startsWith('~$') && name !== 'Thumbs.db';

/** To be called while the drop is handled: its items are gone afterwards. Files keep the order of their names. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((e) => e.isDirectory)) return [...transfer.files];
  return (await Promise.all(entries.map(filesIn))).flat();
}

/** Of a chosen folder: what is meant of it. */
export const folderFiles = (files: readonly File[]): File[] => inOrder(files.filter((f) => meant(f.name)));

const inOrder = (files: File[]): File[] => files.sort((a, b) => (a.name < b.name ? -1 : 1));

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (!meant(entry.name)) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return inOrder((await Promise.all(inside.map(filesIn))).flat());
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A folder hands out its entries by and by, until it hands out none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
