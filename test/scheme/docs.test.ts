/** docs/scheme.md and docs/scheme.schema.json are what the one definition says (run vitest with -u to write them anew). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemeDocs, schemeJsonSchema } from '../../src/scheme/docs';
import { codeOf } from '../../src/score/rules';

/** As `prettier --check` wants the committed files. */
const pretty = (text: string, file: string): string =>
  execFileSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--stdin-filepath', file], {
    input: text,
    encoding: 'utf8',
  });

test('docs/scheme.md is generated from the definition, its examples computed by the rules', async () => {
  const docs = schemeDocs((e) => codeOf(e.rule).points(e.rule, e.full, e.x, e.against ?? NaN, e.second));
  await expect(pretty(docs, 'docs/scheme.md')).toMatchFileSnapshot('../../docs/scheme.md');
});

test('docs/scheme.schema.json is generated from the definition', async () => {
  const schema = pretty(JSON.stringify(schemeJsonSchema()), 'docs/scheme.schema.json');
  await expect(schema).toMatchFileSnapshot('../../docs/scheme.schema.json');
});

test('the JSON Schema names every key that the example scheme uses', () => {
  const named = new Set(
    JSON.stringify(schemeJsonSchema())
      .match(/"[a-z]+(?=":)/gi)
      ?.map((k) => k.slice(1)),
  );
  const used: string[] = [];
  JSON.parse(readFileSync('data/schemes/example.json', 'utf8'), (key, value: unknown) => {
    if (key !== '' && Number.isNaN(Number(key))) used.push(key);
    return value;
  });
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((key) => !named.has(key))).toEqual([]);
});
