"use strict";

// Puts a button beside every text worth copying. Browsers allow it on secure pages only; elsewhere the text can be selected.
if (navigator.clipboard) {
  const template = document.getElementById("copy-button");
  for (const place of document.querySelectorAll(".copyable")) {
    const button = template.content.cloneNode(true).firstElementChild;
    const label = button.textContent;
    const text = place.querySelector("code").textContent;
    button.setAttribute("aria-label", `${label}: ${text.slice(0, 60)}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = template.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
    place.append(" ", button);
  }
}
