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

  function BareNumbers({ getEditorState, onChange }) {
    const { chooserUrl, expression, heading, action } = settings() || {};
    const found = expression ? bareNumbers(getEditorState(), expression) : [];
    if (!found.length) return null;
    const choose = ({ key, start, end }) => {
      const workflow = window.figureChips.chooseFigure(chooserUrl, (chosen) => {
        const selection = DraftJS.SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end });
        workflow.close();
        onChange(window.figureChips.withFigure(getEditorState(), selection, chosen));
      });
    };
    const button = (number) =>
      React.createElement(
        "button",
        { type: "button", key: `${number.key}-${number.start}`, className: "bare-number", onClick: () => choose(number) },
        `${number.text} → ${action}`,
      );
    return React.createElement("span", { className: "bare-numbers" }, heading, ...found.map(button));
  }

  draftail.registerPlugin({ type: "figure-numbers", meta: BareNumbers }, "controls");
})();
