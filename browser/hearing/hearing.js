// The room's page and its screen, kept alive. Every page works without this: a form posts, a link reads anew.
//
// What several people change at once stands in elements with `data-live` and an id; they are read anew from the page
// itself. A form with `data-send` is sent without leaving the page; with `data-send="queue"` its line waits on this
// device until the server has it, whatever happens to the network, and carries an id by which it is there once.

const EVERY = 4000;
const AGAIN = 3000;
const PATIENCE = 15000;

const words = document.getElementById("ord")?.dataset ?? {};
const fill = (text = "", values) =>
  Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text);

/** What the server said last of an element: what a person opened or typed in it is no news. */
const told = new Map();

const busy = (element) => element.dirty || element.contains(document.activeElement) || element.querySelector("details[open]") !== null;

function replace(old, fresh) {
  old.replaceWith(fresh);
  steps(fresh);
}

/** Puts what is new in the place of what was, and leaves alone what somebody works in, unless it is `sent`. */
function renew(old, fresh, sent) {
  const html = fresh.outerHTML;
  const before = told.get(old.id) ?? old.outerHTML;
  told.set(old.id, html);
  if (before === html && !sent) return;
  if (busy(old) && !sent?.contains(old) && !old.contains(sent)) {
    told.delete(old.id);
    return;
  }
  replace(old, fresh);
}

/** A list line by line, so that one being corrected stays. */
function renewLines(old, fresh, sent) {
  const there = new Map([...old.children].map((line) => [line.id, line]));
  let place = null;
  for (const line of [...fresh.children]) {
    const known = there.get(line.id);
    there.delete(line.id);
    if (known) renew(known, line, known.contains(sent) ? sent : undefined);
    else if (place) place.after(line);
    else old.prepend(line);
    place = document.getElementById(line.id);
  }
  for (const gone of there.values()) if (!busy(gone) && !gone.classList.contains("waiting")) gone.remove();
}

function read(html, sent) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (!old) continue;
    if (fresh.dataset.live === "lines") renewLines(old, fresh, sent);
    else renew(old, fresh, old === sent || old.contains(sent) ? sent : undefined);
  }
  return page;
}

/** Asks with an end: a network that hangs is one that is gone. */
const ask = (address, options = {}) =>
  fetch(address, { ...options, headers: { accept: "text/html", ...options.headers }, signal: AbortSignal.timeout(PATIENCE) });

/** Posts so far: what was asked for before one came back is old. */
let posts = 0;

async function poll() {
  if (document.visibilityState === "visible") {
    const before = posts;
    const answer = await ask(location.pathname).catch(() => null);
    const html = answer?.ok && !answer.redirected ? await answer.text().catch(() => null) : null;
    if (html && before === posts) read(html);
  }
  setTimeout(poll, EVERY);
}

/** Posts a form's fields: the page that came back, or why there is none. */
async function post(action, fields) {
  posts += 1;
  const answer = await ask(action, { method: "POST", body: new URLSearchParams(fields) }).catch(() => null);
  if (!answer || answer.status >= 500) return { lost: true };
  if (new URL(answer.url).pathname === "/log-ind") return { signedOut: true };
  const html = await answer.text();
  posts += 1;
  const page = new DOMParser().parseFromString(html, "text/html");
  const problems = [...page.querySelectorAll("#problems li")].map((one) => one.textContent);
  return { html, problems: answer.ok ? problems : [page.querySelector("h1")?.textContent ?? ""] };
}

// --- lines that wait -----------------------------------------------------------------------------------------------

// Of this account alone: whoever signs in here next neither reads nor sends them.
const account = words.account ?? "";
const place = `pejling-lines:${account}:${location.pathname}`;
const kept = () => JSON.parse(localStorage.getItem(place) ?? "[]");
const keep = (lines) => (lines.length ? localStorage.setItem(place, JSON.stringify(lines)) : localStorage.removeItem(place));
const state = (text) => {
  const line = document.getElementById("usendt");
  if (line) [line.textContent, line.hidden] = [text, text === ""];
};

function show(waiting) {
  const list = document.getElementById(waiting.list);
  if (!list || document.getElementById(`venter-${waiting.key}`)) return;
  const line = document.createElement("li");
  line.id = `venter-${waiting.key}`;
  line.className = "waiting";
  const told = document.createElement("small");
  told.textContent = words.waiting;
  line.append(waiting.text, told);
  list.append(line);
}

/** A line that the server will not have says why, and goes back into its field. */
function refuse(waiting, reason) {
  const line = document.getElementById(`venter-${waiting.key}`);
  const told = line?.querySelector("small");
  if (!told) return;
  told.textContent = fill(words.refused, { reason });
  const back = document.createElement("button");
  back.type = "button";
  back.className = "link";
  back.textContent = words.takeBack;
  back.addEventListener("click", () => {
    const field = document.querySelector(`form[data-lines="${waiting.list}"] textarea`);
    field.value = [waiting.text, field.value].filter(Boolean).join("\n");
    field.focus();
    keep(kept().filter((one) => one.key !== waiting.key));
    line.remove();
  });
  line.append(back);
}

