/** What axe finds wrong with a page for whoever cannot use a mouse or see the screen. */
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RESULTS: NonNullable<RunOptions['resultTypes']> = ['violations'];

/** What axe finds, of all impacts or some, each with the places it is at. */
export async function faults(page: Page, impacts?: readonly string[]): Promise<string[]> {
  // Evaluated by the browser's debugger, which the content policy does not bind; a script tag would be refused.
  await page.evaluate(AXE);
  // Every rule is tried on every element; only what is said of those that pass is left short.
  const found = await page.evaluate((resultTypes) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes });
  }, RESULTS);
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations
    .filter((v) => !impacts || impacts.includes(v.impact ?? ''))
    .map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
}

/** What it finds of serious or critical impact. */
export const serious = (page: Page): Promise<string[]> => faults(page, ['serious', 'critical']);
