// Lays the two pictures of a place over one another in a dialog, with a slider between them. Each keeps its credit.

function layer(moment, picture) {
  const figure = document.createElement("figure");
  const image = new Image();
  image.src = picture.currentSrc || picture.src;
  image.alt = picture.alt;
  const legend = document.createElement("figcaption");
  const time = moment.querySelector(".moment__period").textContent;
  legend.textContent = `${time}. ${moment.querySelector(".photo__credit").textContent}`;
  figure.append(image, legend);
  return { figure, image };
}

function open(button, moments, pictures) {
  const dialog = document.createElement("dialog");
  dialog.className = "overlay";
  dialog.setAttribute("aria-label", button.textContent);
  const [then, now] = moments.map((moment, place) => layer(moment, pictures[place]));
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, value: 50 });
  slider.setAttribute("aria-label", button.dataset.slider);
  const show = () => then.image.style.setProperty("clip-path", `inset(0 ${100 - slider.value}% 0 0)`);
  slider.addEventListener("input", show);
  const close = Object.assign(document.createElement("button"), { type: "button", className: "button" });
  close.textContent = button.dataset.close;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
  });
  const stage = document.createElement("div");
  stage.className = "overlay__stage";
  stage.append(then.figure, now.figure);
  dialog.append(stage, slider, close);
  document.body.append(dialog);
  show();
  dialog.showModal();
  slider.focus();
}

export function offerComparison() {
  for (const pair of document.querySelectorAll(".then-now__pair")) {
    const button = pair.parentElement.querySelector(".then-now__switch");
    const moments = [...pair.querySelectorAll(".moment")];
    const pictures = moments.map((moment) => moment.querySelector(".photo__image"));
    if (button && pictures.length === 2 && pictures.every(Boolean)) {
      button.addEventListener("click", () => open(button, moments, pictures));
    }
  }
}
