// The page's side of answering without network: asks whose device it is, shows what is kept on it, says so, and sends
// while the page is open. The worker does the rest.

const line = document.querySelector(".net-state");
if (line) {
  const worker = navigator.serviceWorker;

  const same = (text) => text?.replaceAll("\r\n", "\n");

  /** What this browser set in each field, by page, from what it posted, in order. */
  function set(posts) {
    const pages = {};
    for (const fields of posts.map((post) => new URLSearchParams(post))) {
      const page = (pages[fields.get("page") ?? "last"] ??= {});
      for (const [name, value] of fields) {
        if (/^(page|statement|go|turn|shown\[.*)$/.test(name)) continue;
        const key = name.replace(/^notes\[item-(.*)\]$/, "note:$1").replace(/^answers\[(.*)\]$/, "$1");
        if (same(fields.get(`shown[${key}]`)) !== same(value)) page[name] = same(value);
      }
      const cleared = /^clear:(.*)/.exec(fields.get("go"));
      if (cleared) page[`answers[item-${cleared[1]}]`] = "";
    }
    return pages;
  }

  /** What was answered without network, put where the page would show it. */
  function show(data) {
    const number = document.querySelector("main form [name=page]")?.value;
    const own = data[number ?? (location.pathname === "/svar/sidste" ? "last" : "")] ?? {};
    for (const field of document.querySelectorAll("main input[type=radio], main textarea")) {
      const value = own[field.name];
      if (value === undefined) continue;
      if (field.type === "radio") field.checked = field.defaultChecked = field.value === value;
      else field.value = field.defaultValue = value;
      const folded = field.closest("details");
      if (folded && value) folded.open = true;
    }
    const lead = document.querySelector("[data-labels]");
    if (!lead) return;
    const labels = JSON.parse(lead.dataset.labels);
    for (const place of document.querySelectorAll("[data-held]")) {
      const [page, field] = place.dataset.held.split(" ");
      const value = data[page]?.[field];
      if (value === undefined) continue;
      const answers = place.classList.contains("answer");
      place.textContent = answers ? (labels[value] ?? lead.dataset.skipped) : value;
      if (answers) place.classList.toggle("skipped", !(value in labels));
      else place.hidden = !value;
    }
    const nothing = document.querySelector("[data-nothing]");
    if (nothing && data.last?.open_answer) nothing.hidden = true;
    const answers = [...document.querySelectorAll(".answer")];
    const given = answers.filter((answer) => !answer.classList.contains("skipped")).length;
    lead.textContent = lead.dataset.summary.replace("{answered}", given).replace("{asked}", answers.length);
  }

  /** One of the line's sentences, or none. */
  function say(which) {
    line.hidden = !which;
    line.classList.toggle("notice", which === "waiting" || which === "failed");
    const text = which ? line.dataset[which] : "";
    if (line.textContent !== text) line.textContent = text;
  }

  let waits = false;
  function heard({ data }) {
    if (data.done) {
      location.replace(data.done);
      return;
    }
    waits = data.waiting > 0;
    const deliver = document.querySelector("[data-deliver]");
    if (deliver && data.stored && !data.ends) {
      // Everything but *Send* has arrived: that is pressed where one has looked through it.
      location.replace("/svar/se-igennem");
      return;
    }
    say(data.failed ? "failed" : data.forgotten ? "forgotten" : waits ? "waiting" : data.stored === false ? "storing" : data.stored ? "stored" : "");
  }

  const deliver = () => worker.controller?.postMessage({ act: "deliver" });

  /** Keeps the pages on the device, as far as it can be done before the next page is asked for. */
  async function keep({ id, pages, seconds, notes }) {
    const registration = await worker.register("/worker.js", { scope: "/" });
    if (!registration) return;
    const answer = await fetch("/api/answer/keep-here", { method: "POST", headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { active } = await worker.ready;
    const told = new Promise((done) => { worker.addEventListener("message", done, { once: true }); });
    const { lang } = document.documentElement;
    const style = document.querySelector("link[rel=stylesheet]").getAttribute("href");
    const asked = { of: id, pages: pages.split(" "), seconds: Number(seconds), language: lang, style, notes: JSON.parse(notes) };
    active.postMessage({ act: "store", asked });
    await told;
  }

  /** At *Begynd*. */
  function begin(box) {
    const mine = box.querySelector("input");
    box.hidden = false;
    mine.addEventListener("change", async () => {
      if (mine.checked) (await worker.getRegistration())?.active?.postMessage({ act: "forget" });
    });
    document.querySelector("[data-begin]").addEventListener("click", async (event) => {
      if (mine.checked || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { href } = event.currentTarget;
      const late = new Promise((done) => { setTimeout(done, 5000); });
      await Promise.race([keep(box.dataset), late]).catch(() => {});
      location.href = href;
    });
  }

  const meta = document.querySelector("meta[name=held]");
  if (meta) {
    try {
      show(set(JSON.parse(meta.content)));
    } catch {
      // A page from before: what was kept goes all the same.
    }
    say("waiting");
  }
  if (worker && isSecureContext && globalThis.crypto?.subtle) {
    worker.addEventListener("message", heard);
    worker.startMessages();
    const box = document.querySelector(".on-device");
    if (box) begin(box);
    if (worker.controller) {
      // Else the browser would note what is in them, in files of its own and in the clear, to open them again.
      for (const form of document.querySelectorAll("main form")) form.autocomplete = "off";
    }
    deliver();
    addEventListener("online", deliver);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) deliver(); });
    setInterval(() => { if (waits) deliver(); }, 20_000);
    const button = document.querySelector("[data-deliver]");
    if (button) {
      const sync = "SyncManager" in globalThis;
      document.querySelector(sync ? "[data-sync]" : "[data-no-sync]").hidden = false;
      button.hidden = false;
      button.addEventListener("click", deliver);
    }
  }
}
