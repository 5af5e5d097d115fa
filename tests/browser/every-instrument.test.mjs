// Each shipped instrument in each of its languages: the first pages of a questionnaire as the person it asks meets them.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertAccessible, assertFits, assertNoFaults, pejling, person, root, shoot, startBrowser, startProgram } from './support.mjs';
import { plain, typeCode } from './hands.mjs';

/** Instrument, language, who is asked, and the first two indicators that they meet, each on a page of its own. */
const ASKED = [
  ['recovery-orientering', 'da', 'users', ['2.2', '3.1']],
  ['recovery-orientering', 'nb', 'users', ['2.2', '3.1']],
  ['recovery-orientering', 'en', 'users', ['2.2', '3.1']],
  ['progression', 'da', 'participants', ['1.1', '2.1']],
  ['ledelse-og-kultur', 'da', 'staff', ['1.1', '2.1']],
  ['ressourceprofil', 'da', 'users', ['1.1', '2.1']],
  ['tiltaksevaluering', 'nb', 'participants', ['2.1', '3.1']],
];

/** The words of the interface in a language. */
const interfaceIn = (language) => JSON.parse(readFileSync(join(root, 'app', 'locales', `${language}.json`), 'utf8'));

/** The statement put to a group, as the instrument's file has it, in its default words. */
function statement(instrument, language, indicator, group) {
  const file = readFileSync(join(root, 'instruments', instrument, `${language}.toml`), 'utf8');
  const own = file.split(`[indicators."${indicator}"]`)[1].split('\n[')[0];
  return own.match(new RegExp(`items\\.${group} = "(.*)"`))[1];
}

let browser;
let program;
before(async () => {
  browser = await startBrowser();
  program = await startProgram((database) => ASKED.map(([instrument, language, group]) => {
    const printed = pejling(database, [
      'screening', 'create', '--organisation', 'Alle redskaberne', '--instrument', instrument, '--language', language,
      '--name', `${instrument} ${language}`, '--invite', `${group}=1`, '--open',
    ]);
    return printed.trim().split('\n')[1].split(',')[2];
  }));
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

for (const [place, [instrument, language, group, indicators]] of ASKED.entries()) {
  test(`${instrument} in ${language}`, async () => {
    const who = await person(browser, { address: program.address, width: 320 });
    const { page } = who;
    await typeCode(page, program.prepared[place].trim());
    const words = interfaceIn(language);
    await page.getByRole('link', { name: words.answer.before.begin, exact: true }).first().click();
    for (const [number, indicator] of indicators.entries()) {
      await page.waitForURL(new RegExp(`/svar/emne/${number + 1}$`));
      const asked = statement(instrument, language, indicator, group);
      assert.ok(plain(await page.locator('main').innerText()).includes(asked), asked);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.ok(plain(await page.locator('main').innerText()).includes(words.answer.topic.place.split('{')[0].trim()));
      await assertFits(page, `${instrument} ${language} ${number + 1}`);
      if (number === 0) await assertAccessible(page, `${instrument} ${language}`);
      await shoot(page, `redskab-${instrument}-${language}-${number + 1}`);
      await page.locator('input[type=radio][value="4"]').first().locator('xpath=..').click();
      await page.getByRole('button', { name: words.answer.topic.next, exact: true }).click();
    }
    await page.waitForURL(/\/svar\/emne\/3$/);
    assertNoFaults(who);
    await who.context.close();
  });
}
