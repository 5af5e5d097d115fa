// Wakes the islands of a page. `cargo xtask` puts this at the end of the bindings that wasm-bindgen writes, and the
// name of the built wasm in the place of BUNDLE_WASM.
const wake = async () => {
  const islands = document.querySelectorAll("leptos-island");
  if (islands.length === 0) return;
  // Leptos looks for data streamed with the page. Pages here are rendered in one go and carry none.
  globalThis.__RESOLVED_RESOURCES = [];
  globalThis.__SERIALIZED_ERRORS = [];
  globalThis.__INCOMPLETE_CHUNKS = [];
  const bundle = await import(import.meta.url);
  await bundle.default({ module_or_path: new URL("BUNDLE_WASM", import.meta.url) });
  bundle.hydrate();
  // An island is exported as its name and a number made from its source text as the compiler prints it. The server may
  // be built by another compiler than the bundle, so the name alone counts.
  const nameOf = (component) => component.replace(/_\d+$/, "");
  const wakers = new Map(Object.entries(bundle).map(([component, waker]) => [nameOf(component), waker]));
  for (const island of islands) {
    const waker = wakers.get(nameOf(island.dataset.component));
    if (waker) waker(island);
    else console.error(`no island ${island.dataset.component} in this bundle`);
  }
};
wake();

// Two quick presses are one: the second would find the code in use, by the first.
addEventListener("submit", (event) => {
  const { dataset } = event.target;
  if (dataset.once === undefined || event.defaultPrevented) return;
  if (dataset.once) event.preventDefault();
  dataset.once = "sent";
  setTimeout(() => { dataset.once = ""; }, 2000);
});
