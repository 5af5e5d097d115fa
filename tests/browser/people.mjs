// Who answers what in the story, and what comes of it, worked out by hand.
//
// Seven people use the place (short form), six work there, one leads it; the smallest group shown is five. From five
// to nine answers there is a mean with its n and nothing else; a mean less than half a step from the scale's end is
// told as a bound.

/** The answers of the seven who use the place: indicator, then each person's, `-` where it was skipped. */
const USERS = `
  1.3  4 4 4 4 4 5 3
  1.4  2 3 3 3 4 3 2
  2.2  2 3 3 4 2 3 2
  2.4  4 4 DK 5 3 NA 4
  3.1  4 - - 3 - 2 5
  3.3  3 - - 4 - 2 5
  4.1  5 5 5 5 5 5 5
  4.3  5 5 5 5 5 5 4
  5.1  1 2 2 1 2 3 2
  5.2  2 2 3 1 2 2 2
  6.1  3 4 3 4 3 4 3
  6.4  4 4 4 3 3 3 4
  7.1  2 2 3 2 3 2 1
  7.3  3 2 2 2 3 3 2
  8.1  4 3 4 4 5 4 3
  8.3  3 3 3 4 4 3 3`;

/** Of the six who work there; everything that is not here they answer with 4. */
const STAFF = `
  1.1  4 - - 4 5 3
  2.1  4 4 5 3 4 4
  2.2  5 4 4 4 5 4
  2.3  4 3 4 4 4 4
  2.4  4 4 4 5 4 3`;

/** Of the one who leads it; everything else 4. */
const LEADER = `
  2.1  4
  2.2  5
  2.3  5
  2.4  4`;

/** What a chair is asked beyond its table: every indicator of the instrument. */
const EVERY = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((point) => [1, 2, 3, 4].map((one) => `${point}.${one}`));

/** One object of answers a person. */
function read(table, others = []) {
  const people = [];
  for (const line of table.trim().split('\n')) {
    const [indicator, ...answers] = line.trim().split(/\s+/);
    answers.forEach((answer, at) => {
      people[at] ??= Object.fromEntries(others.map((other) => [other, '4']));
      if (answer === '-') delete people[at][indicator];
      else people[at][indicator] = answer;
    });
  }
  return people;
}

export const users = read(USERS);
export const staff = read(STAFF, EVERY);
export const [leader] = read(LEADER, EVERY);

/** What some of them write to the open question, and what may be done with it. */
export const written = {
  approved: { open: 'Kaffen er god, og der er altid en, der spørger, hvordan det går.', consent: 'verbatim' },
  rewritten: { open: 'Bente fra nattevagten hjalp mig den 4. maj.', consent: 'paraphrase' },
  notToBeUsed: { open: 'Det her er kun til jer.', consent: 'not-to-be-used' },
  leftOut: { open: 'Naboen spiller for højt.', consent: 'verbatim' },
};

/** The new words of the comment that is rewritten. */
export const newWords = 'Om natten er der hjælp at få.';

/**
 * Focus points as the picture's table tells them: row, then users, leaders, staff.
 *
 * 2, users: 2.2 and 2.4 are 2 4 · 3 4 · 3 DK · 4 5 · 2 3 · 3 NA · 2 4, and half of two is enough: 3, 3.5, 3, 4.5, 2.5, 3, 3
 *    are 22.5 of 7, 3.21. Staff: 4.25, 3.75, 4.25, 4, 4.25, 3.75 are 24.25 of 6, 4.04. Leader: (4 + 5 + 5 + 4) / 4.
 * 3, users: four of seven answered, under five. 4, users: six times 5 and 4.5 are 34.5 of 7, 4.93, over 4.5.
 * 5, users: 1.5, 2, 2.5, 1, 2, 2.5, 2 are 13.5 of 7, 1.93.
 */
export const focusPoints = {
  2: { users: '3,2 (n = 7)', leaders: '4,5 (n = 1)', staff: '4,0 (n = 6)' },
  3: { users: 'for få svar til at vise tal', leaders: '4,0 (n = 1)', staff: '4,0 (n = 6)' },
  4: { users: 'over 4,5 (n = 7)', leaders: '4,0 (n = 1)', staff: '4,0 (n = 6)' },
  5: { users: '1,9 (n = 7)', leaders: '4,0 (n = 1)', staff: '4,0 (n = 6)' },
};

/**
 * Indicators as the tables of their focus point tell them.
 *
 * 2.2, users: 2 + 3 + 3 + 4 + 2 + 3 + 2 = 19 of 7, 2.71; staff 5 + 4 + 4 + 4 + 5 + 4 = 26 of 6, 4.33.
 * 2.4, users: 4 + 4 + 5 + 3 + 4 = 20 of 5, the others did not know or found it not relevant.
 * 1.1: users are not asked, four of staff answered, and then the leader's answer is not shown alone.
 */
export const indicators = {
  2.2: { users: '2,7 (n = 7)', leaders: '5,0 (n = 1)', staff: '4,3 (n = 6)' },
  2.4: { users: '4,0 (n = 5)', leaders: '4,0 (n = 1)', staff: '4,0 (n = 6)' },
  1.1: { users: 'ikke spurgt', leaders: 'vises ikke alene', staff: 'for få svar til at vise tal' },
};

/** The difference between staff and users on 2.2: 4.33 - 2.71 = 1.62; no interval under ten answers. */
export const gap = { code: '2.2', between: 'Medarbejdere og brugere', difference: '1,6' };
