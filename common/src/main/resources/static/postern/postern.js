"use strict";

// Spring Security wants its token with everything that changes something; forms carry it themselves, htmx does not.
document.addEventListener("htmx:configRequest", (event) => {
  const csrf = document.querySelector('meta[name="csrf"]');
  if (csrf && event.detail.verb !== "get") {
    event.detail.headers[csrf.dataset.header] = csrf.content;
  }
});

// Copies what stands in another element. Without a script the button stays hidden, and a click selects the whole text.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
