// A browser without a window: cookies, forms and redirects over plain HTTP. For the many who answer alike, and for
// forms that no honest page would send.
import assert from 'node:assert/strict';

/** Someone at this address with cookies of their own. */
export function visitor(address) {
  const cookies = new Map();
  const headers = () => ({
    accept: 'text/html',
    origin: address,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  const keep = (response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const told = async (response) => ({
    status: response.status,
    location: response.headers.get('location'),
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
    get text() { return this.body.toString('utf8'); },
  });
  return {
    cookies,
    /** A page. */
    get: async (path) => told(keep(await fetch(address + path, { headers: headers(), redirect: 'manual' }))),
    /** A form as a browser without scripts sends it. */
    post: async (path, fields = {}) => told(keep(await fetch(address + path, {
      method: 'POST',
      headers: headers(),
      body: new URLSearchParams(fields),
      redirect: 'manual',
    }))),
  };
}

/** A form that held leads here. */
export async function postTo(who, path, fields, location) {
  const answer = await who.post(path, fields);
  assert.equal(answer.status, 303, `${path}: ${answer.status}`);
  assert.match(answer.location, location, path);
  return answer;
}

/** The indicators that a questionnaire's page asks about, from its own form. */
const asked = (html) => [...new Set([...html.matchAll(/name="answers\[item-([^\]"]+)\]"/g)].map((found) => found[1]))];

/**
 * A whole questionnaire over the wire: `answers` by indicator (a step, `DK`, `NA`; none: skipped), and what was written.
 */
export async function answerOverTheWire(address, code, answers, { comments = {}, open = '', consent = '', help = 'alone' } = {}) {
  const who = visitor(address);
  await postTo(who, '/api/answer/begin', { code }, /^\/svar$/);
  for (let number = 1; ; number += 1) {
    const page = await who.get(`/svar/emne/${number}`);
    if (page.status === 303) break;
    assert.equal(page.status, 200, `page ${number}`);
    const indicators = asked(page.text);
    const point = indicators[0].split('.')[0];
    const given = indicators.filter((indicator) => answers[indicator] !== undefined);
    await postTo(who, '/api/answer/page', {
      page: String(number),
      ...Object.fromEntries(given.map((indicator) => [`answers[item-${indicator}]`, String(answers[indicator])])),
      comment: comments[point] ?? '',
      go: 'next',
    }, new RegExp(`^/svar/emne/${number + 1}$`));
  }
  await postTo(who, '/api/answer/last', { open_answer: open, consent, help }, /^\/svar\/se-igennem$/);
  await postTo(who, '/api/answer/send', {}, /^\/svar\/kvittering$/);
  const receipt = await who.get('/svar/kvittering');
  assert.equal(receipt.status, 200);
  return who;
}
