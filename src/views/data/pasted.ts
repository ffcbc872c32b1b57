/** What was pasted onto the page, as files: files themselves, or cells copied from a spreadsheet. */

/** @param name of the file that pasted cells become, without its ending. Text that is no table gives nothing. */
export function pastedTable(data: DataTransfer | null, name: string): File[] {
  if (!data) return [];
  if (data.files.length > 0) return [...data.files];
  const text = data.getData('text/plain');
  const isTable = text.includes('\t') && text.trim().includes('\n');
  return isTable ? [new File([text], `${name}.tsv`, { type: 'text/tab-separated-values' })] : [];
}
