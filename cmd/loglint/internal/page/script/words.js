// What the page calls things, in words that need no knowledge of loglint.

const classWords = {
  environment: "it tells of the world outside: a file, the network, a process",
  decoding: "it tells of data that mostly come from outside and cannot be read",
  probe: "the call asks whether something is there; that it is not is an answer",
  likely: "the body of the callee cannot be seen, but by its shape it reaches the world outside",
  cleanup: "clean-up at the end of some work, best effort by custom",
  computed: "it follows from the arguments alone",
  unknown: "nothing is known of the callee",
};

const roleWords = {
  request: "it serves a request",
  worker: "it works in the background",
  "start-up": "it prepares the program for its work",
  command: "it is run from a command line",
  harness: "it serves tests",
};

const boundaryWords = {
  handler: ["Handlers", "A handler answers a client. What it does not log or record, only the client hears of."],
  goroutine: ["Goroutines", "A goroutine has nobody to return an error to."],
  main: ["Main functions", "The program ends here."],
  callback: ["Callbacks", "A function that others call, and that they take no error from."],
  deferred: ["Deferred functions", "They run when a function ends, and their results are thrown away."],
};

const kindWords = {
  traced: "Leave a trace",
  lost: "End without a trace: lost",
  on: "Go on, and are not counted",
  unknown: "Unknown, and not counted",
};

// Characters that turn the direction of text can make code read as what it is not. They are
// shown by their numbers.
const unseenMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function plainText(text) {
  return String(text).replace(unseenMarks, (c) => "⟨U+" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + "⟩");
}

function count(n, one, many) {
  return number(n) + " " + (n === 1 ? one : many || one + "s");
}

const numberFormat = new Intl.NumberFormat("en");

function number(n) {
  return numberFormat.format(n);
}

// percent rounds down: what is called 100 % lacks nothing.
function percent(part, whole) {
  if (whole === 0) return "–";
  const tenths = Math.floor((1000 * part) / whole);
  if (tenths === 0 && part > 0) return "<0.1\u00a0%";
  return (tenths / 10).toFixed(1) + "\u00a0%";
}

// probability is rounded down as well, so that none reaches a threshold that it is below.
function probabilityText(p) {
  return Math.floor(p * 100 + 1e-9) + "\u00a0%";
}

function pathWords(tally) {
  return count(tally.paths, "path") + (tally.lost ? ", " + number(tally.lost) + " lost" : "");
}

function calleeName(error) {
  return error.callee || "this place";
}
