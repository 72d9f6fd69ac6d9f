// Search: over the names of files and functions, callees, and messages of findings.

const mostResults = 30; // of each kind, until more are asked for
let searchTimer = 0;

function setUpSearch() {
  const query = byId("query");
  query.disabled = false;
  query.addEventListener("input", () => {
    clearTimeout(searchTimer);
    searchTimer = setTimeout(showResults, 100);
  });
  query.addEventListener("focus", () => { if (query.value.trim() && byId("results").hidden) showResults(); });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      const first = byId("results").querySelector("a");
      if (first) first.focus();
      event.preventDefault();
    } else if (event.key === "Enter") {
      showResults();
      const first = byId("results").querySelector("a");
      if (first) first.click();
    }
  });
  byId("results").addEventListener("keydown", resultKey);
  byId("results").addEventListener("click", (event) => { if (event.target.closest("a")) closeSearch(); });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#results, .find")) closeSearch();
  });
  onFilter(() => { if (!byId("results").hidden) showResults(); });
}

function closeSearch() {
  clearTimeout(searchTimer);
  byId("results").hidden = true;
}

function resultKey(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...byId("results").querySelectorAll("a")];
  const next = links[links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  (next || (event.key === "ArrowUp" ? byId("query") : links[links.length - 1])).focus();
  event.preventDefault();
}

// find returns what holds the words, each with the error that it leads to.
function find(words) {
  const known = new Map(); // the same text is looked at once
  const holds = (text) => {
    let found = known.get(text);
    if (found === undefined) {
      const lower = text.toLowerCase();
      found = words.every((word) => lower.includes(word));
      known.set(text, found);
    }
    return found;
  };
  const results = { files: [], functions: [], callees: [], messages: [] };
  for (const file of report.files) if (holds(file.name) && (file.tally.errors > 0 || !filtering())) results.files.push(file);
  const functions = new Set();
  for (const error of report.errors) {
    if (!error.seen) continue;
    if (error.function && holds(error.function)) {
      const key = error.file.name + "\n" + error.function;
      if (!functions.has(key)) results.functions.push(error);
      functions.add(key);
    }
    if (error.callee && holds(error.callee)) results.callees.push(error);
    if (error.finding && holds(error.finding.message)) results.messages.push(error);
  }
  return results;
}

function showResults() {
  const words = byId("query").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const box = byId("results");
  if (!words.length) {
    box.hidden = true;
    box.replaceChildren();
    return;
  }
  const results = find(words);
  const total = Object.values(results).reduce((n, list) => n + list.length, 0);
  const title = count(total, "result") + (filtering() ? ", filtered" : "");
  box.replaceChildren(el("p", { class: "quiet" }, title),
    resultGroup("Files", results.files, (file) => fileLink(file, 0, 0, el("span", { class: "what" }, file.name), el("span", { class: "where" }, pathWords(file.tally)))),
    resultGroup("Functions", results.functions, (error) => errorLink(error, el("span", { class: "what" }, error.function), where(error))),
    resultGroup("Callees", results.callees, (error) => errorLink(error, el("span", { class: "what" }, error.callee), where(error))),
    resultGroup("Findings", results.messages, (error) => errorLink(error, el("span", { class: "what" }, error.finding.message), where(error))));
  box.hidden = false;
  say(title);
}

function where(error) {
  return el("span", { class: "where" }, error.file.name + ":" + error.line);
}

function resultGroup(title, items, link) {
  if (!items.length) return el("div");
  const list = el("ul", { class: "plain-list" });
  const button = more(list, items, (item) => el("li", null, link(item)), mostResults, 200);
  return el("section", { "aria-label": title }, el("h2", null, title + " ", el("span", { class: "quiet" }, number(items.length))), list, button);
}
