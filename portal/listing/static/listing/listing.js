// Updates a list in place: what is ticked counts at once, the address and Back follow. Without it the form is sent.
const WAIT = 300;

function regionsOf(root) {
  return { results: root.querySelector("[data-listing-results]"), facets: root.querySelector(".listing-filters__facets") };
}

class LiveListing {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("[data-listing-form]");
    this.timer = 0;
    this.asked = null;
    this.form.addEventListener("change", () => this.soon(0));
    this.form.addEventListener("input", (event) => event.target.type === "search" && this.soon(WAIT));
    this.form.addEventListener("submit", (event) => this.submit(event));
    root.addEventListener("click", (event) => this.follow(event));
    window.addEventListener("popstate", () => this.show(location.href, false));
  }

  address() {
    const chosen = [...new FormData(this.form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(chosen).toString();
    return this.form.action.split("?")[0] + (query ? `?${query}` : "");
  }

  soon(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(this.address(), true), delay);
  }

  submit(event) {
    event.preventDefault();
    clearTimeout(this.timer);
    this.show(this.address(), true).then(() => {
      const sheet = this.root.querySelector(".listing-filters");
      if (sheet?.matches(":popover-open")) sheet.hidePopover();
    });
  }

  follow(event) {
    const link = event.target.closest(
      "a.chip, .listing-choices a, .pages a, .listing-filters__reset, .listing-empty a, a[data-listing-link]",
    );
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.show(new URL(link.getAttribute("href"), location.href).href, true);
  }

  async show(address, remember) {
    this.asked?.abort();
    this.asked = new AbortController();
    const { results } = regionsOf(this.root);
    results.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { signal: this.asked.signal });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      this.take(page);
      if (remember && address !== location.href) history.pushState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  }

  take(page) {
    const fresh = regionsOf(page);
    const shown = regionsOf(this.root);
    const focused = document.activeElement;
    const ticked = focused?.type === "checkbox" && this.form.contains(focused) ? [focused.name, focused.value] : null;
    const pressed = focused?.closest?.("[data-listing-link]")?.dataset.listingLink;
    const scrolled = [...shown.facets.querySelectorAll(".facet__options")].map((list) => list.scrollTop);
    shown.results.replaceWith(fresh.results);
    shown.facets.replaceWith(fresh.facets);
    fresh.facets.querySelectorAll(".facet__options").forEach((list, place) => (list.scrollTop = scrolled[place] ?? 0));
    for (const part of [".listing-filters__foot", "[data-listing-chosen]"]) {
      this.root.querySelector(part).replaceWith(page.querySelector(part));
    }
    this.takeText(page);
    if (pressed) fresh.results.querySelector(`[data-listing-link="${CSS.escape(pressed)}"]`)?.focus();
    if (ticked) this.form.querySelector(`[name="${ticked[0]}"][value="${CSS.escape(ticked[1])}"]`)?.focus();
  }

  takeText(page) {
    const input = this.form.querySelector("[name=q]");
    if (input && document.activeElement !== input) input.value = page.querySelector("[name=q]").value;
    for (const hidden of this.form.querySelectorAll("input[type=hidden]")) hidden.remove();
    this.form.append(...page.querySelectorAll("[data-listing-form] input[type=hidden]"));
  }
}

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = input.list;
    this.timer = 0;
    input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.suggest(), WAIT);
    });
  }

  async suggest() {
    const response = await fetch(`${this.input.dataset.suggest}?${new URLSearchParams({ q: this.input.value })}`);
    if (!response.ok) return;
    const { names } = await response.json();
    this.list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  }
}

for (const root of document.querySelectorAll("[data-listing]")) new LiveListing(root);
for (const input of document.querySelectorAll("[data-suggest]")) new Suggestions(input);
