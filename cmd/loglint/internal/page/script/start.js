// The start page: the number, and where to look first.

function showStart(main, unknownPlace) {
  const page = el("div", { class: "start" });
  if (unknownPlace) page.append(el("p", { class: "notice", role: "alert" }, "The address names no file of this report. This is the start page."));
  page.append(
    headSection(), missingSection() || "",
    section("Fates", "What becomes of errors, path by path", fateTable()),
    packageSection(), boundarySection(), findingSection(),
    el("footer", { class: "quiet" }, "Written by loglint" + (report.version ? " " + report.version : "") + ". This page is one file, and loads nothing."));
  main.replaceChildren(page);
}

function section(title, note, ...children) {
  return el("section", { "aria-label": title }, el("h2", null, title), note && el("p", { class: "quiet" }, note), ...children);
}

// headSection tells the number of the whole program, whatever the filters are; what they let
// through is told beside it.
function headSection() {
  const all = wholeTally();
  const box = el("header", { class: "head" },
    el("h1", null, report.module || "Error-path coverage"),
    el("p", { class: "number" }, el("strong", { id: "coverage" }, percent(all.traced, ends(all))),
      el("span", null, ends(all) ? "of the error paths that end here leave a trace" : "There is no error path that ends here.")),
    bar([[all.traced, "is-traced"], [all.lost, "is-lost"]], ends(all), "big"),
    el("ul", { class: "facts" },
      fact(all.traced, "leave a trace", "is-traced"),
      fact(all.lost, "end without one: they are lost", "is-lost"),
      fact(all.paths - ends(all) - all.unknown, "go on, and are not counted", "is-on"),
      fact(all.unknown, "are unknown: " + percent(all.unknown, all.paths) + " of all paths", "is-unknown")));
  if (filtering()) {
    const sum = report.tally;
    box.append(el("p", { class: "notice", id: "filtered" }, "The filters let through " + count(sum.errors, "error") + " with " + pathWords(sum) +
      ": a coverage of " + percent(sum.traced, ends(sum)) + ". All that follows is about these."));
  }
  box.append(el("details", { class: "how" }, el("summary", null, "How to read this"),
    el("p", null, "An error is born where a call fails. From there it takes one path or another through the function: it is returned, retried, logged, or forgotten. " +
      "What becomes of it at the end of a path is the fate of the path. A path that ends in the function should leave a trace, something that a person can find later: a log line with the error in it, " +
      "or a record in a tracing span or a service that gathers errors. A path that ends without one is lost: the failure happens, and nobody can tell."),
    el("p", null, "Coverage is the share of the paths ending here that leave a trace. A path on which the error goes on, to the caller for example, is not counted: it is counted where it ends.")));
  return box;
}

function fact(n, words, style) {
  return el("li", null, el("span", { class: "key " + style, "aria-hidden": "true" }), el("strong", null, number(n)), " " + words);
}

let whole = null;

function wholeTally() {
  if (!whole) {
    whole = { errors: report.errors.length, paths: 0, traced: 0, lost: 0, unknown: 0, fates: new Map() };
    for (const path of report.paths) addPath(whole, path);
  }
  return whole;
}

function missingSection() {
  if (!report.missing.length) return null;
  const list = el("ul", { class: "plain-list" });
  const box = el("section", { class: "notice", "aria-label": "Packages that are missing" },
    el("h2", null, count(report.missing.length, "package") + (report.missing.length === 1 ? " is" : " are") + " missing"),
    el("p", null, report.missing.length === 1 ? "It could not be analysed. Nothing on this page is about it, and the number leaves it out." :
      "They could not be analysed. Nothing on this page is about them, and the number leaves them out."), list);
  box.append(more(list, report.missing, (m) => el("li", null, code(m.path), ": " + m.why), 5, 100));
  return box;
}

function fateTable() {
  const sum = report.tally;
  const most = Math.max(1, ...sum.fates.values());
  const table = el("table", { class: "fates" }, el("thead", null, el("tr", null,
    el("th", { scope: "col" }, "Fate"), el("th", { scope: "col" }, "What it means"),
    el("th", { scope: "col", class: "n" }, "Paths"), el("th", { scope: "col", class: "n" }, "Share"), el("td", { class: "wide" }))));
  for (const kind of ["traced", "lost", "on", "unknown"]) {
    const fates = report.fates.filter((fate) => fate.kind === kind);
    const total = fates.reduce((n, fate) => n + (sum.fates.get(fate) || 0), 0);
    const body = el("tbody", { class: "kind-" + kind }, el("tr", { class: "group" },
      el("th", { scope: "rowgroup", colspan: 2 }, kindWords[kind]), el("td", { class: "n" }, number(total)),
      el("td", { class: "n" }, percent(total, sum.paths)), el("td", { class: "wide" })));
    for (const fate of fates) body.append(fateRow(fate, sum, most));
    table.append(body);
  }
  return table;
}

