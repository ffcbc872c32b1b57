/** Writing the pack: every paper as docx, the slides, the workbook, the check sheets and the list of problems, in one zip or one by one. */
import type { Scene } from '../../charts/scene';
import { locale } from '../../i18n/locale.svelte';
import { packWords } from '../../i18n/pack';
import type { PackInput } from '../../report/pack/input';
import type { Pack, Paper } from '../../report/pack/paper';
import type { Board } from '../../state/board.svelte';
import { ledgerOf } from '../../state/catalogue';
import { workbookContent } from '../../state/workbook-content';
import { fileOf } from '../figure/files';

export interface Exporting {
  readonly board: Board;
  readonly pack: Pack;
  readonly input: PackInput;
}

/** Long work: what is being written, how much of how much is done, and whether it is to stop. */
export interface Exported {
  readonly signal: AbortSignal;
  readonly report: (name: string, done: number, of: number) => void;
}

interface Task {
  /** Inside the zip, with folder and ending. */
  readonly name: string;
  readonly write: () => Promise<Uint8Array>;
}

/** Pictures are drawn once, however many papers show them. */
const painted = new WeakMap<Scene, Promise<Uint8Array>>();
function paint(scene: Scene): Promise<Uint8Array> {
  let png = painted.get(scene);
  if (!png) {
    png = fileOf(scene, 'png').then(async (blob) => new Uint8Array(await blob.arrayBuffer()));
    painted.set(scene, png);
  }
  return png;
}

/** What file systems refuse is left out of a name. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').trim();

const docx = ({ pack }: Exporting, paper: Paper): Task => ({
  name: `${safe(paper.name)}.docx`,
  write: async () => (await import('../../report/docx/docx')).docxOf(paper, pack.imprint, paint, locale.current),
});

function slides({ board, pack }: Exporting): Task {
  const w = packWords[locale.current];
  return {
    name: `${safe(w.file(w.names.slides, board.f.period(pack.period)))}.pptx`,
    write: async () => (await import('../../report/pptx/pptx')).pptxOf(pack, paint),
  };
}

function workbook({ board, pack, input }: Exporting): Task {
  const w = packWords[locale.current];
  return {
    name: `${safe(w.file(w.names.workbook, board.f.period(pack.period)))}.xlsx`,
    write: async () => {
      const sources = await board.session.pipeline.review.sources(pack.period);
      const content = workbookContent(input.book, pack.period, {
        seal: input.seal?.hash ?? null,
        sources: sources.map((s) => ({ ledger: locale.text(ledgerOf(s.ledger).name), file: s.file, sha256: s.hash })),
        nameOf: (unit) => board.name(unit),
      });
      return (await import('../../report/xlsx/xlsx')).packWorkbook(content, pack.imprint.at, board.f);
    },
  };
}

function issues({ board, pack, input }: Exporting): Task {
  const w = packWords[locale.current];
  return {
    name: `${safe(w.file(w.names.issues, board.f.period(pack.period)))}.csv`,
    write: async () => {
      const [{ issueLines }, { issueCsv }] = await Promise.all([
        import('../../report/pack/lists'),
        import('../../report/pack/issue-csv'),
      ]);
      const text = issueCsv(issueLines(input), ledgerOf('issue-list'), pack.period, (u) => board.name(u));
      return new TextEncoder().encode(text);
    },
  };
}

/** 核对单, one a county, in a folder of their own. */
async function checkSheets({ board, pack }: Exporting): Promise<Task[]> {
  const w = packWords[locale.current];
  const [{ checkSheetFile }, { stamped }] = await Promise.all([
    import('../../report/check-sheet'),
    import('../../report/pack/stamped'),
  ]);
  const sheets = await board.session.pipeline.review.checkSheets(pack.period);
  const names = { measure: (id: string) => board.measure(id)?.name.zh ?? id, unit: (id: string) => board.name(id as never) };
  return sheets.map((sheet, i) => ({
    name: `${w.names.checkSheets}/${String(i + 1).padStart(2, '0')} ${safe(sheet.unitName)}.xlsx`,
    write: async () => {
      const { blob } = await checkSheetFile(sheet, names);
      return stamped(new Uint8Array(await blob.arrayBuffer()), pack.imprint.at);
    },
  }));
}

/** Lets the page breathe: between two files it draws and hears the button that stops the work. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

async function written(tasks: readonly Task[], { signal, report }: Exported): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [i, task] of tasks.entries()) {
    report(task.name, i, tasks.length);
    await breathe();
    signal.throwIfAborted();
    files[task.name] = await task.write();
  }
  signal.throwIfAborted();
  return files;
}

/** The whole pack as a zip. Rejects with AbortError where it was stopped; nothing is kept of it then. */
export async function exportPack(
  of: Exporting,
  job: Exported,
): Promise<{ readonly name: string; readonly blob: Blob; readonly files: number }> {
  const { zipped } = await import('../../report/pack/stamped');
  const numbered = (task: Task, i: number): Task => ({ ...task, name: `${String(i + 1).padStart(2, '0')} ${task.name}` });
  const main = [...of.pack.papers.map((p) => docx(of, p)), slides(of), workbook(of), issues(of)].map(numbered);
  const files = await written([...main, ...(await checkSheets(of))], job);
  const bytes = zipped(files, of.pack.imprint.at);
  const name = `${safe(of.pack.title)}${of.pack.imprint.draft ? `（${of.pack.imprint.draft}）` : ''}.zip`;
  return { name, blob: new Blob([bytes], { type: 'application/zip' }), files: Object.keys(files).length };
}

/** One file of the pack. */
export async function exportFile(
  of: Exporting,
  what: Paper | 'slides' | 'workbook' | 'issues',
  job: Exported,
): Promise<{ readonly name: string; readonly blob: Blob }> {
  const task =
    what === 'slides' ? slides(of) : what === 'workbook' ? workbook(of) : what === 'issues' ? issues(of) : docx(of, what);
  const files = await written([task], job);
  return { name: task.name, blob: new Blob([files[task.name] as Uint8Array<ArrayBuffer>]) };
}
