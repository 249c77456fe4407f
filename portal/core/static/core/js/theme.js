// Changes the theme without leaving the place of reading; the server remembers it for the next page.

function show(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** The button now shown takes the focus of the one that has just hidden itself. */
function keepFocus(form) {
  if (form.contains(document.activeElement) && document.activeElement.offsetParent) return;
  [...form.querySelectorAll("button")].find((button) => button.offsetParent)?.focus();
}

async function change(event) {
  const form = event.currentTarget;
  const button = event.submitter;
  if (!button) return;
  event.preventDefault();
  const answer = new FormData(form);
  answer.set("theme", button.value);
  show(button.value);
  keepFocus(form);
  try {
    await fetch(form.action, { method: "POST", body: new URLSearchParams(answer), redirect: "manual" });
  } catch {
    // Without the network the theme still holds until the next page.
  }
}

export function switchThemeInPlace() {
  for (const form of document.querySelectorAll("[data-theme-switch]")) form.addEventListener("submit", change);
}
