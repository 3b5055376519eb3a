// Small comforts on top of pages that work without them. Every part stands alone: if one fails, the page still works.
"use strict";

// What is wrong in a form is read out first, and its links lead to the field itself.
function showErrors(root) {
  const errors = root.querySelector("#errors");
  if (!errors) {
    return;
  }
  errors.focus();
  errors.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) {
      return;
    }
    const field = target.matches("input, select, textarea, button")
      ? target
      : target.querySelector("input, select, textarea");
    if (field) {
      event.preventDefault();
      (field.closest(".field") ?? field).scrollIntoView({ block: "start" });
      field.focus({ preventScroll: true });
    }
  });
}

// The menu scrolls sideways on a phone: the room one is in must be in view.
function showRoom() {
  const here = document.querySelector(".rooms [aria-current]");
  const menu = here && here.closest("ul");
  if (menu && menu.scrollWidth > menu.clientWidth) {
    menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
  }
}

// A second press while the first is on its way would send the form twice. After a while it may be sent again: the answer
// may have been a file, which leaves the page as it was.
const WAIT_BEFORE_SENDING_AGAIN = 3000;

function sendOnce(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sending === "yes") {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  setTimeout(() => delete form.dataset.sending, WAIT_BEFORE_SENDING_AGAIN);
}

function sendAgain() {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
  }
}

document.addEventListener("submit", sendOnce);
window.addEventListener("pageshow", sendAgain);
document.addEventListener("htmx:afterRequest", sendAgain);
document.addEventListener("htmx:load", (event) => showErrors(event.target));
showErrors(document);
showRoom();
