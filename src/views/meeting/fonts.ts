/** Which of the fonts that the papers name this machine does not have. */

const TEXT = 'mmmwwwiii0123456789';

/** Whether a family is installed: its letters are then not those of two families that are nothing alike. */
function isThere(name: string, context: CanvasRenderingContext2D): boolean {
  const width = (family: string): number => {
    context.font = `100px ${family}`;
    return context.measureText(TEXT).width;
  };
  return ['monospace', 'serif', 'sans-serif'].some((base) => width(`"${name}", ${base}`) !== width(base));
}

/** The names of those that are absent, each once. Empty where the browser cannot measure. */
export async function absentFonts(): Promise<readonly string[]> {
  const { FONTS } = await import('../../report/docx/fonts');
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  // 黑体 is SimHei by another name: either will do.
  const same = (name: string, fallback: string): readonly string[] =>
    name === '黑体' || name === '宋体' || name === 'Times New Roman' ? [name, fallback] : [name];
  const absent = Object.values(FONTS).filter((f) => !same(f.name, f.fallback).some((n) => isThere(n, context)));
  return [...new Set(absent.map((f) => f.name))];
}
