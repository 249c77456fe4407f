/* The queue's boxes: one chooses all on the page, the bar tells how many are chosen. Works on rows that come later. */
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-desk-choice]");
  if (!form) {
    return;
  }
  const boxes = [...form.querySelectorAll("input[name=photo]")];
  if (event.target.matches("[data-desk-choose-all]")) {
    boxes.forEach((box) => {
      box.checked = event.target.checked;
    });
  }
  const chosen = boxes.filter((box) => box.checked).length;
  form.querySelector("[data-desk-count]").textContent = chosen ? `${chosen} ✓` : "";
});
