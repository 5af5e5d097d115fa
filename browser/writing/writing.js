// A part of an instrument's draft, read back while somebody writes it: how easily a statement reads, what to look at again,
// and how those who are asked meet it. The server says it, as it does to whoever presses the button, which stays for those
// without this script; nothing is stored. What is typed and not saved is asked about before the page is left.

const WAIT = 350;

const form = document.getElementById("del");
let unsaved = form.dataset.unsaved !== undefined;
let asked = new AbortController();
let timer;

/** Puts what the page says now in the place of what it said, but for what somebody has the hand on. */
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (old && old.innerHTML !== fresh.innerHTML && !old.contains(document.activeElement)) old.replaceChildren(...fresh.childNodes);
  }
}

async function read() {
  asked.abort();
  asked = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  body.set("show", "yes");
  const options = { method: "POST", body, headers: { accept: "text/html" }, signal: asked.signal };
  const answer = await fetch(form.action, options).catch(() => null);
  // Signed out, or no network: what stands there stays until it can be asked again.
  if (!answer?.ok || new URL(answer.url).pathname !== location.pathname) return;
  const html = await answer.text().catch(() => null);
  if (html) show(html);
}

form.addEventListener("input", () => {
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(read, WAIT);
});
form.addEventListener("submit", () => {
  unsaved = false;
  clearTimeout(timer);
  asked.abort();
});
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

form.querySelector('button[name="show"]')?.remove();
