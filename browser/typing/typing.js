// Booklets typed with the eyes on the paper: a key answers and goes on, space and Enter go on without an answer, Backspace in
// an empty field goes back. Among choices a digit takes the one in its place. Nothing is sent but by the form itself.

const form = document.querySelector("form[data-keys]");
const keys = new Map(JSON.parse(form.dataset.keys));
// Where a step has two digits, nobody knows after one whether another comes.
const single = [...keys.keys()].every((key) => key.length === 1);
const fields = [...form.querySelectorAll("input.key")];
const after = form.querySelector("textarea") ?? form.querySelector("button.button");

const go = (field, by) => {
  const next = fields[fields.indexOf(field) + by] ?? (by > 0 ? after : field);
  next.focus();
  next.select?.();
};

const say = (field) => {
  field.nextElementSibling.value = keys.get(field.value) ?? "";
};

for (const field of fields) {
  field.addEventListener("input", () => {
    const typed = field.value.trim().replace(/[–—−]/g, "-");
    field.value = single ? typed.slice(-1) : typed;
    say(field);
    if (single && keys.has(field.value)) go(field, 1);
  });
  field.addEventListener("keydown", (event) => {
    const { key } = event;
    const back = key === "ArrowUp" || (key === "Backspace" && field.value === "");
    if (key !== " " && key !== "Enter" && key !== "ArrowDown" && !back) return;
    event.preventDefault();
    go(field, back ? -1 : 1);
  });
}

form.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (target.type !== "radio" || !/^[1-9]$/.test(key)) return;
  const chosen = form.querySelectorAll(`[name="${CSS.escape(target.name)}"]`)[key - 1];
  if (!chosen) return;
  event.preventDefault();
  chosen.checked = true;
  chosen.focus();
});
