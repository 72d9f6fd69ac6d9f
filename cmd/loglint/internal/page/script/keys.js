// Keys. They are letters, which can be in the way of those who speak to their computer: the
// list of keys has a switch for them.

function setUpKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") {
      escape(event);
      return;
    }
    if (byId("keys").open || !byId("letters").checked || typing(event.target)) return;
    const act = keyActions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  byId("help").addEventListener("click", () => byId("keys").showModal());
  byId("letters").checked = remembered("letters") !== "off";
  byId("letters").addEventListener("change", (event) => remember("letters", event.target.checked ? "on" : "off"));
}

const keyActions = {
  "/": () => { byId("query").focus(); byId("query").select(); },
  "?": () => byId("keys").showModal(),
  j: () => stepError(1),
  k: () => stepError(-1),
  n: () => stepLost(1),
  p: () => stepLost(-1),
};

function typing(target) {
  return target.matches("input:not([type=checkbox]), textarea, select");
}

// escape closes what was opened last. A dialog closes itself.
function escape(event) {
  if (byId("keys").open) return;
  if (!byId("results").hidden) {
    byId("query").focus(); // first: where nothing is shown, the focus shows the results
    closeSearch();
  } else if (document.body.classList.contains("drawer-open")) {
    closeDrawer(true);
  } else if (!byId("panel").hidden) {
    closePanel();
  } else if (document.activeElement === byId("query")) {
    byId("query").blur();
  } else {
    return;
  }
  event.preventDefault();
}

// stepError goes to the next error of the file that the filters let through, or the one before.
function stepError(step) {
  if (!current.file) return;
  const errors = current.file.errors.filter((error) => error.seen);
  if (!errors.length) return;
  const at = errors.indexOf(current.error);
  let next;
  if (at >= 0) next = errors[(at + step + errors.length) % errors.length];
  else if (step > 0) next = errors.find((error) => error.line >= current.line) || errors[0];
  else next = errors.findLast((error) => error.line < current.line) || errors[errors.length - 1];
  select(next, { focus: true });
}

let lostPaths = null;

// allLost returns the lost paths of the program, in the order of files and lines.
function allLost() {
  if (!lostPaths) {
    lostPaths = [];
    const seen = new Set();
    for (const pkg of report.packages) {
      for (const file of pkg.files) {
        if (seen.has(file)) continue;
        seen.add(file);
        for (const error of file.errors) for (const path of error.paths) if (path.seen && path.fate.lost) lostPaths.push(path);
      }
    }
  }
  return lostPaths;
}

function stepLost(step) {
  const lost = allLost();
  if (!lost.length) {
    say("No path is lost" + (filtering() ? " that the filters let through" : ""));
    return;
  }
  const at = pinned && pinned.fate.lost ? lost.indexOf(pinned) : -1;
  let next;
  if (at >= 0) next = lost[(at + step + lost.length) % lost.length];
  else if (step > 0) next = (current.file && lost.find((path) => path.error.file === current.file)) || lost[0];
  else next = (current.file && lost.findLast((path) => path.error.file === current.file)) || lost[lost.length - 1];
  select(next.error, { focus: true, path: next, push: next.error.file !== current.file });
}

// What the reader has set is kept for the session, where the browser allows it.
function remembered(key) {
  try {
    return sessionStorage.getItem("loglint-" + key);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem("loglint-" + key, value);
  } catch {
    // It is then for this page alone.
  }
}
