/** The words of the console in English. */
import type { ConsoleWords } from '../zh/console';

export const consoleEn: ConsoleWords = {
  intro:
    'Ask the tables in force, the measures and the scores in SQL. It only reads: nothing can be changed, no file read, no address reached. Columns of sensitive counts are left out.',
  ready: 'Ready-made',
  readyQueries: [
    {
      name: 'Latest ranking',
      text: `SELECT rank, unit, peer_group, total, grade
FROM totals
WHERE period = (SELECT max(period) FROM totals WHERE period LIKE '%Q%')
ORDER BY rank`,
    },
    {
      name: 'Course of the totals',
      text: `SELECT period, unit, total
FROM totals
WHERE period LIKE '%Q%'
ORDER BY period, unit`,
    },
    {
      name: 'Indicators that cost the city most',
      text: `-- mean of the marks lost in the latest quarter
SELECT title, round(avg(effective_marks - points), 2) AS lost
FROM scores
WHERE period = (SELECT max(period) FROM scores WHERE period LIKE '%Q%')
GROUP BY title
ORDER BY lost DESC
LIMIT 15`,
    },
    {
      name: 'Indicators down on last quarter',
      text: `WITH quarters AS (
  SELECT *, lag(points) OVER (PARTITION BY unit, indicator ORDER BY period) AS points_before
  FROM scores
  WHERE period LIKE '%Q%'
)
SELECT unit, title, points_before, points, round(points - points_before, 2) AS change
FROM quarters
WHERE period = (SELECT max(period) FROM quarters) AND points < points_before
ORDER BY change
LIMIT 50`,
    },
    {
      name: 'Weak organisations still open',
      text: `SELECT unit, count(*) AS still_open
FROM rectification
WHERE period = (SELECT max(period) FROM rectification)
  AND closed = false
GROUP BY unit
ORDER BY still_open DESC`,
    },
  ],
  saved: 'Saved',
  noneSaved: 'No query has been saved yet.',
  notKept: 'The browser refuses to keep anything: saved queries are gone with the page.',
  saveAs: 'Name of the query',
  save: 'Save',
  savedAs: (name) => `Saved as “${name}”.`,
  replaced: (name) => `“${name}” was replaced.`,
  removed: (name) => `The query “${name}” was deleted.`,
  takeBack: 'Undo',
  remove: (name) => `Delete the query “${name}”`,
  editor: 'SQL query',
  placeholder: 'SELECT unit, total, rank FROM totals ORDER BY rank',
  run: 'Run',
  cancel: 'Stop',
  keys: 'Ctrl+Enter runs · Tab or Ctrl+Space completes · Esc stops',
  completions: 'What can be completed',
  kinds: { column: 'column', table: 'table', keyword: 'keyword' },
  waiting: 'Waiting for the tables to be taken in …',
  running: 'Running …',
  cancelled: 'The query was stopped.',
  failed: (message) => `The query did not finish: ${message}. It can be run again.`,
  rows: (total, ms) => `${total} rows in ${ms} ms`,
  firstRows: (shown, total, ms) => `${total} rows, the first ${shown} fetched, in ${ms} ms`,
  noRows: 'No row meets the conditions.',
  result: 'Result',
  as: 'Show as',
  table: 'Table',
  chart: 'Chart',
  csv: 'Save as CSV',
  csvName: 'query',
  csvPart: (rows) => `Only the first ${rows} rows`,
  yes: 'yes',
  no: 'no',
  chartTitle: (figure, of) => `${figure} by ${of}`,
  chartPart: (shown, all) => `The chart shows the first ${shown} of ${all}.`,
  listKeys: 'Arrows, Page Up, Page Down, Home and End move the current row.',
  tables: 'Tables and columns',
  filter: 'Filter by name',
  noneFound: 'No table or column has such a name.',
  insert: 'A click inserts the name at the caret',
  noRowsYet: 'no data yet',
  measuredIn: (unit) => `In: ${unit}`,
  valuesAre: (values) => `Values: ${values}`,
  columnKinds: { text: 'text', number: 'number', date: 'date', flag: 'true or false' },
  goThere: 'Go to the place',
  engineSays: 'The database says:',
  faults: {
    empty: () => 'There is no query yet.',
    fullWidth: (mark) => `The full-width mark “${mark}” can only stand in quotes: use the ASCII one.`,
    unclosed: (start) => `The quote or comment that begins at “${start}” does not end: close it.`,
    several: () => 'One statement at a time: take out what follows the semicolon.',
    notAQuestion: (word) =>
      `${word === '' ? 'This statement' : `A statement that begins with “${word}”`} can’t be run: the console only reads. Begin with SELECT, WITH, FROM, DESCRIBE or SUMMARIZE.`,
    inner: (word) => `“${word}” is a table of the engine’s own: use those on the right.`,
    function: (word) => `“${word}” can’t be used: only the tables on the right can be read, no files, settings or other sources.`,
    escape: () => "Strings with backslash escapes (E'…') are not taken: use plain quotes.",
    engine: () => 'There is a mistake in the query; it was not run.',
  },
};
