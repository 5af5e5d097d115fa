// A file beside a document: attaching is switched on, a file is laid beside, fetched as bytes, and removed; what is
// refused says its mend at its own form. With scripts and without.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { closedScreening } from './demonstration.mjs';
import { assertNoFaults, look } from './support.mjs';
import { button, follow, open, press, pressButton, text } from './hands.mjs';
import { words } from './words.mjs';

const { attachments, evidence } = words.desk;

const here = closedScreening();
const PDF = Buffer.from('%PDF-1.7\n1 0 obj (Husregler)\n%%EOF\n');

test('a file is attached, fetched and removed', async () => {
  for (const javaScript of [true, false]) {
    const who = await here.facilitator('dokumenter', { javaScript });
    const { page } = who;
    assert.ok((await text(page)).includes(attachments.why_off), 'off, and why');
    await look(who, 'bilag-fra');
    await pressButton(page, attachments.switch_on);
    assert.ok((await text(page)).includes(attachments.is_on));

    // The first indicator that something is written about.
    const looked = page.locator('.evidence-table tr').filter({ hasNotText: evidence.nothing }).filter({ has: page.locator('td') });
    await press(page, looked.first().getByRole('link').first());
    const entry = page.locator('.cards > li').first();
    const send = async (name, buffer, mimeType = 'application/pdf') => {
      const fold = entry.locator('details');
      if (!(await fold.evaluate((details) => details.open))) await fold.locator('summary').click();
      await entry.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
      await press(page, entry.getByRole('button', { name: attachments.add, exact: true }));
    };
    await send('side.pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'));
    assert.ok((await entry.innerText()).includes(attachments.kind), 'said where the file was chosen');
    await look(who, 'bilag-afvist');
    await send('Husregler 2026.docx', PDF);
    assert.ok((await text(page)).includes('Husregler 2026.pdf'), 'named by what it is');
    await look(who, 'bilag-lagt-ved');
    const href = await entry.getByRole('link', { name: 'Husregler 2026.pdf' }).getAttribute('href');
    const coming = page.waitForEvent('download');
    await entry.getByRole('link', { name: 'Husregler 2026.pdf' }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), 'Husregler 2026.pdf');
    assert.deepEqual(readFileSync(await download.path()), PDF);
    const answer = await page.context().request.get(href);
    assert.equal(answer.headers()['content-type'], 'application/octet-stream');
    assert.match(answer.headers()['content-security-policy'], /sandbox/);

    await press(page, button(page, `${attachments.remove}: Husregler 2026.pdf`));
    assert.ok(!(await text(page)).includes('Husregler 2026.pdf'));
    assert.equal((await page.context().request.get(href)).status(), 404);
    await follow(page, evidence.title);
    await pressButton(page, attachments.switch_off);
    assert.ok((await text(page)).includes(attachments.why_off));
    assertNoFaults(who);
  }
});
