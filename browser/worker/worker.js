// Answering without network, on one's own device. Pages of one questionnaire lie in a cache of their own, and what is
// posted lies in a queue; both are sealed with a key that never leaves the browser, and all of it goes when it is sent.
// What is queued goes in order. It may go twice, where an answer was lost: the program takes each save once.

const SEND = "/api/answer/send";
const SAVES = /^\/api\/answer\/(page|last|send)$/;
const BEGINS = /^\/api\/(answer\/(begin|resume|leave)|sign-)/;
/** What is known of the questionnaire, beside the queue, whose numbers sort before any name. */
const ABOUT = "about";
const AES = "AES-GCM";
const { subtle } = crypto;

let opened;
const database = () => (opened ??= new Promise((done, fail) => {
  const asked = indexedDB.open("pejling", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("kept", { keyPath: "id", autoIncrement: true });
  asked.onsuccess = () => {
    done(asked.result);
    // Cleared under our hands: opened anew.
    asked.result.onclose = () => (opened = null);
  };
  asked.onerror = () => fail((opened = null));
}));

/** One transaction; what `act` asked for is there when all of it is on disk. */
async function within(act) {
  const work = (await database()).transaction("kept", "readwrite");
  const asked = act(work.objectStore("kept"));
  await new Promise((done, fail) => {
    work.oncomplete = done;
    work.onabort = () => fail(work.error);
  });
  return asked.result;
}

async function seal({ key }, text) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await subtle.encrypt({ name: AES, iv }, key, new TextEncoder().encode(text));
  return new Blob([iv, sealed]).arrayBuffer();
}

async function unseal({ key }, bytes) {
  const sealed = await subtle.decrypt({ name: AES, iv: bytes.slice(0, 12) }, key, bytes.slice(12));
  return new TextDecoder().decode(sealed);
}

/** The questionnaire on this device, if there is one; one past its day is deleted. */
async function load() {
  const about = await within((all) => all.get(ABOUT)).catch(() => null);
  if (!about || Date.now() < about.until) return about;
  // What waits may go, in case that the clock was wrong.
  await send(about).catch(() => 0);
  await clear();
}

/** Everything kept, in order; what waits has not been sent. */
const queue = () => within((all) => all.getAll(IDBKeyRange.upperBound("")));
const waiting = async () => (await queue()).filter((item) => !item.sent);

async function wipe() {
  for (const name of await caches.keys()) await caches.delete(name);
  await within((all) => all.clear());
}

const clear = () => wipe().then(() => registration.unregister());

async function tell(more) {
  const about = await load();
  const left = about ? await waiting() : [];
  const ends = left.some((item) => item.path === SEND);
  const pages = await clients.matchAll({ includeUncontrolled: true });
  pages.forEach((page) => page.postMessage({ stored: about?.ready, waiting: left.length, ends, ...more }));
}

/** The network's answer, or an error where it is away; a program that is not well is as far away. */
async function ask(...request) {
  // No longer than fifteen seconds.
  const late = new Promise((_, fail) => setTimeout(fail, 15e3));
  const answer = await Promise.race([fetch(...request), late]);
  if (answer.status >= 500 || answer.status === 429) throw answer;
  return answer;
}

let last = Promise.resolve();
/** Sends what waits; whether nothing waits any more. One at a time. */
const deliver = () => (last = last.then(deliverNow).catch(() => false));

const deliverNow = () => load().then(send);

async function send(about) {
  for (const item of about ? await waiting() : []) {
    const body = new URLSearchParams(await unseal(about, item.bytes));
    body.set("of", about.of);
    const answer = await ask(item.path, { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
    // Else it closed, was sent, or went on elsewhere: the program's own page says which.
    const gone = [404, 409, 410].includes(answer.status);
    if (gone || (item.path === SEND && answer.ok)) {
      await clear();
      await tell({ done: gone ? "/svar" : "/svar/kvittering" });
      return true;
    }
    // 422: something does not hold, and the rest is taken. Anything else is no answer of the program's.
    if (!answer.ok && answer.status !== 422) throw answer;
    await within((all) => all.put({ ...item, sent: true }));
  }
  return true;
}

/** Keeps what was posted. A change after *Send* takes that back: it is pressed again. */
async function keep(about, path, body, sent) {
  // Not where it was sent or forgotten meanwhile.
  if (!(await load())) return;
  const bytes = await seal(about, body);
  const before = sent ? [] : (await waiting()).filter((item) => item.path === SEND);
  await within((all) => {
    for (const { id } of before) all.delete(id);
    return all.add({ path, bytes, sent });
  });
  if (sent) return;
  await registration.sync?.register("deliver").catch(() => 0);
  await tell();
}

/** Where a form's button leads. */
function next({ pages }, path, body) {
  if (path === SEND) return pages.at(-1);
  const fields = new URLSearchParams(body);
  const [page, statement, go] = ["page", "statement", "go"].map((name) => fields.get(name));
  const here = page ? `/svar/emne/${page}${statement ? `/${statement}` : ""}` : pages.at(-3);
  const at = pages.indexOf(here);
  const to = { finish: pages.at(-2), pause: "/svar/pause", back: pages[at - 1], next: pages[at + 1] };
  return to[go] ?? here;
}

const html = (text) => new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });

