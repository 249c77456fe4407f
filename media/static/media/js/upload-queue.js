// Tells how many of the chosen files have been sent, and sends again what a busy server has put off.
$(() => {
  const PAUSE = 3000;
  const MOST_TIMES = 20;
  const upload = $("#fileupload");
  const line = document.getElementById("upload-count");
  const stockDone = upload.fileupload("option", "done");
  const count = { all: 0, done: 0, taken: 0 };

  const tell = () => {
    line.textContent = line.dataset.words.replace(/{(\w+)}/g, (_, name) => count[name]);
  };
  const sendAgain = (data) => {
    data.timesPutOff = (data.timesPutOff || 0) + 1;
    $(data.context).find(".right .error_messages").text(line.dataset.waiting);
    setTimeout(() => {
      $(data.context).removeClass("upload-complete").addClass("upload-uploading");
      data.submit();
    }, PAUSE);
  };
  const explainNoAnswer = (data) => {
    const words = data.jqXHR.status === 413 ? line.dataset.tooLarge : line.dataset.noAnswer;
    $(data.context).removeClass("upload-server-error").addClass("upload-failure");
    $(data.context).find(".right .error-message").remove();
    $(data.context).find(".right .error_messages").text(words);
  };
  const isPutOff = (data) => JSON.parse(data.result).is_busy && (data.timesPutOff || 0) < MOST_TIMES;

  upload.fileupload("option", "done", function (event, data) {
    if (isPutOff(data)) return;
    $(data.context).find(".right .error_messages").empty();
    const isTaken = JSON.parse(data.result).success;
    count.taken += isTaken ? 1 : 0;
    if (!isTaken) $(data.context).find(".right .error-message").remove(); // it asks for a description of what is not kept
    stockDone.call(this, event, data);
  });
  upload.on("fileuploadadd", () => { count.all += 1; tell(); });
  upload.on("fileuploadprocessfail", () => { count.done += 1; tell(); });
  upload.on("fileuploadalways", (event, data) => {
    if (data.textStatus === "success" && isPutOff(data)) {
      sendAgain(data);
      return;
    }
    if (data.textStatus === "error") explainNoAnswer(data);
    count.done += 1;
    tell();
  });
});
