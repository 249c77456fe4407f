/* Names the numbers typed into a text and turns one into a figure with one click. */
(() => {
  const { React, DraftJS, draftail } = window;
  let known = null;

  /** The pattern of bare numbers and the words, which stand in the page as plain data; null in a window without it. */
  function settings() {
    const element = document.getElementById("bare-numbers");
    if (!known && element) {
      known = JSON.parse(element.textContent);
      known.expression = new RegExp(known.pattern, "gu");
    }
    return known;
  }

  /** Whether a chip, a link or another entity already covers the place. */
  function isCovered(block, start, end) {
    for (let place = start; place < end; place += 1) {
      if (block.getEntityAt(place)) return true;
    }
    return false;
  }

  /** Return the bare numbers of the text with their places. */
  function bareNumbers(editorState, expression) {
    return editorState.getCurrentContent().getBlocksAsArray().flatMap((block) =>
      Array.from(block.getText().matchAll(expression))
        .filter((match) => match[1] !== undefined)
        .map((match) => ({ key: block.getKey(), text: match[1], start: match.index, end: match.index + match[0].length, block }))
        .filter(({ start, end }) => !isCovered(block, start, end)),
    );
  }

  /** Return the first of the words that stands at the very end or beginning of the text, with the spaces to the number. */
  function repeated(text, words, toPattern) {
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "[ \\u00a0]"));
    const match = escaped.length ? text.match(new RegExp(toPattern(`(?:${escaped.join("|")})`), "iu")) : null;
    return match ? match[0].length : 0;
  }

  /** Return the place of the number with the words around it that the chosen figure says itself. */
  function withRepeatedWords({ block, start, end }, chosen) {
    const text = block.getText();
    const before = repeated(text.slice(0, start), chosen.before || [], (word) => `(?<!\\p{L})${word}[ \\u00a0]*$`);
    const after = repeated(text.slice(end), chosen.after || [], (word) => `^[ \\u00a0]*${word}(?!\\p{L})`);
    const place = { start: start - before, end: end + after };
    return isCovered(block, place.start, place.end) ? { start, end } : place;
  }

  function BareNumbers({ getEditorState, onChange }) {
    const [asked, ask] = React.useState(null);
    const { chooserUrl, expression, heading, action, becomes, replace, numberOnly, cancel } = settings() || {};
    const editorState = getEditorState();

    const select = (key, { start, end }) =>
      DraftJS.SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end, hasFocus: true });
    const put = (key, place, chosen) => {
      ask(null);
      onChange(window.figureChips.withFigure(getEditorState(), select(key, place), chosen));
    };
    const choose = (number) => {
      const workflow = window.figureChips.chooseFigure(chooserUrl, (chosen) => {
        workflow.close();
        const wide = withRepeatedWords(number, chosen);
        if (wide.start === number.start && wide.end === number.end) put(number.key, number, chosen);
        else {
          // The question stands below a focused editor, and the words it is about are marked in the text.
          ask({ number, chosen, wide });
          onChange(DraftJS.EditorState.forceSelection(getEditorState(), select(number.key, wide)));
        }
      });
    };
    const button = (label, onClick, key) =>
      React.createElement("button", { type: "button", key, className: "bare-number", onClick }, label);

    const block = asked && editorState.getCurrentContent().getBlockForKey(asked.number.key);
    if (block && block.getText() === asked.number.block.getText()) {
      const { number, chosen, wide } = asked;
      return React.createElement(
        "span",
        { className: "bare-numbers", role: "status" },
        React.createElement("del", null, block.getText().slice(wide.start, wide.end)),
        ` ${becomes} `,
        React.createElement("ins", null, chosen.shown),
        button(replace, () => put(number.key, wide, chosen), "replace"),
        button(numberOnly, () => put(number.key, number, chosen), "number"),
        button(cancel, () => ask(null), "cancel"),
      );
    }
    const found = expression ? bareNumbers(editorState, expression) : [];
    if (!found.length) return null;
    const buttons = found.map((number) =>
      button(`${number.text} → ${action}`, () => choose(number), `${number.key}-${number.start}`),
    );
    return React.createElement("span", { className: "bare-numbers" }, heading, ...buttons);
  }

  draftail.registerPlugin({ type: "figure-numbers", meta: BareNumbers }, "controls");
})();
