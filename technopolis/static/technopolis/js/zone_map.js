// Marks a site in the list while its number on the map is pointed at or focused, and the other way round.
const MARK = "is-marked";

function mark(slug, marked) {
  for (const element of document.querySelectorAll(`[data-site="${CSS.escape(slug)}"]`)) {
    element.classList.toggle(MARK, marked);
  }
}

for (const element of document.querySelectorAll("[data-site]")) {
  const slug = element.dataset.site;
  for (const kind of ["pointerenter", "focusin"]) {
    element.addEventListener(kind, () => mark(slug, true));
  }
  for (const kind of ["pointerleave", "focusout"]) {
    element.addEventListener(kind, () => mark(slug, false));
  }
}
