// The tree of packages and files, after the tree pattern of ARIA: one item of it takes part in
// the order of Tab, and the arrow keys move between the items. The files of a package stand
// beside its item and not in it, so that the name of the item is what is seen of it.

const treeItems = new Map(); // from an item to its package or file
const itemOf = new Map(); // from a package to its item

function buildTree() {
  const tree = byId("tree");
  for (const pkg of report.packages) tree.append(packageItem(pkg));
  tree.addEventListener("click", (event) => {
    const item = event.target.closest("[role=treeitem]");
    if (item) activate(item);
  });
  tree.addEventListener("keydown", treeKey);
  onFilter(refreshTree);
  refreshTree();
}

function packageItem(pkg) {
  const item = treeItem(1, { pkg });
  if (pkg.files.length) item.setAttribute("aria-expanded", "false");
  itemOf.set(pkg, item);
  return el("li", { role: "none", class: "package" }, item);
}

function treeItem(level, node) {
  const item = el("div", { role: "treeitem", "aria-level": level, "aria-selected": "false", tabindex: -1, class: "item" });
  treeItems.set(item, node);
  return item;
}

// Files are put into the tree when their package is opened for the first time.
function openPackage(item, open) {
  const { pkg } = treeItems.get(item);
  if (!pkg.files.length) return;
  item.setAttribute("aria-expanded", String(open));
  if (!open || item.nextElementSibling) return;
  const group = el("ul", { role: "group" });
  for (const file of pkg.files) {
    const child = treeItem(2, { pkg, file });
    group.append(el("li", { role: "none", class: "file" }, child));
    refreshItem(child);
  }
  item.after(group);
  markPlace();
}

function refreshTree() {
  for (const item of treeItems.keys()) refreshItem(item);
  const seen = report.packages.filter((pkg) => pkg.tally.errors > 0).length;
  byId("tree-note").textContent = filtering() ? number(seen) + " of " + number(report.packages.length) : number(report.packages.length);
  const stop = byId("tree").querySelector("[tabindex='0']");
  if (!stop || !visibleItems().includes(stop)) rove(visibleItems()[0]);
}

function refreshItem(item) {
  const { pkg, file } = treeItems.get(item);
  const sum = (file || pkg).tally;
  const name = file ? file.name.slice(file.name.lastIndexOf("/") + 1) : pkg.name;
  const none = (file || pkg).errors.length === 0;
  item.parentElement.hidden = sum.errors === 0 && filtering();
  item.classList.toggle("empty", none);
  item.setAttribute("aria-label", plainText(name) + (none ? ": no errors" : " " + number(sum.lost) + " lost of " + count(sum.paths, "path")));
  item.replaceChildren(
    el("span", { class: "twisty" }),
    el("span", { class: "name", title: file ? file.name : pkg.path }, name), " ",
    el("span", { class: "lost-count" }, sum.lost ? number(sum.lost) : ""),
    none ? el("span", { class: "bar small" }) : tallyBar(sum, "small"));
}

function visibleItems() {
  return [...byId("tree").querySelectorAll("[role=treeitem]")].filter((item) => {
    const parent = parentItem(item);
    return !item.parentElement.hidden && (!parent || (!parent.parentElement.hidden && parent.getAttribute("aria-expanded") === "true"));
  });
}

// parentItem is the package of a file, and nothing for a package.
function parentItem(item) {
  const group = item.closest("[role=group]");
  return group && group.previousElementSibling;
}

// rove makes an item the one that Tab leads to.
function rove(item) {
  const tree = byId("tree");
  for (const other of tree.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  if (item) item.tabIndex = 0;
}

function focusItem(item) {
  if (!item) return;
  rove(item);
  item.focus();
}

function activate(item) {
  rove(item);
  const { file } = treeItems.get(item);
  if (file) {
    closeDrawer();
    go(fileHash(file));
  } else {
    openPackage(item, item.getAttribute("aria-expanded") !== "true");
  }
}

function treeKey(event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const items = visibleItems();
  const at = items.indexOf(item);
  const expanded = item.getAttribute("aria-expanded");
  switch (event.key) {
    case "ArrowDown": focusItem(items[at + 1]); break;
    case "ArrowUp": focusItem(items[at - 1]); break;
    case "Home": focusItem(items[0]); break;
    case "End": focusItem(items[items.length - 1]); break;
    case "ArrowRight":
      if (expanded === "false") openPackage(item, true);
      else if (expanded === "true") focusItem(items[at + 1]);
      break;
    case "ArrowLeft":
      if (expanded === "true") openPackage(item, false);
      else focusItem(parentItem(item));
      break;
    case "Enter":
    case " ": activate(item); break;
    default: return;
  }
  event.preventDefault();
  event.stopPropagation();
}

// markPlace selects the item of the file that is shown.
function markPlace() {
  for (const item of byId("tree").querySelectorAll("[aria-selected=true]")) item.setAttribute("aria-selected", "false");
  if (!current.file) return;
  for (const [item, node] of treeItems) if (node.file === current.file) item.setAttribute("aria-selected", "true");
}

// revealPlace opens the package of the file that is shown, and brings it into view.
function revealPlace() {
  for (const pkg of current.file ? current.file.packages : []) openPackage(itemOf.get(pkg), true);
  markPlace();
  const item = byId("tree").querySelector("[aria-selected=true]");
  if (!item) return;
  if (!byId("tree").contains(document.activeElement)) rove(item);
  item.scrollIntoView({ block: "nearest" });
}
