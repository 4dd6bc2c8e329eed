// What a browser with scripts can do more: sort tables, filter methods, enlarge figures, copy embed code.
"use strict";

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// MARK: Sorting

const number = (text) => (text === "inf" ? Infinity : text === "-inf" ? -Infinity : Number(text));

/** A cell's key: its number where it has one, else its text. */
const keyOf = (row, column) => {
  const cell = row.cells[column];
  return "value" in cell.dataset ? number(cell.dataset.value) : cell.textContent.trim().toLowerCase();
};

const compare = (a, b) => (typeof a === "number" ? (a < b ? -1 : a > b ? 1 : 0) : a.localeCompare(b, "en"));

const sort = (table, header, direction) => {
  const column = header.cellIndex;
  const sign = direction === "ascending" ? 1 : -1;
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
  // Array.sort is stable, so rows that tie keep their order.
  rows.sort((a, b) => sign * compare(a.key, b.key));
  body.append(...rows.map(({ row }) => row));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", direction);
};

const makeSortable = (table) => {
  for (const header of table.tHead.rows[0].cells) {
    if ("unsorted" in header.dataset) continue;
    const isNumber = header.classList.contains("number");
    const first = header.dataset.first ?? (isNumber ? "descending" : "ascending");
    const other = first === "ascending" ? "descending" : "ascending";
    const link = header.querySelector("a");
    const button = make("button", { type: "button", className: "sort" });
    if (link) {
      // The link stays a link; the button stands after it.
      button.setAttribute("aria-label", `Sort by ${link.textContent}`);
      header.append(" ", button);
    } else {
      button.append(...header.childNodes);
      header.append(button);
    }
    button.addEventListener("click", () => {
      sort(table, header, header.getAttribute("aria-sort") === first ? other : first);
    });
  }
};

// MARK: Filtering methods

/** One field above the first table filters the rows of all tables that have methods. */
const makeFilter = () => {
  const rows = [...document.querySelectorAll("tr[data-method]")];
  const names = new Set(rows.map((row) => row.dataset.method));
  const place = document.querySelector(".ranking")?.closest(".scroll");
  if (!place || names.size < 4) return;
  const field = make("input", { type: "search", id: "method-filter", autocomplete: "off", spellcheck: false });
  const count = make("output", { htmlFor: "method-filter" });
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (name) => words.every((word) => name.toLowerCase().includes(word));
    for (const row of rows) row.hidden = !matches(row.dataset.method);
    const shown = [...names].filter(matches).length;
    count.textContent = words.length ? `${shown} of ${names.size} methods` : "";
  });
  const label = make("label", { htmlFor: "method-filter", textContent: "Show methods whose name contains" });
  place.before(make("div", { className: "filter" }, label, field, count));
};

// MARK: Enlarging figures

const makeEnlargeable = () => {
  const links = [...document.querySelectorAll(".plate-link")];
  if (!links.length || !("HTMLDialogElement" in window)) return;
  const image = make("img", { alt: "" });
  const close = make("button", { type: "button", textContent: "Close" });
  const dialog = make("dialog", {}, close, image);
  dialog.setAttribute("aria-label", "Figure, enlarged");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      // With a modifier key, the link opens the file as links do.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const shown = link.querySelector("img");
      image.src = link.href;
      image.alt = shown.alt;
      dialog.showModal();
    });
  }
};

// MARK: Copying

/** Pages opened from a disk have no clipboard interface; there, the old command does it. */
const copy = async (text, source) => {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused: try the other way.
    }
  }
  const selection = window.getSelection();
  const range = document.createRange();
  range.selectNodeContents(source);
  selection.removeAllRanges();
  selection.addRange(range);
  const done = document.execCommand("copy");
  if (done) selection.removeAllRanges();
  return done;
};

const makeCopyable = () => {
  for (const code of document.querySelectorAll(".embed pre code")) {
    const label = code.parentElement.previousElementSibling;
    const button = make("button", { type: "button", className: "copy", textContent: "Copy" });
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      button.textContent = (await copy(code.textContent, code)) ? "Copied" : "Selected; press Ctrl-C";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    // Beside the label, not in it: the label names the code.
    label.after(button);
    label.style.display = "inline-block";
  }
};

for (const table of document.querySelectorAll("table.sortable")) makeSortable(table);
makeFilter();
makeEnlargeable();
makeCopyable();
