// Marks the section being read in the navigation and shows how much of the page is read.

const READING_LINE = 0.35; // the part of the window's height at which a section counts as the one being read

/** The navigation entry of a sheet: its own, or that of the nearest sheet above that has one. */
function entryFor(sheet, sheets, links) {
  for (let index = sheets.indexOf(sheet); index >= 0; index -= 1) {
    const link = links.get(sheets[index].id);
    if (link) return link;
  }
  return undefined;
}

function mark(current, all, attribute, value) {
  for (const element of all) {
    if (element === current) element.setAttribute(attribute, value);
    else element.removeAttribute(attribute);
  }
}

function observeSheets() {
  const sheets = [...document.querySelectorAll("[data-sheet]")];
  const navigation = document.querySelector("[data-navigation]");
  if (!sheets.length || !navigation) return;
  const links = new Map([...navigation.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const observer = new IntersectionObserver(
    (entries) => {
      const entered = entries.filter((entry) => entry.isIntersecting).at(-1);
      if (!entered) return;
      mark(entered.target, sheets, "data-current", "");
      mark(entryFor(entered.target, sheets, links), links.values(), "aria-current", "true");
    },
    { rootMargin: `-${READING_LINE * 100}% 0px -${(1 - READING_LINE) * 100 - 1}% 0px` },
  );
  for (const sheet of sheets) observer.observe(sheet);
}

function showProgress() {
  const header = document.querySelector("[data-header]");
  if (!header || !document.querySelector("[data-sheet]")) return;
  const line = document.createElement("span");
  line.className = "site-header__progress";
  line.setAttribute("aria-hidden", "true");
  header.append(line);
  let waiting = false;
  const draw = () => {
    waiting = false;
    const path = document.documentElement.scrollHeight - window.innerHeight;
    line.style.setProperty("--read", path > 0 ? Math.min(window.scrollY / path, 1) : 0);
  };
  const ask = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  ask();
}

export function markReading() {
  observeSheets();
  showProgress();
}
