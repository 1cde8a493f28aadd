"use strict";

// A form with data-passkey="create" or "get" and data-challenge: the browser asks for the passkey, and the form carries its answer.
document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) {
    form.querySelector("[data-unable]").hidden = false;
    return;
  }
  form.querySelector("[data-able]").hidden = false;
  form.addEventListener("submit", async (event) => {
    const answer = form.elements.credential;
    if (answer.value) {
      return;
    }
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const options = JSON.parse(form.dataset.challenge);
      const credential =
        form.dataset.passkey === "create"
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      answer.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch (refusal) {
      failed.hidden = false;
      failed.querySelector("[data-why]").textContent = refusal.message;
    }
  });
});
