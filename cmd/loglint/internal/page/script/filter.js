// Filters: which paths are looked at. In each group nothing ticked means everything, so that
// one tick is enough to see one kind alone.

const noValue = "none";

const filterGroups = [
  { key: "fate", title: "Fate", of: (path) => path.fate.name },
  { key: "class", title: "Class", of: (path) => path.error.class || noValue },
  { key: "role", title: "Role", none: "no role", of: (path) => path.error.role || noValue },
  { key: "category", title: "Category of the finding", none: "no finding", of: (path) => (path.error.finding ? path.error.finding.category : noValue) },
];

const ticked = new Map(filterGroups.map((group) => [group.key, new Set()]));
const filterListeners = [];

function onFilter(listener) {
  filterListeners.push(listener);
}

function filtering() {
  return filterGroups.some((group) => ticked.get(group.key).size > 0);
}

// Each path is judged once for each change of the filters, and errors and tallies follow.
function judge() {
  const active = filterGroups.filter((group) => ticked.get(group.key).size > 0);
  for (const path of report.paths) path.seen = active.every((group) => ticked.get(group.key).has(group.of(path)));
  const bare = active.every((group) => group.key !== "fate");
  for (const error of report.errors) {
    error.seen = error.paths.length ? error.paths.some((path) => path.seen) : bare && seenWithout(error, active);
  }
  for (const file of report.files) file.tally = tally(file.errors);
  for (const pkg of report.packages) pkg.tally = tally(pkg.errors);
  report.tally = tally(report.errors);
}

// seenWithout judges an error that has no paths, by what does not need one.
function seenWithout(error, active) {
  return active.every((group) => ticked.get(group.key).has(group.of({ error })));
}

// tally counts the paths of errors that the filters let through.
function tally(errors) {
  const sum = { errors: 0, paths: 0, traced: 0, lost: 0, unknown: 0, fates: new Map() };
  for (const error of errors) {
    if (error.seen) sum.errors++;
    for (const path of error.paths) if (path.seen) addPath(sum, path);
  }
  return sum;
}

function addPath(sum, path) {
  sum.paths++;
  if (path.fate.traced) sum.traced++;
  else if (path.fate.lost) sum.lost++;
  else if (path.fate.kind === "unknown") sum.unknown++;
  sum.fates.set(path.fate, (sum.fates.get(path.fate) || 0) + 1);
}

function ends(sum) {
  return sum.traced + sum.lost;
}

function filterChanged() {
  judge();
  showFilterState();
  for (const listener of filterListeners) listener();
  if (filtering()) say("Filters: " + count(report.tally.errors, "error") + ", " + pathWords(report.tally));
  else say("No filters: " + count(report.tally.errors, "error"));
}

function showFilterState() {
  const n = [...ticked.values()].reduce((sum, set) => sum + set.size, 0);
  byId("filters-set").textContent = n ? "(" + n + " on)" : "";
  byId("clear-filters").disabled = n === 0;
}

// tick sets the ticks of a group to the given values alone.
function tick(key, values) {
  const set = ticked.get(key);
  set.clear();
  for (const value of values) set.add(value);
  for (const box of byId("filter-body").querySelectorAll("input")) {
    if (box.name === key) box.checked = set.has(box.value);
  }
}

function buildFilters() {
  const body = byId("filter-body");
  const lost = report.fates.filter((fate) => fate.lost).map((fate) => fate.name);
  body.append(el("p", { class: "filter-tools" },
    el("button", { type: "button", class: "plain", id: "lost-only", onclick: () => { tick("fate", lost); filterChanged(); } }, "Lost paths only"),
    el("button", { type: "button", class: "plain", id: "clear-filters", onclick: () => {
      for (const group of filterGroups) tick(group.key, []);
      filterChanged();
    } }, "Clear")));
  for (const group of filterGroups) body.append(filterGroup(group));
  showFilterState();
}

function filterGroup(group) {
  const counts = new Map();
  if (group.key === "fate") for (const fate of report.fates) counts.set(fate.name, 0);
  for (const path of report.paths) counts.set(group.of(path), (counts.get(group.of(path)) || 0) + 1);
  const values = [...counts.keys()].filter((value) => counts.get(value) > 0);
  if (group.key !== "fate") values.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  const box = el("fieldset", null, el("legend", null, group.title));
  for (const value of values) {
    const fate = group.key === "fate" && report.fates.find((f) => f.name === value);
    box.append(el("label", null,
      el("input", { type: "checkbox", name: group.key, value, onchange: (event) => {
        const set = ticked.get(group.key);
        if (event.target.checked) set.add(value);
        else set.delete(value);
        filterChanged();
      } }),
      fate && chip(fate), el("span", { class: "filter-name" }, value === noValue && group.none ? group.none : value), el("span", { class: "filter-count" }, number(counts.get(value)))));
  }
  if (!values.length) box.append(el("p", { class: "quiet" }, "There are no paths."));
  return box;
}
