// Every state of every page of those who answer, one after another, as people come to them.
import assert from 'node:assert/strict';
import { pejling, person } from './support.mjs';
import { choose, field, open, path, pressButton, typeCode } from './hands.mjs';
import { FACILITATOR, PASSWORD, accounts, screening } from './prepare.mjs';
import { postTo, visitor } from './wire.mjs';
import { words } from './words.mjs';

const { topic, look, pause, resume } = words.answer;

/** What has to stand in the database before [`everyState`]. */
export function prepared(database) {
  accounts(database);
  return screening(database, { invite: 'leaders=1,staff=6,users=9' });
}

/** The address of an open link for users. */
async function openLink({ address, prepared: { id } }) {
  const desk = visitor(address);
  await postTo(desk, '/api/sign-in', { email: FACILITATOR, password: PASSWORD }, /^\/screeninger$/);
  await postTo(desk, '/api/switch-open-link', { screening: id, group: 'users', on: 'on' }, /koder$/);
  return /\/til\/[0-9a-z-]+/.exec((await desk.get(`/screeninger/${id}/koder`)).text)[0];
}

/** Waits until the page says this of what was chosen. */
const says = (page, state) => page.getByRole('status').filter({ hasText: new RegExp(`^${state}$`) }).waitFor();

/** Goes everywhere; `see(page, name)` is called in each state. */
export async function everyState(browser, program, see, options = {}) {
  const start = () => person(browser, { address: program.address, width: 320, ...options });
  const { users, staff, leaders } = program.prepared.codes;
  const all = [];
  const someone = async () => {
    const who = await start();
    all.push(who);
    return who;
  };
  await outside(await someone(), see, await openLink(program));
  const who = await someone();
  await typeCode(who.page, users[0]);
  await see(who.page, 'before');
  await aside(who.page, see);
  await onTopics(who, see);
  await atTheEnd(who.page, see);

  // The long form has room to write; a leader is told that answers can be recognised.
  const { page: long } = await someone();
  await typeCode(long, staff[0]);
  await open(long, '/svar/emne/2');
  await long.locator('details.note > summary').click();
  await see(long, 'topic-long');
  const { page: leader } = await someone();
  await typeCode(leader, leaders[0]);
  await see(leader, 'before-leader');

  const { page: other } = await someone();
  await typeCode(other, users[0]);
  assert.equal(path(other), '/svar/i-brug');
  await see(other, 'in-use');

  const { page: late } = await someone();
  await typeCode(late, users[1]);
  pejling(program.database, ['screening', 'close', program.prepared.id]);
  await open(late, '/svar/emne/1');
  await see(late, 'topic-closing');
  await open(who.page, '/svar/se-igennem');
  await pressButton(who.page, look.send);
  await see(who.page, 'receipt');
  pejling(program.database, ['screening', 'close', program.prepared.id, '--now']);
  await late.goto('/svar/emne/1');
  await see(late, 'gone');
  return all;
}

/** Before anybody is let in. */
async function outside({ page }, see, link) {
  await open(page, '/');
  await see(page, 'start');
  await page.getByText(words.common.reading, { exact: true }).click();
  await see(page, 'start-reading');
  await typeCode(page, 'hej');
  await see(page, 'start-wrong');
  await open(page, '/fortsaet');
  await see(page, 'resume');
  await pressButton(page, resume.submit);
  await see(page, 'resume-wrong');
  for (const [address, name] of [['/svar', 'none-here'], ['/findes-slet-ikke', 'not-found'], ['/fejl', 'fault'], ['/log-ind', 'sign-in']]) {
    await page.goto(address);
    await see(page, name);
  }
  await open(page, link);
  await see(page, 'link');
  await pressButton(page, words.answer.start.begin);
  await open(page, link);
  await see(page, 'link-begun');
}

/** Pages beside the questionnaire. */
async function aside(page, see) {
  for (const [address, name] of [['/rettigheder', 'rights'], ['/saadan-virker-det', 'how'], ['/tilgaengelighed', 'accessibility'], ['/hjaelper', 'helper']]) {
    await open(page, address);
    await see(page, name);
  }
}

async function onTopics({ page, context }, see) {
  await open(page, '/svar/emne/1');
  await see(page, 'topic');
  await choose(page, '2.2', '4');
  await says(page, topic.saved);
  await see(page, 'topic-saved');
  await context.setOffline(true);
  await choose(page, '2.4', 'DK');
  await page.getByText(topic.failed, { exact: true }).waitFor();
  await see(page, 'topic-not-saved');
  await context.setOffline(false);
  await says(page, topic.saved);
  // What no honest page posts.
  await page.locator('input[name="answers[item-2.4]"][value="5"]').evaluate((radio) => { radio.value = '9'; radio.checked = true; });
  await pressButton(page, topic.next);
  await see(page, 'topic-wrong');
  const oneAtATime = async (name) => {
    await page.getByText(words.common.reading, { exact: true }).click();
    await pressButton(page, name);
  };
  await oneAtATime(words.common.one_at_a_time);
  await open(page, '/svar/emne/2/1');
  await see(page, 'statement');
  await oneAtATime(words.common.page_at_a_time);
}

async function atTheEnd(page, see) {
  await open(page, '/svar/sidste');
  await see(page, 'last');
  await field(page, 'open_answer').pressSequentially('Det var godt, da Karen Holm var her.');
  await page.locator('.asks .box').waitFor();
  await says(page, topic.held);
  await see(page, 'last-asked');
  await field(page, 'open_answer').fill('æ'.repeat(2001));
  await pressButton(page, topic.next);
  await see(page, 'last-wrong');
  await field(page, 'open_answer').fill('Kaffen er god.');
  await pressButton(page, topic.next);
  await see(page, 'look-through');
  await open(page, '/svar/pause');
  await see(page, 'pause');
  await pressButton(page, pause.make);
  await see(page, 'pause-words');
}
