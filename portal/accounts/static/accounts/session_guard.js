// Warns before the session ends, counts typing as work, and renews form tokens after a new sign-in.
(() => {
  const { dataset } = document.querySelector("script[data-session-guard]");
  const POLL_MILLISECONDS = 30000;
  let person;
  let typedSincePoll = false;
  let toldLastMinutes = false;
  let dialog;

  let token = "";

  const renewTokens = (fresh) => {
    token = fresh;
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = fresh;
  };

  const closeDialog = () => {
    dialog?.remove();
    dialog = undefined;
  };

  const openDialog = (text, control) => {
    if (dialog?.dataset.text === text) return;
    closeDialog();
    dialog = document.createElement("dialog");
    dialog.className = "session-guard";
    dialog.dataset.text = text;
    const words = document.createElement("p");
    words.textContent = text;
    dialog.append(words, control);
    document.body.append(dialog);
    dialog.showModal();
  };

  const button = (text, act) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "button";
    element.textContent = text;
    element.addEventListener("click", act);
    return element;
  };

  const loginLink = () => {
    const link = document.createElement("a");
    link.href = dataset.loginUrl;
    link.target = "_blank";
    link.rel = "noopener";
    link.className = "button";
    link.textContent = dataset.textLogin;
    return link;
  };

  const ask = async (url, method) => {
    const headers = { "X-Requested-With": "XMLHttpRequest", "X-CSRFToken": token };
    const answer = await fetch(url, { method, headers, credentials: "same-origin" });
    return answer.ok ? answer.json() : { person: null, seconds_left: 0 };
  };

  const show = (state) => {
    if (!state.person) {
      if (person) openDialog(dataset.textEnded, loginLink());
      return;
    }
    person ??= state.person;
    if (state.person !== person) {
      openDialog(dataset.textStranger, button(dataset.textClose, closeDialog));
      return;
    }
    renewTokens(state.token);
    if (state.seconds_left > Number(dataset.warnBefore)) {
      closeDialog();
    } else if (state.can_prolong) {
      openDialog(dataset.textEnding, button(dataset.textStay, prolong));
    } else if (!toldLastMinutes) {
      toldLastMinutes = true;
      openDialog(dataset.textLastMinutes, button(dataset.textClose, closeDialog));
    }
  };

  const prolong = async () => {
    closeDialog();
    show(await ask(dataset.prolongUrl, "POST"));
  };

  const poll = async () => {
    try {
      const typed = typedSincePoll && token;
      typedSincePoll = false;
      show(typed ? await ask(dataset.prolongUrl, "POST") : await ask(dataset.stateUrl, "GET"));
    } catch {
      // Offline: the next poll will tell.
    }
  };

  for (const kind of ["input", "keydown"]) {
    document.addEventListener(kind, () => { typedSincePoll = true; }, { passive: true, capture: true });
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
  setInterval(poll, POLL_MILLISECONDS);
  poll();
})();
