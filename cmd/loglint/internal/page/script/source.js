// The source of a file. Its lines are made in chunks, when they come near the view or are
// asked for, and the rest when the browser has nothing else to do: so a file of many lines
// opens at once, and a search of the browser still finds all of it.

const chunkLines = 100;

// view is what is shown of the current file.
let view = null;

function showMissing(main, file) {
  const box = el("div", { class: "file-view" }, fileHead(file),
    el("div", { class: "start" },
      el("p", { class: "notice" }, "The text of this file is missing: " + (file.missing || "it could not be read") + "."),
      errorList("What is known of its errors", file.errors)));
  view = { file, text: null, rows: new Map(), box };
  main.replaceChildren(box);
}

async function showFile(main, file) {
  if (file.block < 0) {
    showMissing(main, file);
    return;
  }
  const bytes = await textOf(file);
  if (current.file !== file) return; // another file was asked for while this one was inflated
  const text = new Text(bytes);
  const area = el("div", { class: "code", role: "region", "aria-label": "Source of " + file.name, tabindex: 0 });
  const inner = el("div", { class: "code-inner" });
  inner.style.setProperty("--widest", Math.min(text.widest, 100000));
  inner.style.setProperty("--digits", String(text.lines).length);
  area.append(inner);
  const lost = file.errors.filter((error) => error.line < 1 || error.line > text.lines);
  const box = el("div", { class: "file-view" }, fileHead(file), lost.length > 0 && errorList("Errors at lines that the file does not have", lost), area);
  view = { file, text, area, inner, box, chunks: [], marks: null, pieces: errorPieces(file, text), buttons: new Map() };
  markLines();
  makeChunks();
  main.replaceChildren(box);
}

function fileHead(file) {
  const sum = file.tally;
  const names = [...file.packages].map((pkg) => pkg.path).join(", ");
  return el("header", { class: "file-head" },
    el("h1", null, file.name),
    el("p", { class: "quiet" }, names + " · " + count(sum.errors, "error") + ", " + pathWords(sum) + " · coverage " + percent(sum.traced, ends(sum)) + (filtering() ? " (filtered)" : "")),
    tallyBar(sum));
}

// errorList is for errors that have no place in a source.
function errorList(title, errors) {
  return el("section", { class: "error-list", "aria-label": title }, el("h2", null, title),
    el("ul", { class: "plain-list" }, errors.map((error) => el("li", null,
      el("button", { type: "button", class: "plain", onclick: () => select(error, { push: true, into: true }) },
        (error.function || "a function") + ", line " + error.line + ": error from " + calleeName(error))))));
}

// markLines notes which fates end at a line, and which paths pass it.
function markLines() {
  const marks = new Map();
  const mark = (line) => {
    if (!marks.has(line)) marks.set(line, { ends: new Set(), passes: new Set() });
    return marks.get(line);
  };
  for (const error of view.file.errors) {
    for (const path of error.paths) {
      if (!path.seen) continue;
      const lines = path.lines.length ? path.lines : [error.line];
      lines.forEach((line, i) => mark(line)[i === lines.length - 1 ? "ends" : "passes"].add(path.fate));
    }
  }
  view.marks = marks;
}

// worst is the fate whose colour a line has if paths of several pass it.
function worst(fates) {
  const rank = { lost: 3, unknown: 2, on: 1, traced: 0 };
  return [...fates].reduce((w, fate) => (rank[fate.kind] > rank[w.kind] ? fate : w));
}

function makeChunks() {
  const of = view;
  const observer = new IntersectionObserver((entries) => {
    if (of !== view) {
      observer.disconnect(); // another file is shown by now
      return;
    }
    for (const entry of entries) if (entry.isIntersecting) fill(Number(entry.target.dataset.chunk));
  }, { root: view.area, rootMargin: "1200px 0px" });
  for (let first = 1; first <= view.text.lines; first += chunkLines) {
    const n = Math.min(chunkLines, view.text.lines - first + 1);
    const box = el("div", { class: "chunk", "data-chunk": view.chunks.length });
    box.style.setProperty("--lines", n);
    view.chunks.push({ box, first, n, filled: false });
    view.inner.append(box);
    observer.observe(box);
  }
  fillLater(view, 0);
}

