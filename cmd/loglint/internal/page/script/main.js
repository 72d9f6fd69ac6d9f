// What is shown, and what leads from one thing to another.

// current is the place that is shown.
const current = { file: null, line: 0, error: null, start: false };

// The focus opens the panel; where the script moves it back to an error, it does not.
let quiet = false;

function quietly(f) {
  quiet = true;
  f();
  quiet = false;
}

// show shows the place that a hash names; asked says which error of it, which path to draw,
// and where the focus is to go.
async function show(hash, asked) {
  const place = readHash(hash);
  const main = byId("main");
  closeSearch();
  if (!place || place.start) {
    leaveFile();
    current.start = true;
    showStart(main, !place);
    main.scrollTop = 0;
    titled("");
    markPlace();
    return;
  }
  const { file, line, column } = place;
  current.start = false;
  current.line = line;
  if (current.file !== file || !view) {
    leaveFile();
    current.file = file;
    await showFile(main, file);
    if (current.file !== file) return;
    titled(file.name);
    revealPlace();
    say(file.name + ": " + count(file.tally.errors, "error") + ", " + pathWords(file.tally));
  }
  showPlace(place, asked);
}

function leaveFile() {
  hidePanel();
  view = null;
  current.file = null;
  current.error = null;
}

function titled(name) {
  const all = wholeTally();
  document.title = (name ? plainText(name) + " · " : "") + percent(all.traced, ends(all)) + " of error paths leave a trace" + (report.module ? " · " + plainText(report.module) : "");
}

// showPlace goes to a line of the file that is shown, and opens the panel for its error.
function showPlace({ file, line, column }, asked) {
  if (!line && !asked) {
    openError(null);
    return;
  }
  const error = asked ? asked.error : errorAt(file, line, column);
  openError(error, asked && asked.path);
  scrollToLine(line); // after the panel is open: on a narrow screen it takes part of the view
  if (error) scrollToError(error);
  if (error && asked) moveFocus(error, asked);
  if (!error && view.text) pointAt(line);
}

function errorAt(file, line, column) {
  const here = file.errors.filter((error) => error.line === line);
  return column ? here.find((error) => error.column === column) : here.find((error) => error.seen);
}

function moveFocus(error, asked) {
  const button = view.buttons && view.buttons.get(error);
  if (asked.into) byId("panel").querySelector("h2").focus({ preventScroll: true });
  else if (asked.focus && button) quietly(() => button.focus({ preventScroll: true }));
}

function openError(error, path) {
  unmarkError();
  current.error = error || null;
  if (!error) {
    hidePanel();
    return;
  }
  current.line = error.line;
  rowOf(error.line); // which makes the button, if it was not there
  const button = view.buttons && view.buttons.get(error);
  if (button) button.setAttribute("aria-current", "true");
  showPanel(error, path);
}

function unmarkError() {
  if (view && view.inner) for (const old of view.inner.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
}

// select opens the panel of an error, wherever it is: into moves the focus there, focus to
// the error, push makes a step that the back button takes back.
function select(error, how) {
  if (quiet) return;
  if (current.error === error && !how.path && !how.focus) {
    if (how.into) byId("panel").querySelector("h2").focus();
    return;
  }
  go(fileHash(error.file, error.line, error.column), !how.push, { error, ...how });
}

function setUpTheme() {
  const button = byId("theme");
  const themes = [["", "as the system has it"], ["light", "light"], ["dark", "dark"]];
  let at = Math.max(0, themes.findIndex(([name]) => name === remembered("theme")));
  const set = () => {
    const [name, words] = themes[at];
    if (name) document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
    button.setAttribute("aria-label", "Theme: " + words);
    button.title = "Theme: " + words;
    button.firstElementChild.textContent = name === "light" ? "☀" : name === "dark" ? "☾" : "◐";
  };
  button.addEventListener("click", () => {
    at = (at + 1) % themes.length;
    remember("theme", themes[at][0]);
    set();
    say(button.title);
  });
  set();
}

// The drawer is the tree on a narrow screen.
function setUpDrawer() {
  byId("open-tree").addEventListener("click", () => {
    if (document.body.classList.contains("drawer-open")) {
      closeDrawer(true);
      return;
    }
    document.body.classList.add("drawer-open");
    byId("open-tree").setAttribute("aria-expanded", "true");
    (byId("tree").querySelector("[tabindex='0']") || byId("filters").firstElementChild).focus();
  });
  byId("main").addEventListener("pointerdown", () => closeDrawer());
}

function closeDrawer(back) {
  if (!document.body.classList.contains("drawer-open")) return;
  document.body.classList.remove("drawer-open");
  byId("open-tree").setAttribute("aria-expanded", "false");
  if (back) byId("open-tree").focus();
  else if (byId("side").contains(document.activeElement)) byId("main").focus(); // the drawer takes no focus once it is shut
}

function failed(error) {
  byId("main").prepend(el("p", { class: "notice", role: "alert" }, "This page could not be shown: " + error.message + ". A browser of the year 2023 or later is needed."));
}

async function begin() {
  setUpTheme();
  await load();
  judge();
  buildFilters();
  buildTree();
  setUpSearch();
  setUpKeys();
  setUpDrawer();
  onFilter(() => {
    lostPaths = null;
    if (current.start) {
      showStart(byId("main"));
    } else if (view) {
      refreshFile();
      if (current.error) showPanel(current.error, pinned);
    }
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    (view && view.area ? view.area : byId("main")).focus();
  });
  window.addEventListener("hashchange", () => show(location.hash).catch(failed));
  // Another width has other lines.
  window.addEventListener("resize", () => {
    if (!view || !view.text || !current.error) return;
    drawPath(pinned);
    scrollToLine(current.error.line);
  });
  window.addEventListener("beforeprint", () => { if (view && view.chunks) view.chunks.forEach((_, i) => fill(i)); });
  await show(location.hash);
  document.documentElement.dataset.ready = "true";
  performance.mark("ready");
}

begin().catch(failed);
