// Findings: on the start page the most probable ones, in the panel all that is known of one.

function findingSection() {
  const findings = report.findings.filter((f) => f.error.seen);
  findings.sort((a, b) => b.shown - a.shown || b.probability - a.probability);
  const shown = findings.filter((f) => f.shown).length;
  if (!findings.length) return section("Findings", "There are none" + (filtering() ? " that the filters let through." : "."));
  const list = el("ol", { class: "plain-list findings" });
  const button = more(list, findings, findingItem, 10, 50);
  return section("Findings", count(shown, "finding") + (shown === 1 ? " is" : " are") + " shown by loglint, where the probability that a maintainer would act is " +
    probabilityText(report.least) + " or more; " + number(findings.length - shown) + (findings.length - shown === 1 ? " is" : " are") + " held back. The most probable come first.", list, button);
}

function findingItem(finding) {
  const { error } = finding;
  return el("li", null,
    el("div", { class: "chance" }, el("strong", null, probabilityText(finding.probability)), chanceBar(finding)),
    el("div", null,
      el("p", null, errorLink(error, finding.message)),
      finding.instead && el("p", null, el("span", { class: "label" }, "Instead"), " ", finding.instead),
      el("p", { class: "quiet" }, badge(finding), " ", code(finding.category), " ", error.file.name + ":" + finding.line)));
}

function badge(finding) {
  return el("span", { class: "badge " + (finding.shown ? "shown" : "held") }, finding.shown ? "shown" : "held back");
}

// chanceBar shows a probability, and by a tick the least that is shown.
function chanceBar(finding) {
  const box = el("span", { class: "chance-bar", "aria-hidden": "true" }, el("span", { class: "value" }), el("span", { class: "least" }));
  box.style.setProperty("--value", finding.probability);
  box.style.setProperty("--least", report.least);
  return box;
}

// findingLead says in the words of the finding what is wrong: it is what a reader looks for.
function findingLead(finding) {
  return el("div", { class: "lead" }, el("p", { class: "message" }, finding.message),
    finding.instead && el("p", null, el("span", { class: "label" }, "Instead"), " ", finding.instead));
}

function findingDetails(finding) {
  const box = el("section", { class: "finding" },
    el("h3", null, "Finding ", badge(finding)),
    details([
      ["Category", code(finding.category)],
      ["Reported at", fileLink(finding.error.file, finding.line, 0, "line " + finding.line)],
      ["Probability", [el("strong", null, probabilityText(finding.probability)), " that a maintainer would act on it; " + probabilityText(report.least) + " is the least that is shown", chanceBar(finding)]],
      [finding.shown ? "Shown because" : "Held back because", finding.why],
    ]));
  if (finding.evidence.length) box.append(el("h4", null, "Evidence"), evidenceTable(finding.evidence));
  if (finding.fixes.length) {
    box.append(el("h4", null, finding.fixes.length === 1 ? "What would mend it" : "What would mend it: one of these"),
      el("ul", { class: "fixes" }, finding.fixes.map((fix) => el("li", null, fix))));
  }
  return box;
}

function evidenceTable(evidence) {
  const most = Math.max(1, ...evidence.map((e) => Math.abs(e.weight)));
  const list = el("ul", { class: "evidence" });
  for (const e of [...evidence].sort((a, b) => b.weight - a.weight)) {
    const scale = el("span", { class: "weight " + (e.weight < 0 ? "against" : "for"), "aria-hidden": "true" }, el("span"));
    scale.style.setProperty("--weight", Math.abs(e.weight) / most);
    list.append(el("li", null,
      el("span", { class: "says" }, e.says || e.name),
      el("span", { class: "evidence-name quiet" }, code(e.name), " " + (e.weight < 0 ? "against it, " : "for it, ") + signed(e.weight)),
      scale));
  }
  return list;
}

function signed(weight) {
  return (weight < 0 ? "−" : "+") + Math.abs(weight).toFixed(2);
}

// details is a list of what is known, without what is not.
function details(pairs) {
  const list = el("dl", { class: "details" });
  for (const [name, value] of pairs) {
    if (value === "" || value === null || value === undefined) continue;
    list.append(el("div", null, el("dt", null, name), el("dd", null, ...[value].flat())));
  }
  return list;
}
