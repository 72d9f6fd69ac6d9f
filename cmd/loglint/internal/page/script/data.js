// The data of the page: inflated from the elements that hold it, and made from columns into
// errors, paths and findings that know each other.

function bytesOf(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function inflate(element) {
  const packed = new Blob([bytesOf(element.textContent)]);
  const stream = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// report is filled once, by load, before anything is shown.
const report = {
  version: "", module: "", least: 0, missing: [], fates: [],
  packages: [], files: [], errors: [], paths: [], findings: [],
};

async function load() {
  const doc = JSON.parse(new TextDecoder().decode(await inflate(document.getElementById("report"))));
  report.version = doc.version;
  report.module = doc.module;
  report.least = doc.least;
  report.missing = (doc.missing || []).map(([path, why]) => ({ path, why }));
  report.fates = doc.fates;
  for (const fate of report.fates) {
    fate.traced = fate.kind === "traced";
    fate.lost = fate.kind === "lost";
    fate.ends = fate.traced || fate.lost;
  }
  readFiles(doc.files);
  readErrors(doc);
}

function readFiles(columns) {
  (columns.name || []).forEach((name, i) => {
    const file = { name, block: columns.block[i], from: columns.from[i], to: columns.to[i], errors: [], packages: new Set() };
    if (file.block < 0) file.missing = columns.why[i];
    report.files.push(file);
  });
}

// readErrors walks over the errors once; what belongs to an error is next in its own columns.
function readErrors(doc) {
  const { strings, errors: e } = doc;
  const nextPath = pathReader(doc);
  const nextFinding = findingReader(doc);
  let at = 0;
  (doc.packages.path || []).forEach((path, p) => {
    const pkg = { path, name: shortName(path), errors: [], files: [] };
    report.packages.push(pkg);
    for (const end = at + doc.packages.errors[p]; at < end; at++) {
      const error = {
        pkg, file: report.files[e.range.file[at]],
        line: e.range.line[at], column: e.range.column[at], endLine: e.range.endLine[at], endColumn: e.range.endColumn[at],
        callee: strings[e.callee[at]], class: strings[e.class[at]], from: strings[e.from[at]], does: strings[e.does[at]],
        function: strings[e.function[at]], role: strings[e.role[at]], boundary: strings[e.boundary[at]],
        paths: [], finding: null,
      };
      for (let n = e.paths[at]; n > 0; n--) error.paths.push(nextPath(error));
      if (e.finding[at]) error.finding = nextFinding(error);
      report.errors.push(error);
      pkg.errors.push(error);
      error.file.errors.push(error);
      error.file.packages.add(pkg);
    }
  });
  for (const file of report.files) {
    file.errors.sort((a, b) => a.line - b.line || a.column - b.column);
    for (const pkg of file.packages) pkg.files.push(file);
  }
  for (const pkg of report.packages) pkg.files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function pathReader(doc) {
  const { strings, paths: p } = doc;
  let at = 0, step = 0, trace = 0;
  return (error) => {
    const path = { error, fate: report.fates[p.fate[at]], lines: [], traces: [], keeper: strings[p.keeper[at]], held: strings[p.held[at]] };
    let line = error.line;
    for (let n = p.lines[at]; n > 0; n--) path.lines.push(line += p.steps[step++]);
    for (let n = p.traces[at]; n > 0; n--, trace++) path.traces.push({ line: p.traceLine[trace], by: strings[p.traceBy[trace]] });
    at++;
    report.paths.push(path);
    return path;
  };
}

function findingReader(doc) {
  const { strings, findings: f } = doc;
  let at = 0, reason = 0, fix = 0;
  return (error) => {
    const finding = {
      error, category: strings[f.category[at]], line: f.line[at], message: strings[f.message[at]], instead: strings[f.instead[at]],
      probability: f.probability[at], shown: f.shown[at] === 1, why: strings[f.why[at]], evidence: [], fixes: [],
    };
    for (let n = f.evidence[at]; n > 0; n--, reason++) {
      finding.evidence.push({ name: strings[f.reasons.name[reason]], weight: f.reasons.weight[reason], says: strings[f.reasons.says[reason]] });
    }
    for (let n = f.fixes[at]; n > 0; n--) finding.fixes.push(strings[f.fixText[fix++]]);
    at++;
    report.findings.push(finding);
    return finding;
  };
}

// shortName is a package as seen from its module, which all of them would begin with.
function shortName(path) {
  if (path === report.module) return "(root)";
  const prefix = report.module + "/";
  return report.module && path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

// A block holds many files: the last few that were inflated are kept for the files beside.
const blocks = new Map();
const keptBlocks = 8;

// textOf returns the bytes of a file. Blocks stand behind the script, and the browser may
// not have read them yet.
async function textOf(file) {
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  let block = blocks.get(file.block);
  if (!block) {
    block = inflate(document.getElementById("source-" + file.block));
    blocks.set(file.block, block);
    if (blocks.size > keptBlocks) blocks.delete(blocks.keys().next().value);
  }
  return (await block).subarray(file.from, file.to);
}
