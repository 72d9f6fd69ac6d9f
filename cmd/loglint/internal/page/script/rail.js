// The rail: a path drawn beside the source, from where its error is born to where it ends.

let pathLines = new Set();

const railMiddle = 13, railTurn = -1, railEnd = 6;

function clearPath() {
  pathLines = new Set();
  if (!view || !view.inner) return;
  for (const old of view.inner.querySelectorAll(".on-path")) old.classList.remove("on-path");
  for (const old of view.inner.querySelectorAll(".rail")) old.remove();
}

function drawPath(path) {
  clearPath();
  if (!path || !view || !view.text || path.error.file !== view.file) return;
  const lines = (path.lines.length ? path.lines : [path.error.line]).filter((line) => line >= 1 && line <= view.text.lines);
  if (!lines.length) return;
  pathLines = new Set(lines);
  for (const chunk of view.chunks) {
    if (!chunk.filled) continue;
    for (const line of pathLines) {
      if (line >= chunk.first && line < chunk.first + chunk.n) chunk.box.children[line - chunk.first].classList.add("on-path");
    }
  }
  view.inner.prepend(rail(path, lines));
}

// rail draws the lines in their order. A step upwards, as a loop makes it, swings out to the
// side, so that it is not mistaken for the way down.
function rail(path, lines) {
  const height = rowHeight();
  const first = Math.min(...lines), last = Math.max(...lines);
  const y = (line) => (line - first + 0.5) * height;
  let way = "M" + railMiddle + " " + y(lines[0]);
  for (let i = 1; i < lines.length; i++) {
    const from = y(lines[i - 1]), to = y(lines[i]);
    way += to >= from ? "V" + to : "C" + railTurn + " " + from + " " + railTurn + " " + to + " " + railMiddle + " " + to;
  }
  const picture = svg("svg", { width: 26, height: (last - first + 1) * height, "aria-hidden": "true", class: fateClass(path.fate) });
  picture.style.top = (first - 1) * height + "px";
  const line = svg("path", { d: way, class: "way", pathLength: 1 });
  picture.append(line);
  for (const at of new Set(lines.slice(1, -1))) picture.append(svg("circle", { cx: railMiddle, cy: y(at), r: 2.5, class: "stop" }));
  picture.append(svg("circle", { cx: railMiddle, cy: y(lines[0]), r: 4.5, class: "birth" }));
  const end = lines[lines.length - 1];
  if (lines.length > 1) picture.append(svg("circle", { cx: railMiddle, cy: y(end), r: railEnd, class: "end " + path.fate.kind }));
  return el("div", { class: "rail" }, picture);
}
