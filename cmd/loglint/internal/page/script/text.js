// The text of a file. Columns of a report count bytes, and so does all that is here: the
// bytes of a line become a string only where they are shown. That holds for text that is no
// UTF-8, too.

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const newline = 10, tab = 9, quote = 34, backquote = 96, rune = 39, slash = 47, star = 42, backslash = 92, carriageReturn = 13;
const tabWidth = 4;

// A Text knows where its lines begin, and which parts of them are comments or strings.
class Text {
  constructor(bytes) {
    this.bytes = bytes;
    this.starts = [0]; // of lines
    this.dim = []; // from, to, from, to, ... of comments and strings, in order
    this.widest = 0;
    this.read();
    if (this.starts.length > 1 && this.starts[this.starts.length - 1] === bytes.length) this.starts.pop();
  }

  get lines() {
    return this.starts.length;
  }

  // line returns from which byte to which a line reaches, without its end.
  line(n) {
    const from = this.starts[n - 1];
    let to = n < this.starts.length ? this.starts[n] - 1 : this.bytes.length;
    if (n === this.starts.length && to > from && this.bytes[to - 1] === newline) to--;
    if (to > from && this.bytes[to - 1] === carriageReturn) to--;
    return [from, to];
  }

  part(from, to) {
    return decoder.decode(this.bytes.subarray(from, to));
  }

  // dimmed returns the comments and strings between two bytes.
  dimmed(from, to) {
    const parts = [];
    let low = 0, high = this.dim.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.dim[2 * middle + 1] <= from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.dim.length / 2 && this.dim[2 * i] < to; i++) {
      parts.push([Math.max(from, this.dim[2 * i]), Math.min(to, this.dim[2 * i + 1])]);
    }
    return parts;
  }

  // read goes over the bytes once. It need not understand Go: it looks for the marks that
  // begin and end comments and strings, and for ends of lines.
  read() {
    const { bytes, starts, dim } = this;
    let end = 0, from = 0, width = 0; // end is the mark that ends what is read, 0 in code
    for (let i = 0; i < bytes.length; i++) {
      const c = bytes[i];
      width += c === tab ? tabWidth : 1;
      if (c === newline) {
        starts.push(i + 1);
        this.widest = Math.max(this.widest, width);
        width = 0;
        if (end && end !== backquote && end !== star) {
          dim.push(from, i);
          end = 0;
        }
      } else if (end === 0) {
        if (c === quote || c === backquote || c === rune) end = c;
        else if (c === slash && bytes[i + 1] === slash) end = slash;
        else if (c === slash && bytes[i + 1] === star) end = star;
        if (end) from = i;
        if (end === star) i++, width++;
      } else if (c === backslash && (end === quote || end === rune)) {
        if (bytes[i + 1] !== newline) i++, width++;
      } else if (end === star ? c === star && bytes[i + 1] === slash : c === end && end !== slash) {
        if (end === star) i++, width++;
        dim.push(from, i + 1);
        end = 0;
      }
    }
    if (end) dim.push(from, bytes.length);
    this.widest = Math.max(this.widest, width);
  }
}
