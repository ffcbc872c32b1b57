/** Papers as LibreOffice lays them out: to PDF, and the pages measured. Where it can't be had, one sentence says so. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from '../../src/build/office.mjs';
import { RESULTS } from '../../src/build/paths.mjs';

type Office = Exclude<ReturnType<typeof findOffice>, { problem: string }>;

let found: Office | null = null;

function office(): Office {
  if (found) return found;
  const answer = findOffice();
  if ('problem' in answer) throw new Error(answer.problem);
  return (found = answer);
}

/** Where PDFs are left to be looked at. */
const ALL = path.join(RESULTS, 'office');
let folder = '';

/** The folder of this process; LibreOffice keeps its profile there, as two with one profile shut each other out. */
function work(): string {
  if (folder === '') {
    mkdirSync(ALL, { recursive: true });
    // A process of tests is ended from outside and can't clear up after itself: the next one does.
    for (const pid of readdirSync(ALL)) if (!runs(Number(pid))) rmSync(path.join(ALL, pid), { recursive: true, force: true });
    folder = path.join(ALL, String(process.pid));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  return folder;
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

let made = 0;

/** No paper takes longer than this. */
const LIMIT = 240_000;

/** One file as PDF; its path. */
export function toPdf(bytes: Uint8Array, ext: string): string {
  const [pdf = ''] = toPdfs([{ bytes, ext }]);
  return pdf;
}

/** Files as PDF; their paths, in the same order. One start of LibreOffice for all: it takes longer than a paper does. */
export function toPdfs(files: readonly { readonly bytes: Uint8Array; readonly ext: string }[]): string[] {
  const dir = path.join(work(), String(++made));
  mkdirSync(dir);
  const sources = files.map(({ bytes, ext }, i) => {
    const file = path.join(dir, `${i}.${ext}`);
    writeFileSync(file, bytes);
    return file;
  });
  const profile = pathToFileURL(path.join(work(), 'profile')).href;
  const said = run(
    'soffice',
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    dir,
    ...sources,
  );
  const pdfs = files.map((_, i) => path.join(dir, `${i}.pdf`));
  const missing = pdfs.filter((p) => !existsSync(p));
  if (missing.length > 0) throw new Error(`LibreOffice made ${missing.length} of ${files.length} files into no PDF: ${said}`);
  return pdfs;
}

function run(program: keyof Office, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(office()[program], args, {
    encoding: 'utf8',
    timeout: LIMIT,
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr || stdout}`);
  return stdout + stderr;
}

/** A word where it stands: millimetres from the page's upper left corner. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Page {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const MM = 25.4 / 72;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

/** The pages of a PDF with their words. */
export function pages(pdf: string): Page[] {
  const html = run('pdftotext', '-bbox', '-enc', 'UTF-8', pdf, '-');
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: attribute(page, 'width'),
      height: attribute(page, 'height'),
      words: [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, place = '', text = '']) => ({
        text: text.replace(/&([a-z]+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity),
        left: attribute(place, 'xMin'),
        top: attribute(place, 'yMin'),
        right: attribute(place, 'xMax'),
        bottom: attribute(place, 'yMax'),
      })),
    }));
}

const attribute = (text: string, name: string): number => Number(new RegExp(`${name}="([^"]*)"`).exec(text)?.[1]) * MM;

/** A line of words that stand beside each other. */
export interface Line extends Word {
  readonly words: readonly Word[];
}

/** The words of a page or of a part of it as lines, downwards; a line's text has no spaces but its own. */
export function lines(words: readonly Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && middle(word) - middle(first) < 2) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => {
    const across = row.sort((a, b) => a.left - b.left);
    return {
      text: across.map((w) => w.text).join(''),
      left: Math.min(...row.map((w) => w.left)),
      right: Math.max(...row.map((w) => w.right)),
      top: Math.min(...row.map((w) => w.top)),
      bottom: Math.max(...row.map((w) => w.bottom)),
      words: across,
    };
  });
}

const middle = (w: Word): number => (w.top + w.bottom) / 2;

export interface PdfFont {
  readonly name: string;
  readonly embedded: boolean;
}

/** The fonts that a PDF is drawn with. */
export function fonts(pdf: string): PdfFont[] {
  return run('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((row) => row.trim() !== '')
    .map((row) => ({
      name: row
        .slice(0, 36)
        .trim()
        .replace(/^[A-Z]{6}\+/, ''),
      embedded: /\byes\s+(?:yes|no)\s+(?:yes|no)\s/.test(row.slice(36)),
    }));
}

/** A page as a picture, 1-based. */
export function png(pdf: string, page: number, dpi = 60): Buffer<ArrayBuffer> {
  const base = path.join(path.dirname(pdf), `${path.basename(pdf, '.pdf')}-${page}`);
  run('pdftoppm', '-png', '-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile', pdf, base);
  return readFileSync(`${base}.png`);
}
