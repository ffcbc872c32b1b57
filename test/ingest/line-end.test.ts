/** The line end that is told from the first bytes is the one the scan finds in every text it calls clean. */
import { expect, test } from 'vitest';
import { firstLineEnd } from '../../src/ingest/line-end';
import { scan } from '../../src/ingest';

const wide = 'x'.repeat(70_000);
test.each([
  ['LF', 'a,b\n1,2\n', 'lf'],
  ['CRLF', 'a,b\r\n1,2\r\n', 'crlf'],
  ['CRLF, and an LF inside a quoted cell of the first record', '"a\nc",b\r\n1,2\r\n', 'crlf'],
  ['LF, also inside a quoted cell', '"a\nc",b\n1,2\n', 'lf'],
  ['no line end at all', 'a,b', 'none'],
])('%s', async (_, text, end) => {
  const blob = new Blob([text]);
  expect(await firstLineEnd(blob)).toBe(end);
  const found = await scan(blob);
  expect([found.clean, found.newline]).toEqual([true, end]);
});

test('a first record that goes on beyond the first bytes has none', async () =>
  expect(await firstLineEnd(new Blob([`${wide},b\n`]))).toBe('none'));
