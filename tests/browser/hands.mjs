// What a person does with a page: press, write, choose. Nothing is waited for but what the page itself does.
import assert from 'node:assert/strict';
import { beginsWith, words } from './words.mjs';
import { PASSWORD } from './prepare.mjs';

/** Presses a button or a link, and waits for the page it leads to. */
export async function press(page, target) {
  const arrived = page.waitForEvent('load');
  await target.click();
  await arrived;
}

/** The button with this name. */
export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The link with this name. */
export const link = (page, name) => page.getByRole('link', { name, exact: true });

/** Presses the button with this name. */
export const pressButton = (page, name) => press(page, button(page, name));

/** Follows the link with this name. */
export const follow = (page, name) => press(page, link(page, name).first());

/** The control of a form field. */
export const field = (page, name) => page.locator(`main [name="${name}"]`);

/** The radio of an answer on a questionnaire's page. */
export const answer = (page, indicator, value) => page.locator(`input[name="answers[item-${indicator}]"][value="${value}"]`);

/** Chooses an answer where a person would press: on its label. */
export const choose = (page, indicator, value) => answer(page, indicator, value).locator('xpath=..').click();

/** Opens a page that is there. */
export async function open(page, path) {
  const response = await page.goto(path);
  assert.equal(response.status(), 200, path);
}

/** Signs in. */
export async function signIn(page, email) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(email);
  await page.getByLabel(words.sign_in.password).fill(PASSWORD);
  await pressButton(page, words.sign_in.submit);
}

/** Types a code on the start page and begins. */
export async function typeCode(page, code) {
  await open(page, '/');
  await page.getByLabel(words.answer.start.code).fill(code);
  await pressButton(page, words.answer.start.begin);
}

/** What stands on the page, as one string. */
export const text = async (page) => plain(await page.locator('main').innerText());

/** A text with plain spaces: where a line may not break is not what a test asks. */
export const plain = (words) => words.replaceAll('\u00a0', ' ').trim();

/** The path of the page. */
export const path = (page) => new URL(page.url()).pathname;

/** A table by the beginning of its caption: its rows as objects by the columns' names. */
export async function table(page, caption) {
  const found = page.locator('table').filter({ has: page.locator('caption', { hasText: beginsWith(caption) }) });
  assert.equal(await found.count(), 1, `one table »${caption}«`);
  const cells = async (row) => (await row.locator('th, td').allTextContents()).map((cell) => plain(cell));
  const columns = await cells(found.locator('thead tr'));
  const rows = [];
  for (const row of await found.locator('tbody tr').all()) {
    const values = await cells(row);
    rows.push(Object.fromEntries(columns.map((column, at) => [column, values[at]])));
  }
  return rows;
}
