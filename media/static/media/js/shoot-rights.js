// Sends the rights of the whole shoot, its document included, along with every photo.
$(() => {
  const upload = $("#fileupload");
  upload.attr("aria-label", document.getElementById("shoot-rights").dataset.filesLabel);
  const stockData = upload.fileupload("option", "formData");
  upload.fileupload("option", "formData", function (form) {
    const rights = [...new FormData(document.getElementById("shoot-rights"))];
    const filled = rights.filter(([, value]) => !(value instanceof File) || value.size > 0);
    return stockData.call(this, form).concat(filled.map(([name, value]) => ({ name, value })));
  });
});
