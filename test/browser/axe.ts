/** What axe finds wrong with a page for whoever cannot use a mouse or see the screen. */
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, of all impacts or some, each with the places it is at. */
export async function faults(page: Page, impacts?: readonly string[]): Promise<string[]> {
  // Evaluated by the browser's debugger, which the content policy does not bind; a script tag would be refused.
  await page.evaluate(AXE);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations
    .filter((v) => !impacts || impacts.includes(v.impact ?? ''))
    .map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
}

/** What it finds of serious or critical impact. */
export const serious = (page: Page): Promise<string[]> => faults(page, ['serious', 'critical']);
