"use strict";

// Leaves in a list of ticks those whose words hold what is typed above it; ticked ones always stay.
(() => {
  const plain = (text) => text.toLocaleLowerCase("ru").replaceAll("ё", "е");

  document.addEventListener("input", (event) => {
    const box = event.target.closest("[data-filtered-choices]");
    if (!box || !event.target.matches(".choices-filter")) return;
    const wanted = plain(event.target.value.trim());
    for (const label of box.querySelectorAll(".choices-list label")) {
      const isKept = label.querySelector("input").checked || plain(label.textContent).includes(wanted);
      label.parentElement.hidden = !isKept;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-filtered-choices] .choices-filter")) event.preventDefault();
  });
})();
