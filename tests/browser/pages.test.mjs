// Every page of the demonstration, on a phone and on a desk, by day and by night, with larger text and clearer colours.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, assertFits, assertNoFaults, look, pejling, person, shoot, startBrowser, startProgram } from './support.mjs';
import { choose, open, pressButton, typeCode } from './hands.mjs';
import { words } from './words.mjs';

/** What depends on size and colour; the rest is asked once a page. */
const LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'];

let browser;
let program;
let login;
before(async () => {
  program = await startProgram((database) => pejling(database, ['demo']));
  const printed = program.prepared;
  login = {
    password: /password: (.+)$/m.exec(printed)[1].trim(),
    facilitator: /facilitator\s+(\S+@\S+)/.exec(printed)[1],
    leaders: [...printed.matchAll(/leader\s+(\S+@\S+)/g)].map(([, email]) => email),
    code: (group) => new RegExp(`^\\s+${group}\\s+([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]{5})`, 'm').exec(printed)[1],
  };
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** What a reader may choose: a dark screen, or larger text and clearer colours, which are ink on white at any hour. */
const STATES = [
  { name: 'dark', dark: true, width: 1280 },
  { name: 'larger', classes: ['large-text', 'clear-colours'], width: 1280 },
  { name: 'larger', classes: ['large-text', 'clear-colours'], width: 320 },
];

/** One page in every state. */
async function inEveryState(who, name) {
  const { page } = who;
  await look(who, name);
  const size = page.viewportSize();
  for (const { name: state, dark = false, classes = [], width } of STATES) {
    // As the choice's own cookies do on every page.
    await page.evaluate((chosen) => { document.documentElement.className = chosen.join(' '); }, classes);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setViewportSize({ ...size, width });
    await assertFits(page, `${name}, ${state} at ${width} px`);
    await assertAccessible(page, `${name}, ${state} at ${width} px`, LOOKS);
    await shoot(page, `${name}-${state}`);
  }
  await page.evaluate(() => { document.documentElement.className = ''; });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
}

/** Every page that the pages lead to from here, in order. */
async function everyPage(who, first, prefix) {
  const { page } = who;
  const seen = new Set();
  const kinds = new Set();
  const waiting = [first];
  while (waiting.length > 0) {
    const path = waiting.shift();
    // Theme after theme the screen in the room is the same page.
    if (seen.has(path) || /skaerm\/[2-9]$/.test(path)) continue;
    seen.add(path);
    await open(page, path);
    await page.evaluate(() => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
    // The same page of another screening stands elsewhere on its way and is looked at too, but in one state.
    const kind = path.replaceAll(/[0-9a-f]{32}/g, 'id');
    const name = `${prefix}${kind.replaceAll('/', '_')}`;
    if (kinds.has(kind)) await look(who, `${name}-${seen.size}`);
    else await inEveryState(who, name);
    kinds.add(kind);
    const links = await page.locator('a[href^="/screeninger"], a[href^="/rapporter"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    for (const link of links.map((href) => href.split('#')[0])) {
      // A file is no page, and of the many indicators, focus points, letters and parts of a goal one of each is enough.
      const many = /\/(dokumenter|billede)\/(?!2(\.2)?$)|\/breve\/(?!planlaegningsgruppe$)|\/udvikling\/ny\/(?!1$)|\/maal\/[^/]+\/[134]$/.test(link);
      if (!/\.[a-z]+$/.test(link) && !many && !seen.has(link)) waiting.push(link);
    }
  }
  return seen;
}

async function signIn(page, email) {
  await open(page, '/log-ind');
  await page.getByLabel(words.sign_in.email).fill(email);
  await page.getByLabel(words.sign_in.password).fill(login.password);
  await pressButton(page, words.sign_in.submit);
}

test('the pages of someone who answers', async () => {
  const who = await person(browser, program);
  const { page } = who;
  for (const path of ['/', '/fortsaet', '/log-ind', '/rettigheder', '/saadan-virker-det', '/tilgaengelighed']) {
    await open(page, path);
    await inEveryState(who, `answer${path.replaceAll('/', '_')}`);
  }
  await typeCode(page, login.code('users'));
  await inEveryState(who, 'answer_before');
  await open(page, '/svar/emne/1');
  await choose(page, '2.2', '4');
  await inEveryState(who, 'answer_topic');
  for (const path of ['/svar/emne/8', '/svar/sidste', '/svar/se-igennem', '/svar/pause']) {
    await open(page, path);
    await inEveryState(who, `answer${path.replaceAll('/', '_')}`);
  }
  await pressButton(page, words.answer.pause.make);
  await inEveryState(who, 'answer_words');
  await open(page, '/svar/se-igennem');
  await pressButton(page, words.answer.look.send);
  await inEveryState(who, 'answer_receipt');
  assertNoFaults(who);
});

test('the pages of a facilitator', async () => {
  const who = await person(browser, program);
  await signIn(who.page, login.facilitator);
  const seen = [...(await everyPage(who, '/screeninger', 'desk'))];
  for (const wanted of ['ny', 'forbered', 'indsaml', 'dokumenter', 'dokumenter/2.2', 'billede', 'billede/2', 'kommentarer',
    'forbered/klar', 'tidsplan', 'breve', 'breve/planlaegningsgruppe', 'hoering/1', 'hoering/2', 'hoering/1/rum', 'hoering/1/skaerm/0',
    'hoering/1/materiale', 'hoering/2/materiale', 'hoering/1/referat', 'rapport', 'rapport/visning', 'udvikling', 'udvikling/ny/1', 'udvikling/i-sagde']) {
    assert.ok(seen.some((path) => path.endsWith(`/${wanted}`)), `${wanted} is reached`);
  }
  assertNoFaults(who);
});

test('the pages of a leader', async () => {
  for (const email of login.leaders) {
    const who = await person(browser, program);
    await signIn(who.page, email);
    await everyPage(who, '/rapporter', `leader-${email.split('@')[0]}`);
    assertNoFaults(who);
  }
});
