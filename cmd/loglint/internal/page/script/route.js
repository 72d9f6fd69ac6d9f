// Places of the page, as the part of the address behind #: #/ is the start page, and
// #/file/dir/name.go:12:5 a file, a line of it, and the column of an error there.

function fileHash(file, line, column) {
  const name = file.name.split("/").map(encodeURIComponent).join("/");
  return "#/file/" + name + (line ? ":" + line : "") + (line && column ? ":" + column : "");
}

// readHash returns the place that the address names, or null if it names none. A colon in a
// name is written %3A, and cannot be taken for that before a line.
function readHash(hash) {
  if (hash === "" || hash === "#" || hash === "#/" || hash === "#main") return { start: true };
  const match = /^#\/file\/([^:]*)(?::(\d+))?(?::(\d+))?$/.exec(hash);
  if (!match) return null;
  let name;
  try {
    name = decodeURIComponent(match[1]);
  } catch {
    return null; // a % that is not followed by two digits
  }
  const file = report.files.find((f) => f.name === name);
  return file ? { file, line: Number(match[2] || 0), column: Number(match[3] || 0) } : null;
}

// go shows a place. Steps from one error to the next replace each other, so that the back
// button leads out of a file and not through all of its errors. What is asked for beside the
// place is the business of showPlace.
function go(hash, replace, asked) {
  setAddress(hash, replace || hash === location.hash);
  return show(hash, asked).catch(failed);
}

// setAddress writes a place into the address. A browser refuses that while a key is held
// down; the place is shown all the same.
function setAddress(hash, replace) {
  try {
    if (replace) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
  } catch {
    // The address stays as it is.
  }
}
