/** Workbooks (.xlsx): opened, their sheets told, their rows read. */
export { WorkbookFault } from './fault';
export { repeatParents } from './merges';
export { openWorkbook, type Workbook } from './workbook';
