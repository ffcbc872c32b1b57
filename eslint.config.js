/** Lint: mistakes that types do not show, the browser floor, and the rules of the house that a machine can hold. */
import compat from 'eslint-plugin-compat';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const NOT_AT_FLOOR = 'Chromium 109, the oldest browser the app runs in, does not know this.';

/** Methods that Chromium 109 lacks. Those of the language fail the types too (lib ES2022); the compat plugin sees only a few globals. */
const TOO_NEW = [
  'toSorted',
  'toReversed',
  'toSpliced',
  'groupBy',
  'withResolvers',
  'fromAsync',
  'symmetricDifference',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'isWellFormed',
  'toWellFormed',
  'showPopover',
  'hidePopover',
  'togglePopover',
  'startViewTransition',
  'toBase64',
  'toHex',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'getHTML',
  'moveBefore',
];

/** Static ones whose names are too common to forbid everywhere, by their object. */
const TOO_NEW_ON = [
  ['URL', 'canParse'],
  ['URL', 'parse'],
  ['AbortSignal', 'any'],
  ['ReadableStream', 'from'],
  ['Intl', 'DurationFormat'],
].map(([object, property]) => ({ object, property, message: NOT_AT_FLOOR }));

const TOO_NEW_GLOBALS = ['CloseWatcher', 'scheduler', 'Iterator', 'Temporal', 'documentPictureInPicture'].map((name) => ({
  name,
  message: NOT_AT_FLOOR,
}));

const FLOOR_SYNTAX = [{ selector: `MemberExpression[property.name=/^(${TOO_NEW.join('|')})$/]`, message: NOT_AT_FLOOR }];

const CLOCK = 'Only src/pipeline/clock.ts reads the clock; a calendar date is text (model/period.ts).';

export default defineConfig(
  { ignores: ['dist/', 'test-results/', 'test/output/', 'data/wild/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      // TypeScript's noUnusedLocals and noUnusedParameters say the same.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/build/**', 'src/app/public/**'],
    extends: [compat.configs['flat/recommended']],
    settings: { targets: ['chrome >= 109'], lintAllEsApis: true },
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: CLOCK }, ...TOO_NEW_GLOBALS],
      'no-restricted-properties': ['error', ...TOO_NEW_ON],
      'no-restricted-syntax': ['error', ...FLOOR_SYNTAX],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // $props() is destructured with `let`, bindable or not; Svelte's own form of the rule knows that.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // A Map that is filled inside a $derived is a value on its way out, not state.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-syntax': [
        'error',
        ...FLOOR_SYNTAX,
        {
          // style:x={…} and style={…} are set through the CSSOM, which the CSP allows.
          selector: 'SvelteAttribute[key.name="style"] > SvelteLiteral:first-child:last-child',
          message: 'The CSP refuses a style attribute in markup: use a class.',
        },
      ],
    },
  },
  { files: ['src/pipeline/clock.ts'], rules: { 'no-restricted-globals': ['error', ...TOO_NEW_GLOBALS] } },
  // Programs speak through the console.
  { files: ['src/build/**', 'data/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  {
    // What a browser below the floor must still be able to read.
    files: ['src/app/public/**'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
    rules: { 'no-var': 'off', 'object-shorthand': 'off' },
  },
  {
    // A test may look into what it made.
    files: ['test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);
