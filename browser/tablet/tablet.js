// A shared tablet: asks whoever has not touched it for a while, and leaves nothing of them.

const still = document.querySelector(".still");
const start = document.querySelector("[data-tablet-start]");

/** Nothing that pages stored stays. The program's own header says the same; not every browser heeds it. */
async function forget() {
  try {
    localStorage.clear();
    sessionStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const { name } of (await indexedDB.databases?.()) ?? []) indexedDB.deleteDatabase(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

/** Away from here, with no way back: the address itself makes the program end the cookies. */
function leave() {
  document.body.hidden = true;
  location.replace("/tablet/forladt");
}

if (start) forget();

if (still) {
  const idles = 1000 * still.dataset.idle;
  const asks = 1000 * still.dataset.asks;
  const left = still.querySelector(".still-left");
  const here = still.querySelector("button");
  let touched = Date.now();
  let before = null;
  const ask = () => {
    before = document.activeElement;
    still.hidden = false;
    here.focus();
  };
  const goOn = () => {
    still.hidden = true;
    touched = Date.now();
    before?.focus?.();
  };
  const look = () => {
    // Also after a night in which no timer ran; a clock that is set back begins the wait anew.
    const since = Date.now() - touched;
    if (since < 0) touched = Date.now();
    else if (since >= idles + asks) leave();
    else if (since >= idles) {
      left.textContent = Math.ceil((idles + asks - since) / 1000);
      if (still.hidden) ask();
    }
  };
  for (const touch of ["pointerdown", "keydown", "input", "scroll", "wheel"]) {
    addEventListener(touch, () => { if (still.hidden) touched = Date.now(); }, { capture: true, passive: true });
  }
  here.addEventListener("click", goOn);
  still.addEventListener("keydown", (event) => {
    if (event.key === "Escape") goOn();
    if (event.key === "Tab") event.preventDefault();
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, 1000);
}

// The button that leaves does so without a place in the history.
addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/api/answer/leave") return;
  event.preventDefault();
  leave();
});

// A page that comes back as it was left is asked for again.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
