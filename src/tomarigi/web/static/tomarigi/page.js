// Everything works without this file. It only spares a press that would lead nowhere, and lets a
// question appear when its time has come. Nothing is stored and nothing leaves the page.
"use strict";

for (const button of document.querySelectorAll("[data-waits-for]")) {
  const field = document.getElementById(button.dataset.waitsFor);
  const ready = button.textContent;
  const follow = () => {
    const empty = field.value.trim() === "";
    button.setAttribute("aria-disabled", String(empty));
    button.textContent = empty ? button.dataset.waiting : ready;
  };
  field.addEventListener("input", follow);
  button.addEventListener("click", (event) => {
    if (button.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
      field.focus();
    }
  });
  follow();
}

const LONGEST_TIMER = 2 ** 31 - 1;
for (const element of document.querySelectorAll("[data-appears-after]")) {
  const wait = Number(element.dataset.appearsAfter);
  if (!element.dataset.appearsAfter || wait > LONGEST_TIMER) continue;
  element.hidden = true;
  setTimeout(() => { element.hidden = false; }, wait);
}