function fateRow(fate, sum, most) {
  const n = sum.fates.get(fate) || 0;
  return el("tr", { class: n ? null : "zero" },
    el("th", { scope: "row" }, chip(fate), " ", fate.name), el("td", { class: "says" }, fate.says),
    el("td", { class: "n" }, number(n)), el("td", { class: "n" }, percent(n, sum.paths)),
    el("td", { class: "wide" }, bar([[n, fateClass(fate) + " fill"]], most, "clear")));
}

function packageSection() {
  const packages = report.packages.filter((pkg) => pkg.tally.paths > 0);
  packages.sort((a, b) => b.tally.lost - a.tally.lost || ends(b.tally) - ends(a.tally) || (a.path < b.path ? -1 : 1));
  if (!packages.length) return section("Packages", "No package has an error path" + (filtering() ? " that the filters let through." : "."));
  const body = el("tbody");
  const most = Math.max(1, ...packages.map((pkg) => ends(pkg.tally)));
  const table = el("table", { class: "packages" }, el("thead", null, el("tr", null,
    el("th", { scope: "col" }, "Package"), el("th", { scope: "col", class: "n" }, "Lost"),
    el("th", { scope: "col", class: "n" }, "Paths that end"), el("th", { scope: "col", class: "n" }, "Coverage"), el("td", { class: "wide" }))), body);
  const button = more(body, packages, (pkg) => el("tr", null,
    el("th", { scope: "row" }, el("a", { href: fileHash(worstFile(pkg)), title: pkg.path }, pkg.name)),
    el("td", { class: "n" }, number(pkg.tally.lost)), el("td", { class: "n" }, number(ends(pkg.tally))),
    el("td", { class: "n" }, percent(pkg.tally.traced, ends(pkg.tally))),
    el("td", { class: "wide" }, bar([[pkg.tally.traced, "is-traced"], [pkg.tally.lost, "is-lost"]], most, "clear"))), 12, 100);
  return section("Packages", "Those that lose most come first. A name leads to the file that loses most.", table, button);
}

function worstFile(pkg) {
  return pkg.files.reduce((worst, file) => (file.tally.lost > worst.tally.lost ? file : worst));
}

// boundarySection groups the errors of functions that can return none: whatever is lost
// there, no caller can make up for.
function boundarySection() {
  const kinds = new Map();
  for (const error of report.errors) {
    if (!error.boundary || !error.seen) continue;
    if (!kinds.has(error.boundary)) kinds.set(error.boundary, []);
    kinds.get(error.boundary).push(error);
  }
  const order = Object.keys(boundaryWords);
  const names = [...kinds.keys()].sort((a, b) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99) || (a < b ? -1 : 1));
  const cards = el("div", { class: "cards" });
  for (const name of names) cards.append(boundaryCard(name, kinds.get(name)));
  return section("Boundaries", "Functions that an error cannot be returned from. What is lost there, no caller can make up for.",
    names.length ? cards : el("p", null, "No error is born in one."));
}

function boundaryCard(name, errors) {
  const [title, says] = boundaryWords[name] || [name, ""];
  const sum = tally(errors);
  const functions = worstFunctions(errors);
  const list = el("ol", { class: "plain-list functions" });
  const card = el("article", { class: "card" },
    el("h3", null, title), el("p", { class: "quiet" }, says),
    el("p", null, el("strong", null, number(sum.lost)), " of " + count(ends(sum), "path") + " lost"),
    bar([[sum.traced, "is-traced"], [sum.lost, "is-lost"]], ends(sum)), list);
  const button = more(list, functions, (f) => el("li", null, errorLink(f.first, code(f.first.function || "a function")),
    el("span", { class: "quiet" }, f.first.pkg.name), el("span", { class: "lost-count" }, number(f.lost))), 5, 20);
  if (functions.length) card.append(button);
  else list.replaceWith(el("p", { class: "quiet" }, "None loses an error."));
  return card;
}

// worstFunctions returns the functions that lose a path, with how many, the worst first.
function worstFunctions(errors) {
  const functions = new Map();
  for (const error of errors) {
    const lost = error.paths.filter((path) => path.seen && path.fate.lost).length;
    if (!lost) continue;
    const key = error.pkg.path + "\n" + error.file.name + "\n" + error.function;
    const f = functions.get(key) || { first: error, lost: 0 };
    f.lost += lost;
    functions.set(key, f);
  }
  return [...functions.values()].sort((a, b) => b.lost - a.lost);
}
