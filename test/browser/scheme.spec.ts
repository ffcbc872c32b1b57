/** The scheme screen: rules to read, a change tried without touching anything else, saved as a version, compared and undone. */
import { expect, test, type Page } from '@playwright/test';
import { freshPage, ranking } from './app';

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await freshPage(browser, './#/ranking?sample');
  await ranking(page);
});
test.afterAll(() => page.context().close());

/** Goes to an address of the sample that is loaded. */
const show = (address: string): Promise<string> => page.evaluate((to) => (location.hash = to), address);

/** Names and totals of the ranking on show. */
const standing = (page: Page) => ranking(page).then((rows) => rows.map((r) => r.join('|')));
const goScheme = (page: Page) => page.getByRole('navigation').first().getByRole('link', { name: '方案' }).click();

test('a weight tried changes no other screen until it is saved as a version, which can be compared and undone', async () => {
  await show('#/ranking?sample');
  const before = await standing(page);
  await goScheme(page);
  await expect(page).toHaveURL(/#\/scheme/);
  await expect(page.getByRole('row').filter({ hasText: '应知应会测试覆盖' })).toContainText('目标值 100%');
  await expect(page.locator('main')).toContainText('各指标分值合计 100');

  await page.getByRole('tab', { name: '试改' }).click();
  await page.getByRole('spinbutton', { name: '基层党组织的分值' }).fill('10');
  await expect(page.getByRole('complementary').getByRole('status')).toBeVisible();
  await page.getByRole('navigation').first().getByRole('link', { name: '排名' }).click();
  expect(await standing(page)).toEqual(before);

  await goScheme(page);
  await page.getByRole('tab', { name: '试改' }).click();
  await expect(page.getByRole('spinbutton', { name: '基层党组织的分值' })).toHaveValue('10');
  await page.getByRole('button', { name: '存为新版本…' }).click();
  await page.getByLabel('版本号').fill('2026.9');
  await page.getByRole('button', { name: '存为新版本并换用' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.9');

  await page.getByRole('tab', { name: '比对' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('“基层党组织”的分值由 46 分改为 10 分');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.2');
  await page.getByRole('navigation').first().getByRole('link', { name: '排名' }).click();
  expect(await standing(page)).toEqual(before);
});

test('a file that is no scheme is told with its place when it is compared, and the scheme in use stays', async () => {
  await show('#/scheme?sample');
  await page.getByRole('tab', { name: '比对' }).click({ timeout: 60_000 });
  const bad = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"kaoping": 1, "points": -5}') };
  await page.getByRole('tabpanel').locator('input[type=file]').setInputFiles(bad);
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('/points');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.2');
});

test('a bonus item, a veto, a grade line and a band are added by forms and saved as a version, and undo takes them back', async () => {
  await show('#/scheme?part=draft&node=.bonus&sample');
  await expect(page.getByRole('heading', { name: /^试算：/ })).toBeVisible({ timeout: 100_000 });
  const changed = (n: number) => expect(page.getByRole('heading', { name: `已改 ${n} 处` })).toBeVisible();
  const form = (name: string) => page.getByRole('group', { name, exact: true });
  const open = async (name: string) => {
    await page.getByRole('button', { name: `修改：${name}`, exact: true }).click();
    await expect(page.getByRole('button', { name: `完成：${name}`, exact: true })).toHaveAttribute('aria-expanded', 'true');
  };

  await page.getByRole('button', { name: '加一项加分' }).click({ timeout: 60_000 });
  const bonus = form('加一项加分');
  await bonus.getByRole('button', { name: '加入' }).click();
  await expect(bonus.getByRole('alert')).toContainText('名称、看哪个指标');
  await bonus.getByLabel('名称').fill('试点经验');
  await bonus.getByLabel('看哪个指标').selectOption({ label: '受表彰工作数' });
  await bonus.getByRole('button', { name: '加入' }).click();
  await changed(1);

  await open('一票否决');
  await expect(page).toHaveURL(/node=\.vetoes/);
  await page.getByRole('button', { name: '加一条否决' }).click();
  const veto = form('加一条否决');
  await veto.getByLabel('情形').fill('数据失实');
  await veto.getByLabel('看哪个指标').selectOption({ label: '通用指标表：另写指标名称…' });
  await veto.getByLabel('指标名称').fill('数据失实');
  await veto.getByLabel('指标名称').press('Enter');
  await veto.getByLabel('高于').fill('0');
  await veto.getByLabel('等次最高为').selectOption({ label: '一般' });
  await veto.getByRole('button', { name: '加入' }).click();
  await expect(veto.getByRole('alert')).toContainText('依据');
  await veto.getByLabel('依据').fill('《示例市考核办法》第十四条');
  await veto.getByRole('button', { name: '加入' }).click();
  await changed(2);

  await open('等次');
  await page.getByRole('button', { name: '加一个等次' }).click();
  await form('加一个等次').getByLabel('等次名称').fill('优');
  await form('加一个等次').getByLabel('总分达到').fill('95');
  await form('加一个等次').getByRole('button', { name: '加入' }).click();
  await changed(3);

  await open('发展党员计划');
  await page.getByLabel('规则类型').selectOption({ label: '分档' });
  await page.getByRole('button', { name: '换用这个规则' }).click();
  await page.getByRole('button', { name: '加一档' }).click();
  await changed(4);
  await expect(page.getByRole('spinbutton', { name: '第 4 档界线（含）' })).toHaveValue('66.5');
  await page.getByRole('button', { name: /^撤销 Ctrl/ }).click();
  await expect(page.getByRole('spinbutton', { name: '第 4 档界线（含）' })).toHaveCount(0);
  await page.getByRole('button', { name: '重做' }).click();

  // The part and the form that were open before.
  await page.goBack();
  await expect(page.getByRole('button', { name: '完成：等次' })).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('button', { name: '存为新版本…' }).click();
  await page.getByRole('button', { name: '存为新版本并换用' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.3');
  await page.getByRole('tab', { name: '考核细则' }).click();
  for (const text of ['试点经验', '数据失实', '95 分及以上为“优”', '66.5% 及以上'])
    await expect(page.getByRole('tabpanel')).toContainText(text);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.2');
  await expect(page.getByRole('tabpanel')).not.toContainText('试点经验');
});

test('figures of one unit are tried beside the truth, which no screen loses, and the address holds the part', async () => {
  await show('#/ranking?sample');
  const before = await standing(page);
  await goScheme(page);
  await page.getByRole('tab', { name: '推演' }).click();
  await expect(page).toHaveURL(/part=whatIf/);
  const tried = page.getByRole('spinbutton', { name: '主题党日按期开展的假设数值' });
  await tried.fill('10');
  await expect(page.getByRole('complementary').getByRole('status')).toBeVisible();
  await expect(page.locator('main')).toContainText('假设了 1 个数');
  await page.getByRole('navigation').first().getByRole('link', { name: '排名' }).click();
  expect(await standing(page)).toEqual(before);
  await goScheme(page);
  await page.getByRole('tab', { name: '推演' }).click();
  await expect(tried).toHaveValue('10');
  await page.getByRole('button', { name: '全部恢复' }).click();
  await expect(tried).toHaveValue('');
});

test('a scheme of half-years with a total of the year can be put in use, is told in words, and has ranks', async () => {
  await show('#/scheme?sample');
  await page.getByRole('tab', { name: '试改' }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: /^试算：/ })).toBeVisible({ timeout: 100_000 });
  // The example's year is of four quarters: it is taken out before the periods become halves, and set anew for them.
  await page.getByRole('button', { name: '修改：年度总分' }).click();
  await page.getByRole('button', { name: '取消年度总分' }).click();
  await page.getByRole('button', { name: '修改：方案本身' }).click();
  await page.getByRole('radio', { name: '按半年' }).check();
  await page.getByRole('button', { name: '修改：年度总分' }).click();
  await page.getByRole('button', { name: '设年度总分' }).click();
  await expect(page.getByRole('spinbutton', { name: '第二期权重' })).toHaveValue('50');
  await page.getByRole('button', { name: '存为新版本…' }).click();
  await page.getByRole('button', { name: '存为新版本并换用' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.3');
  await page.getByRole('tab', { name: '考核细则' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('按权重 50、50 加权平均后相加');
  await page.getByRole('navigation').first().getByRole('link', { name: '排名' }).click();
  expect((await ranking(page)).length).toBe(12);
  await expect(page.getByRole('combobox', { name: '考核期' })).toContainText('半年');
});
