import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { htmlReport } from '../../src/report/html.ts';
import { createReport, type Report } from '../../src/report/report.ts';
import { hostileReport, hostileTexts } from './hostile.ts';
import { audited, healthyAndNot } from './web-page.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => existsSync(file),
);

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const history = [1, 8, 15, 22].map((day, index) => ({
  at: new Date(Date.UTC(2026, 0, day)).toISOString(),
  links: { ok: 9, dead: index, moved: 2, unreachable: 1 },
}));

const screens: Record<string, BrowserContextOptions> = {
  'on a desk': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'in the dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'on a phone': { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  'on a phone in the dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
};

describe.skipIf(executablePath === undefined)('the page in a browser', () => {
  let browser: Browser;
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'kempt-'));
    browser = await chromium.launch({ executablePath: executablePath!, args });
  });

  afterAll(async () => {
    await browser?.close();
    await rm(root, { recursive: true, force: true });
  });

  interface Opened {
    page: Page;
    /** Errors of the page, among them every breach of its policy, dialogs, and requests for anything but the page. */
    trouble: string[];
  }

  async function open(report: Report, options: BrowserContextOptions = {}): Promise<Opened> {
    const file = path.join(root, 'report.html');
    await writeFile(file, htmlReport(report, { history }));
    const address = pathToFileURL(file).href;
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => trouble.push(message.text()));
    page.on('dialog', (dialog) => {
      trouble.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== address) trouble.push(request.url());
    });
    await page.goto(address);
    return { page, trouble };
  }

  const shown = (page: Page, view: string) => page.locator(`#${view} tbody tr:visible`).count();
  const said = (page: Page, view: string) => page.locator(`#${view} [role=status]`).textContent();

  const pages = { 'of a run': healthyAndNot, 'of an audit': audited };
  const both = Object.entries(screens).flatMap(([where, options]) =>
    Object.entries(pages).map(([what, report]) => [what, where, report, options] as const),
  );

  it.each(both)(
    '%s has nothing that axe objects to %s, and fits the screen',
    async (_what, _where, report, options) => {
      const { page, trouble } = await open(report(), options);
      await page.locator('details').evaluateAll('all => all.forEach((one) => { one.open = true; })');
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(told).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(trouble).toEqual([]);
    },
  );

  it('shows what wants a look first, and what is fine when asked', async () => {
    const { page } = await open(healthyAndNot());
    expect(await said(page, 'links')).toBe('3 of 7 links shown');
    await page.getByRole('checkbox', { name: 'OK 3' }).check();
    expect(await said(page, 'links')).toBe('6 of 7 links shown');
    expect(await shown(page, 'links')).toBe(6);
    expect(await said(page, 'findings')).toBe('2 of 2 findings shown');
  });

  it('shows a link under each file that has it', async () => {
    const { page } = await open(healthyAndNot());
    const view = page.locator('#links');
    await view.getByRole('checkbox', { name: 'readme.md' }).uncheck();
    expect(await view.locator('tbody tr:visible', { hasText: 'gone.example' }).count()).toBe(1);
    await view.getByRole('checkbox', { name: 'docs/more.md' }).uncheck();
    expect(await shown(page, 'links')).toBe(0);
  });

  it('searches address, reason, answer and place, every word of it', async () => {
    const { page } = await open(healthyAndNot());
    const search = page.locator('#links').getByRole('searchbox', { name: 'Search' });
    for (const [words, count] of [
      ['GONE 404', 1],
      ['econnrefused', 1],
      ['readme.md', 3],
      ['gone moved', 0],
    ] as const) {
      await search.fill(words);
      expect([words, await shown(page, 'links')]).toEqual([words, count]);
    }
  });

  it('is worked by the keyboard alone: search, filter, sort, open', async () => {
    const { page } = await open(healthyAndNot());
    const focused = () => page.evaluate('document.activeElement.textContent.trim()');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('The numbers');
    await page.keyboard.press('Tab');
    await page.keyboard.type('example');
    expect(await shown(page, 'links')).toBe(3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await said(page, 'links')).toBe('2 of 7 links shown');
    await page.keyboard.press('Space');

    await page.locator('#links').getByRole('button', { name: 'Address' }).focus();
    const first = () => page.locator('#links tbody tr:visible code').first().textContent();
    await page.keyboard.press('Enter');
    expect(await first()).toBe('https://gone.example/');
    await page.keyboard.press('Enter');
    expect(await first()).toBe('https://slow.example/');
    expect(await page.locator('#links th[aria-sort=descending]').textContent()).toBe('Address');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('https://slow.example/');
    await page.keyboard.press('Enter');
    expect(await page.getByText('ECONNREFUSED: connect failed').isVisible()).toBe(true);
  });

  it('opens and closes all that is shown', async () => {
    const { page } = await open(healthyAndNot());
    const button = page.locator('#links').getByRole('button', { name: 'Open all' });
    await button.click();
    expect(await page.locator('#links details[open]').count()).toBe(3);
    await button.click();
    expect(await page.locator('#links details[open]').count()).toBe(0);
  });

  it('is all there without scripts', async () => {
    const { page } = await open(healthyAndNot(), { javaScriptEnabled: false });
    expect(await page.locator('#links tbody tr').count()).toBe(7);
    expect(await page.locator('.controls:visible').count()).toBe(0);
  });

  it('does nothing that a list or a server wants it to', async () => {
    const reports = Object.values(hostileTexts).map(hostileReport);
    const report = createReport({
      files: reports.flatMap(({ files }) => files),
      verdicts: reports.flatMap(({ verdicts }) => verdicts),
      faults: reports.flatMap(({ faults }) => faults),
    });
    const { page, trouble } = await open(report, { viewport: { width: 360, height: 740 } });
    await page.locator('details').evaluateAll('all => all.forEach((one) => { one.open = true; })');
    expect(await page.locator('#links tbody tr').count()).toBe(reports.length);
    expect(await page.evaluate('document.scripts.length')).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
  });
});
