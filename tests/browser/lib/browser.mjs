// The browser the tests drive: its one place to be started, and what waiting in it means.

import { chromium } from 'playwright-core';

/** Starts the browser, with flags beside those that every test needs. */
export async function launch(...flags) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', ...flags],
  });
  await patient(browser);
  return browser;
}

/** How long a condition may ask for what is not there, in ms. */
const PATIENCE = 15_000;
const patched = new WeakSet();

/**
 * A condition that reads an element which is not there is not met yet; it is no failure. Between two pages of the program, and on a
 * slow machine for longer, a page has less than a test reads – Playwright would end the wait at the first look.
 */
async function patient(browser) {
  const page = await browser.newPage();
  const frames = Object.getPrototypeOf(page.mainFrame());
  await page.close();
  if (patched.has(frames)) return;
  patched.add(frames);
  const look = frames.waitForFunction;
  frames.waitForFunction = async function waitForFunction(...condition) {
    for (const end = Date.now() + PATIENCE; ;) {
      try {
        return await look.apply(this, condition);
      } catch (error) {
        if (!/Cannot read properties of (null|undefined)/.test(error.message) || Date.now() > end) throw error;
        await new Promise((later) => setTimeout(later, 50));
      }
    }
  };
}
