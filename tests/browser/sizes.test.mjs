// The picture of a place with one leader, of a middling one and of a large one: on a phone, on a desk, by day and at night.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertAccessible, assertFits, assertNoFaults, look, pejling, person, root, shoot, startBrowser, startProgram } from './support.mjs';
import { open, signIn, text } from './hands.mjs';
import { FACILITATOR, accounts, screening } from './prepare.mjs';
import { fill, words } from './words.mjs';

const { picture } = words.desk;
const UNITS = ['Nord', 'Syd', 'Øst', 'Vest', 'Nat', 'Herberget', 'Café 9', 'Bostøtten Vesterbro og Kongens Enghave'];

/** Codes take time to make, so the large place invites few: it shows how many answered, and no share. */
const SIZES = {
  small: { answered: { leaders: 1, staff: 6, users: 7 }, invite: 'leaders=1,staff=8,users=9', units: [] },
  middle: { answered: { leaders: 3, staff: 14, users: 22 }, invite: 'leaders=1,staff=6,users=9', units: ['Gårdhuset', 'Havehuset', 'Nat'] },
  large: { answered: { leaders: 30, staff: 400, users: 2000 }, invite: 'leaders=1,staff=1,users=1', units: UNITS },
};

/** Whom each indicator is asked: users answer the short form. */
function indicators() {
  const file = readFileSync(join(root, 'instruments', 'recovery-orientering', 'instrument.toml'), 'utf8');
  const list = (block, name) => new RegExp(`^${name} = \\[(.*)\\]`, 'm').exec(block)?.[1].match(/[a-z]+/g);
  return file.split('[[focus_points.indicators]]').slice(1).map((block) => {
    const short = list(block, 'short') ?? [];
    const groups = list(block, 'groups') ?? ['leaders', 'staff', 'users'];
    return { id: /id = "(.*?)"/.exec(block)[1], groups: groups.filter((group) => group !== 'users' || short.includes('users')) };
  });
}

/** Answers that are the same in every run, as a file to take in: leaders see more than users, and some don't know. */
function answers({ answered, units }) {
  let seed = 7;
  const below = (sides) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * sides);
  };
  const asked = indicators();
  const rows = [['response_id', 'group', 'unit', ...asked.map(({ id }) => id)]];
  for (const [group, count] of Object.entries(answered)) {
    const lift = { leaders: 2, staff: 1, users: 0 }[group];
    for (let one = 0; one < count; one += 1) {
      const cell = ({ id, groups }) => {
        if (!groups.includes(group)) return '';
        if (below(12) === 0) return 'DK';
        return Math.min(5, 1 + lift + below(3) + (Number(id.replace('.', '')) % 3 === 0 ? 1 : 0));
      };
      rows.push([`${group}${one}`, group, units.length ? units[one % units.length] : '', ...asked.map(cell)]);
    }
  }
  return rows.map((row) => row.join(',')).join('\n');
}

let browser;
let program;
const address = {};
before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-answers-'));
  program = await startProgram((database) => {
    accounts(database);
    for (const [name, size] of Object.entries(SIZES)) {
      const { id } = screening(database, { name, invite: size.invite, units: size.units });
      const file = join(folder, `${name}.csv`);
      writeFileSync(file, answers(size));
      pejling(database, ['screening', 'import', id, '--responses', file]);
      pejling(database, ['screening', 'close', id, '--now']);
      address[name] = `/screeninger/${id}/billede`;
    }
  });
  rmSync(folder, { recursive: true });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** No words of a plot lie over others. */
async function assertNothingOverlaps(page, name) {
  const over = await page.evaluate(() => [...document.querySelectorAll('svg.plot')].flatMap((plot) => {
    const texts = [...plot.querySelectorAll('text')].map((one) => [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
    return texts.flatMap(([one, a], at) => texts.slice(at + 1)
      .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3)
      .map(([other]) => `${one} / ${other}`));
  }));
  assert.deepEqual(over, [], `${name}: words over words`);
}

for (const name of Object.keys(SIZES)) {
  test(`the picture of a ${name} place`, async () => {
    const who = await person(browser, program);
    const { page } = who;
    await signIn(page, FACILITATOR);
    for (const part of ['', '/3', '/3.1']) {
      const called = `${name}${part.replace('/', '-')}`;
      await open(page, `${address[name]}${part}`);
      await look(who, called);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await assertNothingOverlaps(page, `${called} at ${width} px`);
      }
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 900 });
    await open(page, address[name]);
    for (const fold of await page.locator('main details > summary').all()) await fold.click();
    await assertFits(page, `${name} at night`);
    await assertAccessible(page, `${name} at night`);
    await shoot(page, `${name}-nat`);
    // As many columns as can be read abreast, the head of the row among them.
    const columns = await page.locator('table').evaluateAll((tables) => tables.map((one) => one.rows[0].cells.length));
    assert.ok(Math.max(...columns) <= 7, `${name}: ${columns}`);
    assertNoFaults(who);
  });
}

test('one leader is spoken of as one, and large numbers have their points', async () => {
  const who = await person(browser, program);
  const { page } = who;
  await signIn(page, FACILITATOR);
  await open(page, `${address.small}/3`);
  assert.match(await text(page), /Lederen ligger|end lederen\./);
  await open(page, `${address.middle}/3`);
  assert.match(await text(page), /Lederne ligger|end lederne\./);
  await open(page, address.large);
  const large = await text(page);
  assert.match(large, /Brugere 2\.000\. /, 'more than invited: the count alone');
  assert.match(large, /n = 1\.\d{3};/);
  assert.ok(large.includes(picture.nothing_hidden), 'nothing is hidden of so many');
  await open(page, address.small);
  const small = await text(page);
  assert.ok(small.includes(picture.hidden_some) && small.includes(picture.only_mean_title));
  assert.ok(small.includes(fill(picture.unknown_hidden, { full: 'ti' })));
  assertNoFaults(who);
});
