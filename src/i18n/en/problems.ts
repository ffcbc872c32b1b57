/** Problems in English: what, where (file, row, column, value), and what to do, in one sentence each. */
import { isPeriod } from '../../model/period';
import type { Place, ProblemParams } from '../../model/problem';
import { param, type ProblemWords } from '../catalogue';
import { formats } from '../format';

const file = (p: Place): string => (p.file ? `“${p.file}”` : 'The file');

/** `“talent.csv”, row 12, column “到岗数”, “abc”`, of it what is known. */
function at(p: Place): string {
  const column = p.header ? `column “${p.header}”` : p.column === undefined ? '' : `column ${p.column}`;
  const parts = [p.file ? `“${p.file}”` : '', p.row === undefined ? '' : `row ${p.row}`, column, p.value ? `“${p.value}”` : ''];
  return parts.filter(Boolean).join(', ') || 'The file';
}

/** What is masked is not said either. */
const withoutValue = ({ value: _, ...rest }: Place): Place => rest;

const periodName = (text: string): string => (isPeriod(text) ? formats('en').period(text) : text);

const STATES: Readonly<Record<string, string>> = { draft: 'draft', checking: 'checking', approved: 'approved', sealed: 'sealed' };
const stateName = (state: string): string => STATES[state] ?? state;

const TYPES: Readonly<Record<string, string>> = {
  number: 'a number',
  integer: 'a whole number',
  share: 'a percentage (such as 95.3%)',
  date: 'a date (such as 2026-09-30)',
  flag: 'yes or no (是/否)',
  star: 'a star rating (0 to 5)',
  period: 'a period (such as 2026Q3)',
  list: 'one of the listed values',
};
const expected = (name: string): string => TYPES[name] ?? (name || 'what is expected there');
const quoted = (text: string): string => (text ? ` “${text}”` : '');
/** In brackets what the machine said, for whoever mends it. */
const detail = (text: string): string => (text ? ` (${text})` : '');

function range(min: string, max: string): string {
  if (min && min !== '-Infinity' && max && max !== 'Infinity') return `between ${min} and ${max}`;
  return max && max !== 'Infinity' ? `at most ${max}` : `at least ${min || '0'}`;
}

/** What a file is that holds a table in a form that is not read. */
const WORKBOOKS: Readonly<Record<string, string>> = {
  xls: 'an Excel 97–2003 workbook (.xls)',
  et: 'a WPS spreadsheet (.et)',
  xlsb: 'a binary workbook (.xlsb)',
  ods: 'an OpenDocument spreadsheet (.ods)',
  html: 'a web page (HTML)',
  xml: 'an XML spreadsheet',
  encrypted: 'a workbook behind a password',
};

