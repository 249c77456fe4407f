// Shows how far an import has come and opens its screen anew when the work is over. Without it a link does the same.
(() => {
  const box = document.querySelector("[data-import-state]");
  const done = document.querySelector("[data-import-done]");
  if (!box || !done) return;
  const ask = async () => {
    const response = await fetch(box.dataset.importState, { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    const state = await response.json();
    done.textContent = state.done;
    if (state.is_working) window.setTimeout(ask, 2000);
    else window.location.assign(state.url);
  };
  window.setTimeout(ask, 1000);
})();