let sending = false;
async function flush() {
  if (sending) return;
  sending = true;
  let told = "";
  for (const waiting of kept().filter((one) => !one.refused)) {
    const { lost, signedOut, problems, html } = await post(waiting.action, waiting.fields);
    if (lost || signedOut) {
      const count = kept().filter((one) => !one.refused).length;
      told = signedOut ? words.signedOut : fill(words.notSent, { count });
      setTimeout(flush, AGAIN);
      break;
    }
    if (problems.length) {
      keep(kept().map((one) => (one.key === waiting.key ? { ...one, refused: problems.join(" ") } : one)));
      refuse(waiting, problems.join(" "));
      continue;
    }
    // Sent: it leaves this device, and stands in the list as the server has it.
    keep(kept().filter((one) => one.key !== waiting.key));
    document.getElementById(`venter-${waiting.key}`)?.remove();
    read(html);
  }
  state(told);
  sending = false;
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

function queue(form) {
  const field = form.querySelector("textarea");
  if (!field.value.trim()) return;
  const key = hex(crypto.getRandomValues(new Uint8Array(16)));
  form.elements.key.value = key;
  const waiting = { key, list: form.dataset.lines, text: field.value, action: form.action, fields: [...new FormData(form)] };
  keep([...kept(), waiting]);
  field.value = "";
  localStorage.removeItem(draft(field));
  show(waiting);
  field.focus();
  flush();
}

/** What is being typed is kept too, until it is a line. */
const draft = (field) => `pejling-draft:${account}:${location.pathname}:${field.id}`;

// --- forms ---------------------------------------------------------------------------------------------------------

async function send(form) {
  form.dirty = false;
  const { lost, signedOut, problems, html } = await post(form.action, [...new FormData(form)]);
  if (lost || signedOut) form.dirty = form.dataset.less !== undefined;
  if (lost || signedOut) return state(signedOut ? words.signedOut : words.notSaved);
  state("");
  form.querySelectorAll("details[open]").forEach((open) => open.removeAttribute("open"));
  if (!problems.length) document.activeElement?.blur?.();
  // Pressed on meanwhile: what is there now is newer than what came back.
  const home = form.dirty ? undefined : (form.closest("li[id], [data-live]") ?? form);
  read(html, home);
  if (problems.length) state(problems.join(" "));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.send === undefined) return;
  event.preventDefault();
  if (form.dataset.send === "queue") queue(form);
  else send(form);
});

// Enter ends a line, as in a chat; with Shift it breaks it.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-send]");
  if (form && event.target.matches("textarea") && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.form?.dataset.less !== undefined) field.form.dirty = true;
  if (!field.matches('form[data-send="queue"] textarea')) return;
  if (field.value) localStorage.setItem(draft(field), field.value);
  else localStorage.removeItem(draft(field));
});

// --- counting ------------------------------------------------------------------------------------------------------

let counting;
/** A button on either side of each number: heads are counted by pressing. */
function steps(root) {
  const form = root.closest?.("form[data-less]") ?? root.querySelector?.("form[data-less]");
  for (const input of form?.querySelectorAll('fieldset input[inputmode="numeric"]') ?? []) {
    if (input.parentElement.classList.contains("with-steps")) continue;
    const label = form.querySelector(`label[for="${input.id}"]`).textContent;
    const box = document.createElement("div");
    box.className = "with-steps";
    input.before(box);
    const step = (by, sign, word) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "step-button";
      button.textContent = sign;
      button.setAttribute("aria-label", `${label}: ${word}`);
      button.addEventListener("click", () => {
        input.value = Math.max(0, (Number.parseInt(input.value, 10) || 0) + by);
        form.dirty = true;
        clearTimeout(counting);
        counting = setTimeout(() => form.requestSubmit(), 700);
      });
      return button;
    };
    box.append(step(-1, "−", form.dataset.less), input, step(1, "+", form.dataset.more));
  }
}

// --- the screen ----------------------------------------------------------------------------------------------------

const WAYS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" };
document.addEventListener("keydown", (event) => {
  if (document.body.classList.contains("on-stage") && !event.ctrlKey && !event.altKey && !event.metaKey)
    document.querySelector(`a[rel="${WAYS[event.key]}"]`)?.click();
});

/** The clock of a theme goes on where it was, however often one turns back. */
function clock() {
  const [face, button] = [document.querySelector(".clock"), document.getElementById("ur")];
  if (!face || !button) return;
  const key = `pejling-clock:${location.pathname}`;
  const saved = JSON.parse(sessionStorage.getItem(key) ?? '{"spent":0,"since":null}');
  const draw = () => {
    const spent = saved.spent + (saved.since ? Date.now() - saved.since : 0);
    const left = Math.round(face.dataset.minutes * 60 - spent / 1000);
    const time = `${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
    if (spent > 0) face.textContent = fill(left >= 0 ? face.dataset.left : face.dataset.over, { time });
    button.textContent = saved.since ? button.dataset.stop : button.dataset.start;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (saved.since) [saved.spent, saved.since] = [saved.spent + Date.now() - saved.since, null];
    else saved.since = Date.now();
    sessionStorage.setItem(key, JSON.stringify(saved));
    draw();
  });
  draw();
  setInterval(draw, 500);
}

// --- waking --------------------------------------------------------------------------------------------------------

for (const element of document.querySelectorAll(".with-script")) element.hidden = false;
for (const element of document.querySelectorAll(".without-script")) element.hidden = true;
steps(document);
clock();
for (const field of document.querySelectorAll('form[data-send="queue"] textarea')) field.value ||= localStorage.getItem(draft(field)) ?? "";
for (const waiting of kept()) {
  show(waiting);
  if (waiting.refused) refuse(waiting, waiting.refused);
}
addEventListener("online", flush);
flush();
if (document.querySelector("[data-live]")) setTimeout(poll, EVERY);
