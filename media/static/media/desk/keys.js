/* The decision screen by keyboard: one key for each decision, each reason and the next photo. Keys go by their place,
   so they work in the Russian layout; while one types in a field they are letters, and Escape leaves the field. */
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (isTyping) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !/^[A-Z0-9]\w*$/i.test(event.code)) {
    return;
  }
  const pressed = document.querySelector(`[data-desk-key="${event.code}"]`);
  if (pressed) {
    event.preventDefault();
    pressed.click();
  }
});

document.addEventListener("click", (event) => {
  const template = event.target.closest("[data-desk-reason]");
  if (template) {
    template.closest("form").elements.reason.value = template.dataset.deskReason;
  }
});