// fillLater makes what is left, a chunk at a time. Files so long that it would cost memory
// are made only where they are looked at.
function fillLater(of, chunk) {
  if (of !== view || chunk >= of.chunks.length || chunk >= 200) return;
  const idle = window.requestIdleCallback || ((f) => setTimeout(f, 30));
  idle(() => {
    if (of !== view) return;
    fill(chunk);
    fillLater(of, chunk + 1);
  });
}

function fill(n) {
  const chunk = view.chunks[n];
  if (!chunk || chunk.filled) return;
  chunk.filled = true;
  const rows = document.createDocumentFragment();
  for (let line = chunk.first; line < chunk.first + chunk.n; line++) rows.append(row(line));
  chunk.box.replaceChildren(rows);
}

// rowOf returns the row of a line, which it makes if it has to; null if there is no such line.
function rowOf(line) {
  if (!view || !view.text || line < 1 || line > view.text.lines) return null;
  const n = Math.floor((line - 1) / chunkLines);
  fill(n);
  return view.chunks[n].box.children[line - view.chunks[n].first];
}

function row(line) {
  const mark = view.marks.get(line);
  const element = el("div", { class: "row", "data-line": line },
    el("span", { class: "gutter" },
      el("span", { class: "signs" }, mark ? signs(mark) : ""),
      el("a", { class: "line-number", href: fileHash(view.file, line), tabindex: -1, "aria-label": "Line " + line }, String(line))),
    lineText(line));
  if (mark) element.classList.add(mark.ends.size ? "ends" : "passes", fateClass(worst(mark.ends.size ? mark.ends : mark.passes)));
  if (pathLines.has(line)) element.classList.add("on-path");
  return element;
}

// signs are the letters of the fates that end at a line; on a line that paths only pass, the
// letter of the worst of them.
function signs(mark) {
  if (!mark.ends.size) {
    const fate = worst(mark.passes);
    return [el("span", { class: "sign " + fateClass(fate), "aria-hidden": "true", title: "a path passes: " + fate.name }, fate.letter)];
  }
  const fates = report.fates.filter((fate) => mark.ends.has(fate));
  const shown = fates.slice(0, fates.length > 3 ? 2 : 3).map(chip);
  if (fates.length > 3) shown.push(el("span", { class: "sign", "aria-hidden": "true", title: fates.slice(2).map((fate) => fate.name).join(", ") }, "+"));
  return shown;
}

// errorPieces says of each line which of its bytes belong to which error. Calls stand within
// calls: a byte belongs to the innermost, and each error gets one button, at its first piece.
function errorPieces(file, text) {
  const lines = new Map();
  for (const error of file.errors) {
    if (error.line < 1 || error.line > text.lines) continue;
    const [from, to] = text.line(error.line);
    const start = Math.min(to, from + Math.max(0, error.column - 1));
    const end = error.endLine > error.line ? to : Math.min(to, from + Math.max(0, error.endColumn - 1));
    if (!lines.has(error.line)) lines.set(error.line, []);
    lines.get(error.line).push({ error, from: start, to: Math.max(start, end) });
  }
  return lines;
}

