// The demonstration's closed screening behind a running program, and its facilitator.
import { after, before } from 'node:test';
import { pejling, person, startBrowser, startProgram } from './support.mjs';
import { open, pressButton } from './hands.mjs';
import { words } from './words.mjs';

/** Starts it before the tests of a file and ends it after them; what it holds is there once they run. */
export function closedScreening() {
  const here = {};
  before(async () => {
    here.browser = await startBrowser();
    here.program = await startProgram((database) => {
      pejling(database, ['demo']);
      return pejling(database, ['screening', 'list']);
    });
    [here.id] = here.program.prepared.split('\n').find((line) => line.split('\t').includes('closed')).split('\t');
  });
  after(async () => {
    await here.browser?.close();
    await here.program?.stop();
  });
  /** The facilitator at a page of the screening. */
  here.facilitator = async (at, options = {}) => {
    const who = await person(here.browser, { address: here.program.address, ...options });
    await open(who.page, '/log-ind');
    await who.page.getByLabel(words.sign_in.email).fill('maja.friis@soendervang.example');
    await who.page.getByLabel(words.sign_in.password).fill('frisk kaffe til alle');
    await pressButton(who.page, words.sign_in.submit);
    await open(who.page, `/screeninger/${here.id}/${at}`);
    return who;
  };
  return here;
}
