// Filters, sorting and keys. The page is complete without them.
"use strict";

const tools = document.querySelector(".tools");
const notes = [...document.querySelectorAll(".note")];
const severities = ["neutral", "minor", "major", "critical"];

// A note, its number in the text and the marked words light up together.
function parts(article, number) {
  const marks = [...article.querySelectorAll("mark[data-notes]")];
  return [
    ...marks.filter((mark) => mark.dataset.notes.split(" ").includes(number)),
    ...article.querySelectorAll(`.note[data-note="${number}"]`),
  ];
}

function numbers(element) {
  const mark = element.closest("mark[data-notes]");
  const holder = element.closest("[data-note]");
  return mark ? mark.dataset.notes.split(" ") : holder ? [holder.dataset.note] : [];
}

function light(event) {
  document.querySelectorAll(".text .on").forEach((element) => element.classList.remove("on"));
  const article = event.target.closest?.(".article");
  if (!article || event.type === "pointerout" || event.type === "focusout") return;
  numbers(event.target).forEach((n) => parts(article, n).forEach((element) => element.classList.add("on")));
}
["pointerover", "pointerout", "focusin", "focusout"].forEach((type) => document.addEventListener(type, light));

// Filters: by severity and by rule.
function filter() {
  const boxes = [...tools.querySelectorAll("[data-severity]")];
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.severity));
  const rule = tools.querySelector("[data-rules]").value;
  const shown = (note) => wanted.has(note.dataset.severity) && (!rule || note.dataset.rule === rule);
  document.querySelectorAll(".article").forEach((article) => {
    const severity = {};
    article.querySelectorAll(".note").forEach((note) => {
      note.classList.toggle("hushed", !shown(note));
      if (shown(note)) severity[note.dataset.note] = note.dataset.severity;
    });
    article.querySelectorAll("mark[data-notes]").forEach((mark) => {
      const left = mark.dataset.notes.split(" ").filter((n) => n in severity).map((n) => severity[n]);
      const worst = severities.findLast((name) => left.includes(name));
      mark.classList.remove(...severities);
      mark.classList.toggle("hushed", !worst);
      if (worst) mark.classList.add(worst);
    });
    article.querySelectorAll("a.ref[id]").forEach((ref) => {
      ref.classList.toggle("hushed", !(ref.dataset.note in severity));
    });
  });
  const count = notes.filter(shown).length;
  tools.querySelector(".shown").textContent = count === notes.length ? "" : `${count} of ${notes.length}`;
}

// Next and previous finding, by button, or by j and k while a finding or a tool has the focus.
let current = null;
function step(by) {
  const refs = [...document.querySelectorAll(".text a.ref[id]:not(.hushed)")];
  if (!refs.length) return;
  const at = refs.indexOf(current);
  current = refs[at < 0 ? (by > 0 ? 0 : refs.length - 1) : (at + by + refs.length) % refs.length];
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: "center" });
}
document.addEventListener("keydown", (event) => {
  const by = { j: 1, k: -1 }[event.key];
  if (by && !event.ctrlKey && !event.metaKey && !event.altKey && event.target.closest?.(".ref, .note, .steps")) step(by);
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches("a.ref[id]")) current = event.target;
});

// Tables sort by a column; the first click puts the greatest number, or the first letter, on top.
function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (head.classList.contains("where") || head.textContent === "For example") return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const numeric = head.classList.contains("num");
      const before = head.getAttribute("aria-sort");
      const down = before ? before === "ascending" : numeric;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = (row) => row.cells[column].textContent.trim();
      const order = (a, b) => numeric
        ? (parseFloat(value(a).replaceAll(",", "")) || 0) - (parseFloat(value(b).replaceAll(",", "")) || 0)
        : value(a).localeCompare(value(b));
      const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? order(b, a) : order(a, b)));
      table.tBodies[0].append(...rows);
    });
  });
}
document.querySelectorAll(".frequent, .ranking").forEach(sortable);

if (tools) {
  tools.hidden = false;
  tools.addEventListener("change", filter);
  tools.querySelectorAll("[data-step]").forEach((button) => {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  });
}
