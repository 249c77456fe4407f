/* Names the numbers typed into a text and turns one into a figure with one click. */
(() => {
  const { React, DraftJS, draftail, figureChips } = window;
  const settings = JSON.parse(document.getElementById("bare-numbers").textContent);
  const PATTERN = new RegExp(settings.pattern, "gu");

  /** Whether a chip, a link or another entity already covers the place. */
  function isCovered(block, start, end) {
    for (let place = start; place < end; place += 1) {
      if (block.getEntityAt(place)) return true;
    }
    return false;
  }

  /** Return the bare numbers of the text with their places. */
  function bareNumbers(editorState) {
    return editorState.getCurrentContent().getBlocksAsArray().flatMap((block) =>
      Array.from(block.getText().matchAll(PATTERN))
        .filter((match) => match[1] !== undefined)
        .map((match) => ({ key: block.getKey(), text: match[1], start: match.index, end: match.index + match[0].length, block }))
        .filter(({ start, end }) => !isCovered(block, start, end)),
    );
  }

  function BareNumbers({ getEditorState, onChange }) {
    const found = bareNumbers(getEditorState());
    if (!found.length) return null;
    const choose = ({ key, text, start, end }) => {
      const workflow = figureChips.chooseFigure(settings.chooserUrl, "", (chosen) => {
        const selection = DraftJS.SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end });
        workflow.close();
        onChange(figureChips.withFigure(getEditorState(), selection, chosen));
      });
      return text;
    };
    const button = (number) =>
      React.createElement(
        "button",
        { type: "button", key: `${number.key}-${number.start}`, className: "bare-number", onClick: () => choose(number) },
        `${number.text} → ${settings.action}`,
      );
    return React.createElement("span", { className: "bare-numbers" }, settings.heading, ...found.map(button));
  }

  draftail.registerPlugin({ type: "figure-numbers", meta: BareNumbers }, "controls");
})();