export const problems: ProblemWords = {
  'file.empty': (_, p) => `${file(p)} is empty and was not read; check that it was exported completely and drop it again.`,
  'file.binary': (_, p) => `${file(p)} is no table and was not read; open it in Excel or WPS and save it as .xlsx or CSV.`,
  'file.workbook': (q, p) =>
    `${file(p)} is ${WORKBOOKS[param(q, 'kind')] ?? 'a table of another format'} and was not read; open it in Excel or WPS and save it as .xlsx or CSV.`,
  'file.undecodable': (q, p) =>
    param(q, 'byte') !== '' || p.row === undefined
      ? `The text encoding of ${file(p)} is not known${detail(param(q, 'byte') && `byte ${param(q, 'byte')} at ${param(q, 'offset')}`)}, so it was not read; save it as “CSV UTF-8”.`
      : `${at(p)} has text that can’t be decoded${detail(param(q, 'offset') && `byte ${param(q, 'offset')}`)} and was rejected; mend the row, or save the file as “CSV UTF-8”.`,
  'file.classified': (q, p) =>
    `${file(p)} bears a secrecy mark${quoted(param(q, 'mark'))} and must not be handled on this machine; it was neither read nor kept, remove it at once.`,
  'file.noHeader': (_, p) => `${file(p)} has no header row and was not read; keep the row that names the columns.`,
  'file.noRows': (_, p) => `${file(p)} has a header and no rows; if there is nothing to report, file a nil report (零报告).`,
  'file.unknownTable': (_, p) =>
    `The headers of ${file(p)} match no ledger, so it was not read; check that it is the right file, or name its columns as in the template.`,
  'file.duplicate': (_, p) => `${file(p)} is identical to a file loaded before and was not loaded again.`,
  'file.tooLarge': (q, p) => `${file(p)} is larger than can be handled${detail(param(q, 'limit'))} and was not read; split it.`,
  'file.columnMissing': (q, p) =>
    `${file(p)} lacks the required column${quoted(param(q, 'columns', ', '))} and was not read; ${param(q, 'ask') === 'map' ? 'if it goes by another name there, map its columns by hand, else add it' : 'add it to the header, or give the column its name,'} and drop the file again.`,
  'file.columnTwice': (q, p) =>
    `Two columns of ${file(p)} look like${quoted(param(q, 'column') || (p.header ?? ''))}; the first is used, check and rename the other.`,
  'file.columnUnknown': (_, p) =>
    `The column${quoted(p.header ?? '')} of ${file(p)} is not known and not used; say what it is if it should be.`,
  'file.periodUnknown': (_, p) => `${file(p)} names no period; choose the one it belongs to.`,
  'file.periodConflict': (q, p) =>
    `The periods named in ${file(p)} disagree${detail(param(q, 'periods'))}; choose the one it belongs to.`,
  'file.periodsMixed': (q, p) =>
    `${file(p)} has rows of several periods${detail(param(q, 'periods'))}; choose one, or let each row go to its own.`,
  'file.personData': (_, p) =>
    `The column${quoted(p.header ?? '')} of ${file(p)} looks like data on persons; it is neither read nor kept, remove it from the table.`,
  'row.total': (_, p) => `${at(p)}: a total, not counted as a unit, used as a check only.`,
  'row.repeatedHeader': (_, p) => `${at(p)}: a repeated header, not counted.`,
  'row.footer': (_, p) => `${at(p)}: a note or signature below the table, not counted.`,
  'row.columnNumbers': (_, p) => `${at(p)}: a row of column numbers, not counted.`,
  'row.blank': (_, p) => `${at(p)}: blank, not counted.`,
  'row.nil': (_, p) => `${at(p)}: a nil report; the unit reported and has nothing in this period.`,
  'row.otherPeriod': (q, p) =>
    `${at(p)} belongs to ${periodName(param(q, 'period')) || 'another period'} and is not counted; mend its period, or let each row go to its own.`,
  'row.keyMissing': (q, p) =>
    `${at(p)} lacks${quoted(param(q, 'column') || (p.header ?? '')) || ' what it must have'} and was rejected; fill it in.`,
  'row.keyTwice': (q, p) => {
    const first = param(q, 'first');
    return `${at(p)} is the same item as ${first ? `row ${first}` : 'an earlier row'}; both count, leave the double out.`;
  },
  'row.quotes': (_, p) =>
    `The quotes in ${at(p)} do not pair, so its cells were read as they stand; check the row, or mend the quotes in the source.`,
  'row.ragged': (q, p) => {
    const [found, wanted] = [param(q, 'cells'), param(q, 'expected')];
    return `${at(p)} has ${found && wanted ? `${found} cells where the header has ${wanted}` : 'another number of cells than the header'} and was rejected; look for lost cells and stray commas or quotes, and mend the row.`;
  },
  'row.short': (q, p) => {
    const [found, wanted] = [param(q, 'cells'), param(q, 'expected')];
    return `${at(p)} has ${found && wanted ? `${found} cells where the header has ${wanted}` : 'fewer cells than the header'}; the last columns count as missing, check that no cell before them was lost.`;
  },
  'row.unitUnknown': (q, p) =>
    `${at(p)} is no assessed unit, ${param(q, 'rows') ? `so its ${param(q, 'rows')} rows are` : 'so the row is'} not counted; to count it, take the step back in the history, or add it to the roster.`,
  'cell.unreadable': (q, p) => `${at(p)} can’t be read as ${expected(param(q, 'expects'))}; mend it.`,
  'cell.notInRange': (q, p) => `${at(p)} is out of range, it should be ${range(param(q, 'min'), param(q, 'max'))}; check it.`,
  'cell.notInList': (q, p) => `${at(p)} is none of the listed values${detail(param(q, 'values', ', '))}; mend it.`,
  'cell.dateImpossible': (_, p) => `${at(p)} is no day of the calendar; write it as 2026-09-30.`,
  'cell.missing': (_, p) => `${at(p)} is blank; fill it in, or write 不涉及 where it does not apply.`,
  'cell.approximate': (q, p) => {
    const taken = param(q, 'taken');
    return taken
      ? `${at(p)} is not exact and was taken as ${taken}; check it.`
      : `${at(p)} is a bound, not a figure, and counts as missing; give the figure.`;
  },
  'cell.person': (_, p) =>
    `${at(withoutValue(p))} looks like data on a person; it is masked and not kept, remove it from the table.`,
  'check.partExceedsWhole': (q, p) =>
    `${at(p)}:${quoted(param(q, 'part'))}${numberIn(q, 'partValue')} is more than${quoted(param(q, 'whole'))}${numberIn(q, 'wholeValue')}; used as it is, check it.`,
  'check.partsUnequal': (q, p) =>
    `${at(p)}: the sum${numberIn(q, 'sum')} of${quoted(param(q, 'parts', ', '))} is not${quoted(param(q, 'whole'))}${numberIn(q, 'wholeValue')}; used as it is, check it.`,
  'check.partsExceedWhole': (q, p) =>
    `${at(p)}: the sum${numberIn(q, 'sum')} of${quoted(param(q, 'parts', ', '))} is more than${quoted(param(q, 'whole'))}${numberIn(q, 'wholeValue')}; used as it is, check it.`,
  'check.totalUnequal': (q, p) =>
    `${at(p)}: the total row says${numberIn(q, 'stated')} for${quoted(param(q, 'column'))}, the rows add up to${numberIn(q, 'sum')}${leftOut(q, (n) => ` (rows left out: ${n})`)}; the rows count, check them.`,
  'check.order': (q, p) =>
    `${at(p)}:${quoted(param(q, 'first'))}${numberIn(q, 'firstValue')} is later than${quoted(param(q, 'second'))}${numberIn(q, 'secondValue')}; used as it is, check it.`,
  'check.yearToDateFell': (q, p) =>
    `${at(p)}:${quoted(param(q, 'column'))} of ${param(q, 'unit') || 'the unit'} since January is${numberIn(q, 'now')}, less than${numberIn(q, 'before')} in ${periodName(param(q, 'since')) || 'the period before'}; used as it is, check it.`,
  'map.taken': (q, p) =>
    `${file(p)} is the map from now on (areas: ${param(q, 'areas')}; counties matched: ${param(q, 'matched')}; in the roster: ${param(q, 'counties')}); see “Map” under “Ranking”.`,
  'map.tooLarge': (q, p) =>
    `${file(p)} is too large (${param(q, 'what')}; limit: ${param(q, 'limit')}; found: ${param(q, 'found')}); it was not taken, simplify the boundaries and try again.`,
  'map.notJson': (_, p) => `${file(p)} is not valid JSON; it was not taken, export the GeoJSON again.`,
  'map.topoJson': (_, p) => `${file(p)} is TopoJSON; it was not taken, convert it to GeoJSON.`,
  'map.noAreas': (_, p) =>
    `${file(p)} holds no area that can be used; it was not taken, export the counties' boundaries as GeoJSON.`,
  'map.noneMatched': (q, p) =>
    `No area of ${file(p)} (${param(q, 'examples', ', ') || 'without names'}) is a county of the roster; it was not taken, check the file or add aliases or codes to the roster.`,
  'scheme.notJson': (q) =>
    `The scheme file is not valid JSON${detail(param(q, 'detail'))}; the scheme in use stays, mend the file and try again.`,
  'scheme.invalid': (q) =>
    `At “${param(q, 'pointer') || '/'}” the scheme should have ${param(q, 'expected') || 'something else'} and has ${param(q, 'received') || 'something else'}; mend it and try again.`,
  'scheme.unknownKey': (q) =>
    `At “${param(q, 'pointer')}” the scheme has an unknown key “${param(q, 'key')}”; check its spelling or remove it.`,
  'scheme.unknownMeasure': (q) =>
    `At “${param(q, 'pointer')}” the scheme names the measure “${param(q, 'measure')}”, which no ledger has; use one that exists.`,
  'scheme.basis': (q) =>
    `At ${param(q, 'pointer')} the scheme adds up the measure “${param(q, 'measure')}” over periods, but it ${param(q, 'basis') === 'y' ? 'counts from 1 January already' : 'stands at the end of a period'}; take the latest or the mean.`,
  'scheme.notScored': (q) =>
    `At “${param(q, 'pointer')}” the scheme scores “${param(q, 'measure')}”, which is for information only; remove it from the scheme.`,
  'scheme.duplicateId': (q) => `At “${param(q, 'pointer')}” the id “${param(q, 'id')}” is used twice; make it unique.`,
  'scheme.unknownId': (q) =>
    `At “${param(q, 'pointer')}” the scheme names “${param(q, 'id')}”, which it does not have; use an id it has.`,
  'scheme.weightSum': (q) =>
    `At “${param(q, 'pointer')}” the scheme states ${param(q, 'stated')} points, its parts add up to ${param(q, 'sum')}; the parts count, check them.`,
  'scheme.version': (q) =>
    `The scheme is of format version ${param(q, 'found')}, this program reads version ${param(q, 'expected')}; use a file or program that fits.`,
  'scheme.cycle': (q) => `At “${param(q, 'pointer')}” the scheme refers to itself in a circle; break it.`,
  'sheet.taken': (q, p) => {
    const [n, replaced, known, agreed] = ['n', 'replaced', 'known', 'agreed'].map((k) => param(q, k));
    const more = [
      replaced && replaced !== '0' ? `${replaced} put in place of earlier ones` : '',
      known && known !== '0' ? `${known} known already` : '',
      agreed && agreed !== '0' ? `${agreed} figures agreed to` : '',
    ].filter(Boolean);
    const unit = param(q, 'unit');
    return `${file(p)} is a check sheet${unit ? ` of ${unit}` : ''}: ${n || '0'} new objections${more.map((m) => `, ${m}`).join('')}.`;
  },
  'sheet.noOpinions': (_, p) =>
    `${file(p)} has no column 县区意见, so no opinion was read; name the column of the opinions so again and drop it once more.`,
  'sheet.columnUnused': (q, p) =>
    `${at(p)} is no column of a check sheet and ${param(q, 'cells') ? `${param(q, 'cells')} of its cells were` : 'what it holds was'} not read; move opinions to the column 县区意见 and drop it again.`,
  'sheet.codeBroken': (_, p) =>
    `${at(p)}: the identification code was changed and the row was not read; copy the code from the original sheet and drop it again.`,
  'sheet.codeMissing': (_, p) =>
    `${at(p)} bears no identification code, so what it is about is not known and it was not taken; move it beside its indicator and drop it again, or type it in.`,
  'sheet.onlyEvidence': (_, p) =>
    `${at(p)} names evidence and no opinion, so nothing was taken; write the opinion and drop it again.`,
  'sheet.figureChanged': (q, p) =>
    `${at(p)} differs from what was sent out${param(q, 'was') ? ` (“${param(q, 'was')}”)` : ''}; changing a check sheet changes no data, so say it in the opinion or send the corrected table.`,
  'sheet.merged': (q, p) =>
    `${at(p)}: ${param(q, 'n') || 'several'} rows speak of one figure and became one objection; check it.`,
  'sheet.unitUnknown': (q, p) =>
    `${at(p)}: the unit${quoted(param(q, 'unit'))} is none of this city’s in the period, so nothing was taken; check whether the sheet is somebody else’s.`,
  'sheet.nodeUnknown': (q, p) =>
    `${at(p)}: the scheme in use has no indicator${quoted(param(q, 'node'))}, so nothing was taken; type the objection in where it belongs now.`,
  'sheet.otherScheme': (_, p) =>
    `${file(p)} was printed under another version of the scheme; its opinions stand beside the same indicators, so check whether marks and rules are still those.`,
  'sample.taken': (q, p) => {
    const blank = param(q, 'blank');
    return `${file(p)} is a sampling list: results of ${param(q, 'n') || '0'} branches were read${blank && blank !== '0' ? `, ${blank} are not filled in yet` : ''}.`;
  },
  'sample.noStars': (_, p) =>
    `${file(p)} has no column 市级复核星级, so no result was read; name it so again and drop it once more.`,
  'sample.branchUnknown': (_, p) =>
    `${at(p)} is not among the branches in force, so its result was not taken; check whether the branch was renamed.`,
  'sample.none': (q) =>
    `${periodName(param(q, 'period')) || 'The period'} has no branch with stars to draw from; load the star ratings first.`,
  'period.moveRefused': (q) =>
    `${periodName(param(q, 'period')) || 'The period'}${quoted(stateName(param(q, 'from')))} can’t become${quoted(stateName(param(q, 'to'))) || ' that'} at once; go by draft, checking, approved, sealed.`,
  'period.reasonMissing': (q) =>
    `${periodName(param(q, 'period')) || 'The period'} goes back only with a reason; give one and try again.`,
  'period.isSealed': (q, p) =>
    `${p.file ? `“${p.file}”: ` : ''}${periodName(param(q, 'period')) || 'The period'} is sealed and does not change; open it again with a reason first.`,
  'period.notSealed': (q) => `${periodName(param(q, 'period')) || 'The period'} is not sealed, so there is nothing to open.`,
  'objection.textMissing': () => 'The objection says nothing; write it and try again.',
  'objection.noSuchFigure': (q) =>
    `${periodName(param(q, 'period')) || 'The period'} has no such figure of that unit, so nothing was taken; choose unit and indicator again.`,
  'objection.gone': () => 'The objection was taken back or replaced, so nothing was decided; look at the list again.',
  'objection.reasonMissing': () => 'The decision gives no reason; write it and try again.',
  'seal.noFigures': (q) => `${periodName(param(q, 'period')) || 'The period'} has no scores to seal; load its tables first.`,
  'seal.openObjections': (q) =>
    `${periodName(param(q, 'period')) || 'The period'} has ${param(q, 'n') || 'some'} objections that nobody decided; decide them before sealing.`,
  'seal.figuresMissing': (q) =>
    `${periodName(param(q, 'period')) || 'The period'} lacks ${param(q, 'n') || 'some'} figures that are due${param(q, 'units') ? `, of ${param(q, 'units', ', ')}${Number(param(q, 'of')) > 5 ? ` and others (${param(q, 'of')} units)` : ''}` : ''}; ask for them before sealing.`,
  'seal.broken': (q) =>
    `What was sealed of ${periodName(param(q, 'period')) || 'the period'} does not fit its hash and may have been changed; go by the stamped paper and find out why.`,
  'engine.failed': (q, p) =>
    `The engine failed${p.file ? `, ${file(p)} was not loaded` : ''}${detail(param(q, 'message'))}; what was loaded before is unchanged, reload the page and try again.`,
  'engine.outOfMemory': (_, p) =>
    `Out of memory${p.file ? `, ${file(p)} was not loaded` : ''}; close other pages, or split the table and try again.`,
  'engine.query': (q, p) =>
    `The query failed${p.file ? `, ${file(p)} was not loaded` : ''}${detail(param(q, 'message'))}; what was loaded before is unchanged, try again.`,
  'storage.failed': (q) =>
    `Nothing could be saved on this machine${detail(param(q, 'message'))}, so the last step did not count; check the disk and the browser’s storage settings.`,
  'storage.sourceMissing': (_, p) => `The bytes of ${file(p)} are gone, so its rows can’t be shown; drop the file again.`,
  'file.sheetUnused': (q, p) =>
    `Sheet${quoted(param(q, 'sheet'))} of ${file(p)} ${param(q, 'why') === 'hidden' ? 'is hidden' : 'looks like no ledger'} and was not read; to load it, save it as a file of its own.`,
  'file.partUnused': (_, p) =>
    `The part from ${at(p)} on looks like no ledger and was not read; to load it, save it as a file of its own.`,
  'file.workbookDamaged': (q, p) =>
    `${file(p)} is a workbook, but damaged or encrypted${detail(param(q, 'message'))}, and was not read; open it in Excel or WPS, save it as .xlsx or CSV and drop that.`,
  'file.remembered': (q, p) =>
    `${file(p)} is read by the column mapping confirmed before for${quoted(param(q, 'sender'))}; if that is wrong, delete it under “Remembered mappings” and drop the file again.`,
  'row.ofWhich': (_, p) => `${at(p)} is part (其中) of the figures above it and does not count again.`,
  'cell.cutShort': (q, p) =>
    `${at(p)} may have been cut by a line break, its rest standing in ${param(q, 'row') ? `row ${param(q, 'row')}` : 'the next row'}, which was rejected; check it and complete it.`,
  'row.excludedByHand': (q, p) => `${at(p)} was left out by hand${detail(param(q, 'reason'))}; this can be undone.`,
  'check.ledgersDisagree': (q, p) =>
    `${at(p)}:${quoted(param(q, 'figure'))} of ${param(q, 'unit') || 'the unit'} is ${param(q, 'here')}, in${quoted(param(q, 'other'))} it is ${param(q, 'there')}; check and correct one of them.`,
};

/** ` 12` where the parameter is given. */
function numberIn(q: ProblemParams, name: string): string {
  const text = param(q, name);
  return text ? ` ${text}` : '';
}

/** Words for the rows a sum lacks; '' where it lacks none. */
function leftOut(q: ProblemParams, words: (n: string) => string): string {
  const n = param(q, 'left');
  return n === '' || n === '0' ? '' : words(n);
}
