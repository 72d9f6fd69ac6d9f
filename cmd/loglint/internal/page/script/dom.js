// Elements, made without markup: text can only ever become text.

function byId(id) {
  return document.getElementById(id);
}

// el makes an element. Attributes that are false or null are left out, and on… are listeners.
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  put(element, children);
  return element;
}

function put(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : plainText(child));
  }
}

function svg(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function code(text) {
  return el("code", null, text);
}

// fateClass is the class that gives an element the colour of a fate. A fate that the style
// does not know has none.
function fateClass(fate) {
  return /^[a-z]+$/.test(fate.name) ? "fate-" + fate.name : "fate-other";
}

// chip is the sign of a fate: its letter, filled if the path is lost. Where the name of the
// fate stands beside it, it is nothing to be read aloud.
function chip(fate) {
  return el("span", { class: "chip " + fate.kind + " " + fateClass(fate), "aria-hidden": "true", title: fate.name + ": " + fate.says }, fate.letter);
}

// bar shows shares of a whole, each in the colour of its class. The numbers stand beside it.
function bar(parts, whole, style) {
  const box = el("span", { class: "bar " + (style || ""), "aria-hidden": "true" });
  for (const [part, name] of parts) {
    if (!part) continue;
    const piece = el("span", { class: name });
    piece.style.flexGrow = part;
    box.append(piece);
  }
  const rest = whole - parts.reduce((sum, [part]) => sum + part, 0);
  if (rest > 0) {
    const piece = el("span", { class: "rest" });
    piece.style.flexGrow = rest;
    box.append(piece);
  }
  return box;
}

// tallyBar shows what becomes of paths: with a trace, lost, and the rest.
function tallyBar(tally, style) {
  return bar([[tally.traced, "is-traced"], [tally.lost, "is-lost"]], tally.paths, style);
}

function fileLink(file, line, column, ...children) {
  return el("a", { href: fileHash(file, line, column) }, ...children);
}

function errorLink(error, ...children) {
  return fileLink(error.file, error.line, error.column, ...children);
}

// say has a screen reader say something, such as how many results there are.
function say(text) {
  byId("said").textContent = plainText(text);
}

function calmly() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// more shows a list piece by piece: a page of ten thousand rows helps nobody.
function more(list, items, make, first, step) {
  const button = el("button", { type: "button", class: "plain more" });
  let shown = 0;
  const show = (n) => {
    const before = shown;
    for (const item of items.slice(shown, shown + n)) list.append(make(item));
    shown = Math.min(items.length, shown + n);
    button.hidden = shown >= items.length;
    button.textContent = "Show " + number(Math.min(step, items.length - shown)) + " more" + (items.length - shown > step ? " of " + number(items.length - shown) : "");
    return list.children[before];
  };
  button.addEventListener("click", () => {
    const next = show(step).querySelector("a, button");
    if (next) next.focus();
  });
  show(first);
  return button;
}
