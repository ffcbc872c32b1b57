/** How many lines of 28 characters a paragraph takes on a page laid out by GB/T 9704-2012: for what has to fit one page. */

/** Characters of a line, and of the indent of a paragraph. */
const LINE = 28;
const INDENT = 2;

/** Letters and figures are half as wide as a Han character. */
const widthOf = (text: string): number => [...text].reduce((n, c) => n + (c > '\u2e7f' || /[“”‘’—…]/.test(c) ? 1 : 0.55), 0);

/** @param lead characters that stand before the text. */
export const paragraphLines = (text: string, lead = 0): number => Math.ceil((INDENT + lead + widthOf(text)) / LINE);
