// The panel: all that is known of one error, and its paths, which it draws in the source.

// pinned is the path that is drawn when no other is pointed at.
let pinned = null;

function showPanel(error, path) {
  const panel = byId("panel");
  panel.replaceChildren(panelHead(error), error.finding ? findingLead(error.finding) : el("p", { class: "lead quiet" }, "There is no finding here."),
    pathList(error), factsOf(error), error.finding ? findingDetails(error.finding) : "");
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("with-panel");
  pin(path || error.paths.find((p) => p.seen && p.fate.lost) || error.paths.find((p) => p.seen) || error.paths[0] || null);
}

function hidePanel() {
  byId("panel").hidden = true;
  byId("panel").replaceChildren();
  document.body.classList.remove("with-panel");
  pinned = null;
  clearPath();
}

function panelHead(error) {
  return el("header", { class: "panel-head" },
    el("h2", { tabindex: -1 }, "Error from ", code(calleeName(error))),
    el("button", { type: "button", class: "icon", "aria-label": "Close", onclick: closePanel }, el("span", { "aria-hidden": "true" }, "✕")),
    el("p", { class: "quiet" }, errorLink(error, error.file.name + ":" + error.line)));
}

function factsOf(error) {
  const boundary = boundaryWords[error.boundary];
  return el("section", null, el("h3", null, "Where it comes from"), details([
    ["Callee", error.callee ? code(error.callee) : "none: the error is not born in a call"],
    ["Class", [error.class, classWords[error.class] ? ": " + classWords[error.class] : ""]],
    ["May come from", error.from && [code(error.from), error.does ? ", which " + error.does : ""]],
    ["What it does", !error.from && error.does],
    ["Function", error.function && code(error.function)],
    ["Role", error.role && [error.role, roleWords[error.role] ? ": " + roleWords[error.role] : ""]],
    ["Boundary", error.boundary && [error.boundary, boundary ? ": no error can be returned from here. " + boundary[1] : ""]],
    ["Package", code(error.pkg.path)],
  ].filter(([, value]) => value !== false)));
}

function pathList(error) {
  const list = el("ol", { class: "paths" });
  error.paths.forEach((path, i) => list.append(pathItem(path, i)));
  return el("section", { class: "panel-paths" },
    el("h3", null, count(error.paths.length, "path")),
    error.paths.length ? list : el("p", { class: "quiet" }, "None is known."));
}

function pathItem(path, i) {
  const { fate } = path;
  const button = el("button", { type: "button", class: "path", "aria-pressed": "false", onclick: () => pin(path) },
    chip(fate), el("span", { class: "path-name" }, "Path " + (i + 1) + ": " + fate.name),
    fate.lost && el("span", { class: "badge lost" }, "lost"), fate.traced && el("span", { class: "badge traced" }, "trace"));
  const item = el("li", { class: fateClass(fate) + (path.seen ? "" : " filtered-out") },
    button,
    el("p", { class: "quiet" }, fate.says),
    details([
      ["Lines", lineLinks(path)],
      [path.traces.length === 1 ? "Trace" : "Traces", path.traces.length ? path.traces.map((trace, t) => [t ? "; " : "", lineLink(path, trace.line, "line " + trace.line), " by ", code(trace.by)]).flat() : null],
      ["Kept by", path.keeper && code(path.keeper)],
      ["Held back by the rule", path.held],
      ["Filter", path.seen ? null : "left out by the filters"],
    ]));
  path.item = item;
  item.addEventListener("pointerenter", () => drawPath(path));
  item.addEventListener("pointerleave", () => drawPath(pinned));
  item.addEventListener("focusin", () => drawPath(path));
  item.addEventListener("focusout", () => drawPath(pinned));
  return item;
}

function lineLinks(path) {
  if (!path.lines.length) return null;
  const parts = [];
  path.lines.forEach((line, i) => {
    if (i) parts.push(line < path.lines[i - 1] ? " ↺ " : " → ");
    parts.push(lineLink(path, line, String(line)));
  });
  return el("span", { class: "lines" }, ...parts);
}

// lineLink scrolls to a line, and leaves the panel as it is.
function lineLink(path, line, text) {
  return el("a", { href: fileHash(path.error.file, line), "aria-label": text.startsWith("line") ? null : "line " + line, onclick: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    scrollToLine(line);
    pointAt(line);
  } }, text);
}

// pin keeps a path drawn.
function pin(path) {
  pinned = path;
  for (const item of byId("panel").querySelectorAll(".paths > li")) {
    const on = Boolean(path) && item === path.item;
    item.classList.toggle("pinned", on);
    item.querySelector("button.path").setAttribute("aria-pressed", String(on));
  }
  drawPath(path);
}

function closePanel() {
  const { error } = current;
  current.error = null;
  hidePanel();
  if (!view) return;
  unmarkError();
  const button = error && view.buttons && view.buttons.get(error);
  if (error) setAddress(fileHash(current.file, error.line), true);
  if (button) {
    quietly(() => button.focus({ preventScroll: true }));
  } else if (view.area) {
    view.area.focus({ preventScroll: true });
  }
}
