"use strict";

// A page that gets no answer any more says so, and no longer once it gets one.
(() => {
  const show = (stale) => {
    document.getElementById("stale").hidden = !stale;
  };
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, () => show(true));
  }
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful) {
      show(false);
    }
  });
})();

// What the reader looks at stays where it is when its successor comes: the uppermost thing in sight that has a name.
(() => {
  let anchor = null;
  document.addEventListener("htmx:beforeSwap", () => {
    const inSight = [...document.querySelectorAll("#live [id]")].find(
      (element) => element.getClientRects().length > 0 && element.getBoundingClientRect().top >= 0);
    anchor = inSight ? { id: inSight.id, top: inSight.getBoundingClientRect().top } : null;
  });
  // Charts have their height by the next frame, and nothing was painted before it.
  document.addEventListener("htmx:afterSettle", () => requestAnimationFrame(() => {
    const successor = anchor && document.getElementById(anchor.id);
    if (successor) {
      scrollBy({ top: successor.getBoundingClientRect().top - anchor.top, behavior: "instant" });
    }
  }));
})();
