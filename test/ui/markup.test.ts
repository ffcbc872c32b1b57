/** The building blocks as they are written by the server renderer: roles, labels and states, and no inline style in markup (CSP style-src 'self'). */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from 'svelte/compiler';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let server: ViteDevServer;
let renderWith: (component: unknown, options: { props: object }) => { body: string };

beforeAll(async () => {
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
  });
  renderWith = ((await server.ssrLoadModule('svelte/server')) as { render: typeof renderWith }).render;
});
afterAll(() => server.close());

/** The markup of a component, without the comments by which the browser would take it over. */
async function markup(file: string, props: object): Promise<string> {
  const loaded = (await server.ssrLoadModule(`/src/${file}.svelte`)) as { default: unknown };
  return renderWith(loaded.default, { props })
    .body.replace(/<!--.*?-->/g, '')
    .replace(/ class="[^"]*svelte-[^"]*"/g, '');
}

const nothing = (): void => undefined;

describe('ui', () => {
  it('DataTable tells the sorted column and direction, and offers the others', async () => {
    const columns = [
      {
        id: 'name',
        title: '单位',
        head: true,
        text: (r: { n: string }) => r.n,
        sort: (r: { n: string }) => r.n,
        pick: () => nothing,
      },
      { id: 'v', title: '总分', numeric: true, text: (r: { v: number }) => String(r.v), sort: (r: { v: number }) => r.v },
      { id: 'note', title: '说明', text: () => '' },
    ];
    const rows = [
      { n: '甲', v: 1 },
      { n: '乙', v: 3 },
    ];
    const html = await markup('ui/DataTable', {
      caption: '得分',
      columns,
      rows,
      key: (r: { n: string }) => r.n,
      selected: '甲',
      sort: { column: 'v', descending: true },
    });
    expect([...html.matchAll(/aria-sort="(\w+)"/g)].map((m) => m[1])).toEqual(['none', 'descending']);
    expect(html).toContain('<caption>得分</caption>');
    expect(html.indexOf('乙')).toBeLessThan(html.indexOf('甲'));
    expect(html).toMatch(/<tr[^>]* aria-current="true"[^>]*><th scope="row"[^>]*><button[^>]*>甲/);
  });
  it('DataTable without rows says so', async () => {
    expect(await markup('ui/DataTable', { caption: 'x', columns: [], rows: [], key: String })).toContain('没有内容');
  });
  it('IconButton has its label as its name, its icon is not read', async () => {
    const html = await markup('ui/IconButton', { icon: 'close', label: '关闭', onclick: nothing });
    expect(html).toMatch(/<button[^>]* aria-label="关闭"/);
    expect(html).toMatch(/<svg[^>]* aria-hidden="true"/);
  });
  it('Segmented is a group of radio buttons of which one is checked', async () => {
    const options = [
      ['a', '总分'],
      ['b', '名次'],
    ];
    const html = await markup('ui/Segmented', { label: '看', value: 'b', options, onchange: nothing });
    expect(html).toContain('role="radiogroup" aria-label="看"');
    expect([...html.matchAll(/value="(\w)"( checked)?/g)].map((m) => [m[1], m[2] !== undefined])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });
  it('Select names itself by a label in sight or one read aloud', async () => {
    const props = { label: '期间', value: 'a', options: [['a', '甲']], onchange: nothing };
    expect(await markup('ui/Select', props)).toContain('aria-label="期间"');
    expect(await markup('ui/Select', { ...props, labelled: true })).toMatch(
      /<label for="([^"]+)">期间<\/label> *<select id="\1"/,
    );
  });
  it('ProgressBar says what is done and how far, and has a way to stop', async () => {
    const html = await markup('ui/ProgressBar', { text: '读取数据', share: 0.421, oncancel: nothing });
    expect(html).toMatch(/role="status".*value="0.421".*42%.*停止/s);
    expect(await markup('ui/ProgressBar', { text: '读取数据', share: null })).not.toContain('value=');
  });
  it('Dialog, SidePanel and Toasts name themselves', async () => {
    const props = { title: '依据', onclose: nothing, children: nothing };
    for (const file of ['ui/Dialog', 'ui/SidePanel'])
      expect(await markup(file, props)).toMatch(/aria-labelledby="([^"]+)".*<h2 id="\1">依据/s);
    const html = await markup('ui/Toasts', { toasts: [{ id: 1, text: '出错', fault: true }], ondismiss: nothing });
    expect(html).toMatch(/role="alert".*出错/s);
  });
  it('DropZone takes several files by a button', async () => {
    const html = await markup('ui/DropZone', { label: '选择文件', onfiles: nothing });
    expect(html).toMatch(/<button[^>]*>选择文件<\/button>.*type="file"[^>]*multiple/s);
  });
});

describe('Scene', () => {
  const scene = (action?: string) => ({
    width: 10,
    height: 10,
    title: '得分',
    table: { columns: ['单位'], rows: [['甲县']] },
    marks: [{ kind: 'rect', x: 0, y: 0, width: 5, height: 5, fill: '#ccc', title: '甲县\n7 分', ...(action && { action }) }],
  });
  // The marks are put in by the page (see test/browser/leaders.spec.ts); what stands before that is the frame.
  it('without anything to pick is one picture with its title', async () => {
    const html = await markup('charts/Scene', { scene: scene() });
    expect(html).toMatch(/<svg[^>]* role="img"[^>]* aria-label="得分"/);
    expect(html).not.toContain('tabindex');
  });
  it('with marks to pick is a group with its title', async () => {
    const html = await markup('charts/Scene', { scene: scene('total:u1') });
    expect(html).toMatch(/<svg[^>]* role="group"[^>]* aria-label="得分"/);
  });
});

describe('every component of ui and charts', () => {
  const files = ['src/ui', 'src/charts'].flatMap((dir) =>
    readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.svelte'))
      .map((f) => path.join(dir, f)),
  );
  for (const file of files)
    it(`${file} compiles without a warning, has no inline style and no raw html`, () => {
      const source = readFileSync(path.join(root, file), 'utf8');
      const { warnings } = compile(source, { generate: 'client', runes: true, filename: file });
      expect(warnings.map((w) => w.message)).toEqual([]);
      expect(source).not.toMatch(/\sstyle=|\{@html|innerHTML/);
    });
});