/** A page of the worker's own, where there is none of the program's. */
function note({ language, style, notes }, which) {
  const [title, text] = notes[which];
  return html(`<!DOCTYPE html><html lang=${language}><meta name=viewport content="width=device-width"><title>${title}</title>
<link rel=stylesheet href=${style}><body class=answering><main class=narrow><h1>${title}</h1><p class=lead>${text}</p><p><a class=button href=/svar>${notes.back}</a></p></main>`);
}

async function posted(request, path) {
  const about = await load();
  if (!about) return fetch(request);
  const body = await request.clone().text();
  const leaves = request.mode === "navigate";
  if (await deliver()) {
    try {
      const answer = await ask(request);
      // What was taken is shown again where there is no network.
      if (path !== SEND && answer.status < 400) await keep(about, path, body, true).catch(() => 0);
      return answer;
    } catch {
      // Away: it is kept.
    }
  }
  try {
    await keep(about, path, body);
  } catch {
    return leaves ? note(about, "full") : Response.error();
  }
  return leaves ? Response.redirect(next(about, path, body), 303) : new Response();
}

/** Somebody begins: what waits goes first, since it is another's. */
async function begins(request) {
  const about = await load();
  if (about && !(await deliver())) return note(about, "wait");
  const answer = await fetch(request);
  if (about) await wipe();
  return answer;
}

async function shown(request, path) {
  const about = await load();
  if (!about) return fetch(request);
  if (await deliver()) {
    try {
      const answer = await ask(request);
      if (answer.status === 410 || (answer.ok && path === "/svar/kvittering")) await clear();
      return answer;
    } catch {
      // Away: as it was kept.
    }
  }
  const found = await (await caches.open(about.cache)).match(path);
  if (!found) return note(about, "away");
  const page = await unseal(about, await found.arrayBuffer());
  const held = [];
  for (const { bytes } of await queue()) held.push(await unseal(about, bytes));
  const json = JSON.stringify(held).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
  return html(page.replace("</head>", () => `<meta name="held" content="${json}"></head>`));
}

const asset = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

/** On *Begynd*: every page, and what pages need. */
async function store({ seconds, ...asked }) {
  const before = await load();
  const same = before?.of === asked.of;
  if (!same) await wipe();
  const key = same ? before.key : await subtle.generateKey({ name: AES, length: 256 }, false, ["encrypt", "decrypt"]);
  const about = { id: ABOUT, cache: crypto.randomUUID(), ...(same && before), ...asked, key, until: Date.now() + 1000 * seconds, ready: false };
  await within((all) => all.put(about));
  await tell();
  const cache = await caches.open(about.cache);
  const assets = new Set();
  for (const path of about.pages) {
    const answer = await ask(path, { redirect: "manual" });
    if (!answer.ok) throw answer;
    const page = await answer.text();
    for (const [asset] of page.matchAll(/\/assets\/[\w.-]+/g)) assets.add(asset);
    await cache.put(path, new Response(await seal(about, page)));
  }
  for (const asset of assets) {
    const answer = await ask(asset);
    await cache.put(asset, answer.clone());
    // A script and a style name files of their own; more are added while this goes on.
    const text = /(js|css)$/.test(asset) ? await answer.text() : "";
    for (const [name] of text.matchAll(/[\w-]+\.\w{16}\.w\w+/g)) assets.add(`/assets/${name}`);
  }
  // Not where it was sent or forgotten meanwhile.
  if (await load()) await within((all) => all.put({ ...about, ready: true }));
  else await wipe();
  await tell();
}

const forget = (why) => clear().then(() => tell(why));
const ACTS = {
  store: ({ asked }) => store(asked).catch(() => forget({ failed: true })),
  forget: () => forget({ forgotten: true }),
  deliver: () => deliver().then(() => tell()),
};

addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("sync", (event) => event.waitUntil(deliver().then((done) => done || Promise.reject())));
addEventListener("message", (event) => event.waitUntil(ACTS[event.data.act](event.data)));
addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  const page = request.method === "GET" && request.mode === "navigate";
  const answer = SAVES.test(path) ? posted : BEGINS.test(path) ? begins : page ? shown : path.startsWith("/assets/") && asset;
  if (answer) event.respondWith(answer(request, path));
});
