// What stands in the database before a test begins, put there by the command line as an administrator would.
import { pejling } from './support.mjs';

/** The place of the tests. Its name has letters that must survive addresses, files and prints. */
export const PLACE = 'Bostedet Åhusene';

/** One password for everyone: what is tested is not its strength. */
export const PASSWORD = 'kaffe på den blå terrasse';

/** Whoever signs in. */
export const FACILITATOR = 'facilitator@example.dk';
export const LEADER = 'leder@example.dk';
export const STRANGER = 'fremmed@example.dk';

function account(database, email, name, organisation, role) {
  pejling(database, ['user', 'add', email, '--name', name, '--organisation', organisation, '--role', role], `${PASSWORD}\n`);
}

/** The place with its facilitator and leader, and a facilitator of another place. */
export function accounts(database) {
  pejling(database, ['organisation', 'add', PLACE]);
  pejling(database, ['organisation', 'add', 'Et helt andet sted']);
  account(database, FACILITATOR, 'Fie Facilitator', PLACE, 'facilitator');
  account(database, LEADER, 'Leo Leder', PLACE, 'leader');
  account(database, STRANGER, 'Sia Fremmed', 'Et helt andet sted', 'facilitator');
}

/** A screening of the place from the command line: its id, and its codes by group. */
export function screening(database, { name = 'Efterår 2026', invite = 'leaders=1,staff=6,users=7', units = [], open = true, pilot = false } = {}) {
  const printed = pejling(database, [
    'screening', 'create', '--organisation', PLACE, '--name', name, '--instrument', 'recovery-orientering', '--invite', invite,
    ...units.flatMap((unit) => ['--unit', unit]), ...(open ? ['--open'] : []), ...(pilot ? ['--pilot'] : []),
  ]);
  const codes = {};
  for (const [group, , code] of printed.trim().split('\n').slice(1).map((line) => line.trim().split(','))) {
    (codes[group] ??= []).push(code);
  }
  const [id] = pejling(database, ['screening', 'list']).split('\n').find((line) => line.endsWith(name)).split('\t');
  return { id, codes };
}
