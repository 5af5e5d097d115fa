// Signing out while lines of minutes wait on this device: the person is told. What this browser kept goes with the session.

const form = document.querySelector('form[action="/api/sign-out"]');
const waits = () => Object.keys(localStorage).some((key) => /^pejling-(lines|draft):/.test(key));

form?.addEventListener("submit", (event) => {
  if (waits() && !confirm(form.dataset.waiting)) event.preventDefault();
  else form.elements.clear.value = "on";
});
