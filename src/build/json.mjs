/** Reads a JSON file as what it is until it was looked at: unknown. */
import { readFileSync } from 'node:fs';

/** @type {(text: string) => unknown} */
const parse = JSON.parse;

/** @param {string} file @returns {unknown} @throws {SyntaxError} when it is no JSON */
export const readJson = (file) => parse(readFileSync(file, 'utf8'));
