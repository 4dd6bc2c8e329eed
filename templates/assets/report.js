// What a browser with scripts can do more: sort tables, filter methods, enlarge figures, copy embed code, step along
// paths.
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

// MARK: Stepping along paths

/** A maker of elements in the language of `picture`. */
const drawer = (picture) => (tag, attributes, ...children) => {
  const element = document.createElementNS(picture.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** The landscape's bands as a picture of one pixel a sample. */
const landscape = (data) => {
  const canvas = make("canvas", { width: data.side, height: data.side });
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  [...data.bands].forEach((digit, index) => {
    context.fillStyle = data.colors[parseInt(digit, 36)];
    context.fillRect(index % data.side, Math.floor(index / data.side), 1, 1);
  });
  return canvas;
};

const makeExplorer = () => {
  const section = document.querySelector(".explorer");
  if (!section) return;
  const data = JSON.parse(section.querySelector("script").textContent);
  const width = 480;
  const ratio = (data.y[1] - data.y[0]) / (data.x[1] - data.x[0]);
  const height = ratio > 0.55 && ratio < 1.8 ? width * ratio : width;
  const place = ([x, y]) => [
    (width * (x - data.x[0])) / (data.x[1] - data.x[0]),
    height * (1 - (y - data.y[0]) / (data.y[1] - data.y[0])),
  ];
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const picture = section.querySelector("svg");
  const drawn = drawer(picture);
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  for (const point of data.minimizers) {
    const [x, y] = place(point);
    picture.append(drawn("text", { x, y, class: "star" }, "★"));
  }
  const legend = make("ul", { className: "explorer-methods" });
  const runs = data.runs.map((run, index) => {
    const color = isDark ? run.dark : run.light;
    const casing = drawn("path", { class: "casing" });
    const line = drawn("path", { class: run.shape, stroke: color });
    const dot = drawn("circle", { r: 6, fill: color });
    const group = drawn("g", {}, casing, line, dot);
    picture.append(group);
    const box = make("input", { type: "checkbox", checked: index < 6 });
    const show = () => (group.style.display = box.checked ? "" : "none");
    box.addEventListener("change", show);
    show();
    const swatch = make("span", { className: "swatch" });
    swatch.style.background = color;
    const where = make("output", {});
    legend.append(make("li", {}, make("label", {}, box, swatch, run.label), where));
    return { points: run.points, shape: run.shape, casing, line, dot, where };
  });
  const slider = make("input", { type: "range", min: 0, max: 100, value: 100, id: "explorer-slider" });
  const value = make("output", { htmlFor: "explorer-slider" });
  const step = () => {
    value.textContent = slider.value === "0" ? "the start" : `${slider.value} % of each path`;
    for (const run of runs) {
      const last = Math.round(((run.points.length - 1) * slider.value) / 100);
      const shown = run.points.slice(0, last + 1).map(place);
      const joint = run.shape === "dots" ? (point) => `M${point}h0` : (point, index) => `${index ? "L" : "M"}${point}`;
      const path = shown.map(joint).join("");
      run.casing.setAttribute("d", run.shape === "dots" ? "" : path);
      run.line.setAttribute("d", path);
      run.dot.setAttribute("cx", shown[last][0]);
      run.dot.setAttribute("cy", shown[last][1]);
      run.where.textContent = `(${run.points[last].map((x) => Number(x.toPrecision(3))).join(", ")})`.replaceAll("-", "−");
    }
  };
  slider.addEventListener("input", step);
  step();
  const label = make("label", { htmlFor: "explorer-slider", textContent: "How far along" });
  const stage = make("div", { className: "stage" }, landscape(data), picture);
  stage.style.aspectRatio = `${width} / ${height}`;
  section.append(
    make("div", { className: "explorer-body" }, stage,
      make("div", {}, make("p", { className: "explorer-slider" }, label, slider, value), legend)),
  );
  section.hidden = false;
};

for (const table of document.querySelectorAll("table.sortable")) makeSortable(table);
makeFilter();
makeEnlargeable();
makeCopyable();
makeExplorer();