// lineText makes the text of a line: buttons for errors, and comments and strings dimmed.
function lineText(line) {
  const { text } = view;
  const [from, to] = text.line(line);
  const box = el("span", { class: "text" });
  const ranges = view.pieces.get(line) || [];
  const dims = text.dimmed(from, to);
  if (!ranges.length && !dims.length) {
    box.append(plainText(text.part(from, to)));
    return box;
  }
  const cuts = [...new Set([from, to, ...dims.flat(), ...ranges.flatMap((r) => [r.from, r.to])])].sort((a, b) => a - b);
  const made = new Set();
  let open = null, owner = null;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const a = cuts[i], b = cuts[i + 1];
    const inner = innermost(ranges, a, b);
    if (inner !== owner) {
      owner = inner;
      open = inner ? errorPart(inner.error, made) : box;
      if (open !== box) box.append(open);
    }
    if (!open) open = box;
    const part = plainText(text.part(a, b));
    open.append(dims.some((d) => d[0] <= a && b <= d[1]) ? el("span", { class: "dim" }, part) : part);
  }
  for (const range of ranges) {
    if (made.has(range.error)) continue;
    const button = errorPart(range.error, made);
    button.append("◆");
    box.append(button);
  }
  for (const range of ranges) nameButton(range.error);
  return box;
}

function innermost(ranges, from, to) {
  let best = null;
  for (const range of ranges) {
    if (range.from <= from && to <= range.to && (!best || range.to - range.from < best.to - best.from)) best = range;
  }
  return best;
}

// errorPart is a part of the text that belongs to an error: the first is a button.
function errorPart(error, made) {
  const first = !made.has(error);
  made.add(error);
  const fates = error.paths.filter((path) => path.seen).map((path) => path.fate);
  const style = "error " + (fates.length ? fateClass(worst(fates)) : "") + (error.seen ? "" : " unseen-error");
  if (!first) return el("span", { class: style, onclick: () => select(error, { push: true }) });
  const button = el("button", { type: "button", class: style,
    onclick: (event) => select(error, { push: true, into: event.detail === 0 }),
    // A click focuses as well; what it opens, the listener above opens, as a step of its own.
    onfocus: () => { if (button.matches(":focus-visible")) select(error, {}); } });
  if (!error.seen) button.tabIndex = -1;
  view.buttons.set(error, button);
  return button;
}

// nameButton gives a button a name that begins with what is seen, and says what it is.
function nameButton(error) {
  const button = view.buttons.get(error);
  const sum = tally([error]);
  button.setAttribute("aria-label", plainText(button.textContent + ": error from " + calleeName(error) + ", line " + error.line + ", " + pathWords(sum)));
  if (error === current.error) button.setAttribute("aria-current", "true");
}

// refreshFile shows the file again after the filters have changed, where it was.
function refreshFile() {
  view.box.querySelector(".file-head").replaceWith(fileHead(view.file));
  if (!view.text) return;
  markLines();
  view.buttons.clear();
  for (const chunk of view.chunks) {
    if (!chunk.filled) continue;
    chunk.filled = false;
    fill(view.chunks.indexOf(chunk));
  }
}

// scrollToLine brings a line into the upper half of the view.
function scrollToLine(line) {
  const element = rowOf(line);
  if (!element) return;
  const { area } = view;
  const top = (line - 1) * rowHeight();
  if (top > area.scrollTop + 20 && top < area.scrollTop + area.clientHeight * 0.75) return;
  area.scrollTo({ top: Math.max(0, top - area.clientHeight / 3), behavior: "auto" });
}

// scrollToError brings an error into view that stands far out in a long line.
function scrollToError(error) {
  const button = view.buttons && view.buttons.get(error);
  if (!button) return;
  const at = button.getBoundingClientRect(), seen = view.area.getBoundingClientRect();
  const gutter = view.inner.querySelector(".gutter").getBoundingClientRect();
  if (at.left > seen.right - 40 || at.left < gutter.right) view.area.scrollLeft += at.left - gutter.right - 60;
}

function rowHeight() {
  return parseFloat(getComputedStyle(view.inner).getPropertyValue("--row-px")) || 20;
}

function pointAt(line) {
  for (const old of view.inner.querySelectorAll(".pointed")) old.classList.remove("pointed");
  const element = rowOf(line);
  if (element) element.classList.add("pointed");
}
