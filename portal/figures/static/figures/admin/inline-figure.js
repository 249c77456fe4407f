/* The inline figure in the editor: chosen by search, shown as a chip, kept as a key. */
(() => {
  const { React, DraftJS, draftail } = window;

  /** Put the chosen figure in the place of `selection`. */
  function withFigure(editorState, selection, chosen) {
    const data = { id: chosen.id, shown: chosen.shown, subject: chosen.subject, warning: chosen.warning };
    const content = editorState.getCurrentContent().createEntity("FIGURE", "IMMUTABLE", data);
    const key = content.getLastCreatedEntityKey();
    const replaced = DraftJS.Modifier.replaceText(content, selection, chosen.shown, null, key);
    return DraftJS.EditorState.push(editorState, replaced, "insert-characters");
  }

  /** Open the chooser outside the toolbar. */
  function chooseFigure(url, onChosen) {
    return window.ModalWorkflow({
      url,
      urlParams: {},
      onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
      responses: { chosen: onChosen },
    });
  }

  class FigureSource extends draftail.DocumentModalWorkflowSource {
    getChooserConfig(entity) {
      return {
        url: this.props.entityType.chooserUrls.figureChooser,
        urlParams: entity ? { q: entity.getData().subject } : {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(chosen) {
      const { editorState, onComplete } = this.props;
      this.workflow.close();
      onComplete(withFigure(editorState, editorState.getSelection(), chosen));
    }
  }

  function FigureChip({ entityKey, contentState, children }) {
    const { subject, warning } = contentState.getEntity(entityKey).getData();
    const title = [subject, warning].filter(Boolean).join(". ");
    const className = warning ? "figure-chip figure-chip--warning" : "figure-chip";
    return React.createElement("span", { className, title }, children);
  }

  draftail.registerPlugin({ type: "FIGURE", source: FigureSource, decorator: FigureChip }, "entityTypes");
  window.figureChips = { chooseFigure, withFigure };
})();
