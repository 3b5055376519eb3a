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

// What is open in the menu closes when one goes on elsewhere, and with Escape.
function closeRooms(event) {
  for (const open of document.querySelectorAll(".rooms details[open]")) {
    const left = event.type === "keydown" ? event.key === "Escape" : !open.contains(event.target);
    if (left) {
      const inside = open.contains(document.activeElement);
      open.open = false;
      if (inside && event.type === "keydown") {
        open.querySelector("summary").focus();
      }
    }
  }
}

for (const kind of ["click", "focusin", "keydown"]) {
  document.addEventListener(kind, closeRooms);
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

// A table one types into: Enter and the arrows change rows, what is pasted from a spreadsheet spreads over the cells, and
// rows are added as they are needed. What the cells mean is decided by the server, which also does all of this itself.
const LEAST_HEADINGS = 2;

function cellsOf(row) {
  return [...row.querySelectorAll("input")];
}

function addRow(table) {
  const rows = table.tBodies[0].rows;
  const last = rows[rows.length - 1];
  if (rows.length >= Number(table.dataset.most)) {
    return null;
  }
  const row = last.cloneNode(true);
  const number = rows.length + 1;
  row.querySelectorAll(".error").forEach((error) => error.remove());
  row.querySelectorAll(".wrong").forEach((cell) => cell.classList.remove("wrong"));
  const head = row.querySelector("th");
  head.id = "r" + number;
  head.textContent = number;
  for (const input of cellsOf(row)) {
    input.name = input.name.replace(/^r\d+-/, "r" + number + "-");
    input.id = input.name;
    input.value = "";
    input.removeAttribute("value");
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    input.setAttribute("aria-labelledby", input.getAttribute("aria-labelledby").replace(/ r\d+$/, " r" + number));
  }
  last.after(row);
  return row;
}

function moveInGrid(event) {
  const input = event.target;
  if (!input.matches("input") || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const arrow = !input.list && (event.key === "ArrowDown" || event.key === "ArrowUp");
  if (event.key !== "Enter" && !arrow) {
    return;
  }
  event.preventDefault();
  const row = input.closest("tr");
  const up = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
  const next = up ? row.previousElementSibling : (row.nextElementSibling ?? addRow(row.closest("table")));
  if (next) {
    // Whoever fills in row by row goes on with the first cell, whoever goes up or down stays in the column.
    const place = event.key === "Enter" && !event.shiftKey ? 0 : cellsOf(row).indexOf(input);
    cellsOf(next)[place].focus();
  }
}

function pastedRows(text) {
  const unquoted = (cell) => (/^".+"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim();
  return text.split(/\r\n|\n|\r/).map((line) => line.split("\t").map(unquoted)).filter((row) => row.some((cell) => cell));
}

// A first row of headings says which column is which; else the columns go on from where one pastes.
function columnsOf(table, rows, start) {
  const heads = [...table.tHead.querySelectorAll("th")].slice(1).map((head) => head.textContent.trim().toLowerCase());
  const named = rows[0].map((cell) => heads.indexOf(cell.toLowerCase()));
  if (named.filter((place) => place >= 0).length >= LEAST_HEADINGS) {
    rows.shift();
    return named;
  }
  return heads.map((head, place) => (start + place < heads.length ? start + place : -1));
}

function pasteIntoGrid(event) {
  const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
  const input = event.target;
  if (!input.matches("input") || !/[\t\n\r]/.test(text.trimEnd())) {
    return;
  }
  event.preventDefault();
  const table = input.closest("table");
  const rows = pastedRows(text);
  const columns = columnsOf(table, rows, cellsOf(input.closest("tr")).indexOf(input));
  let row = input.closest("tr");
  let pasted = 0;
  for (const cells of rows) {
    if (!row) {
      break;
    }
    cells.forEach((cell, place) => {
      if (columns[place] >= 0) {
        cellsOf(row)[columns[place]].value = cell;
      }
    });
    pasted += 1;
    row = row.nextElementSibling ?? (pasted < rows.length ? addRow(table) : null);
  }
  const status = document.querySelector("[data-grid-status]");
  status.textContent = status.dataset.pasted.replace("{0}", pasted);
  if (pasted < rows.length) {
    // What does not fit is not dropped in silence: the server says how many rows there may be.
    const area = document.getElementById("pasted");
    area.value = rows.slice(pasted).map((cells) => cells.join("\t")).join("\n");
    area.closest("details").open = true;
    area.focus();
  }
}

for (const table of document.querySelectorAll("[data-grid]")) {
  table.addEventListener("keydown", moveInGrid);
  table.addEventListener("paste", pasteIntoGrid);
}

for (const more of document.querySelectorAll("[data-grid-more]")) {
  more.addEventListener("click", (event) => {
    const table = document.querySelector("[data-grid]");
    const first = addRow(table);
    if (first) {
      event.preventDefault();
      for (let i = 1; i < 10 && addRow(table); i += 1);
      cellsOf(first)[0].focus();
    }
  });
}

// Questions of a questionnaire that do not apply just now are folded away, and so are choices that another answer leaves
// out. What is folded away is not sent; what the answers mean is decided by the server.
function saidTo(form, key) {
  const fields = form.querySelectorAll(`[data-question="${key}"] [name="${key}"]`);
  return [...fields].filter((field) => !field.disabled && (field.type === "select-one" || field.checked)).map((field) => field.value);
}

function showQuestion(question, shown) {
  question.hidden = !shown;
  for (const field of question.querySelectorAll("input, select")) {
    field.disabled = !shown;
  }
}

function showChoices(question, left) {
  showQuestion(question, !question.hidden && left.length > 0);
  for (const box of question.querySelectorAll("input[type='checkbox']")) {
    const offered = box.value === "?" || left.includes(box.value);
    box.disabled = question.hidden || !offered;
    box.closest("label").hidden = !offered;
  }
}

function foldQuestions(form) {
  for (const question of form.querySelectorAll("[data-question]")) {
    const conditions = (question.dataset.when ?? "").split(" ").filter((one) => one);
    showQuestion(question, conditions.every((one) => {
      const [key, codes] = one.split(":");
      return saidTo(form, key).some((said) => codes.split(",").includes(said));
    }));
    if (question.dataset.among) {
      showChoices(question, saidTo(form, question.dataset.among).filter((said) => said && said !== "?"));
    }
  }
}

for (const form of document.querySelectorAll("form[data-questions]")) {
  for (const words of form.querySelectorAll("[data-when-words]")) {
    words.hidden = true;
  }
  form.addEventListener("change", () => foldQuestions(form));
  foldQuestions(form);
}
