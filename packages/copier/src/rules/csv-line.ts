/**
 * The cells of one CSV line (RFC 4180), or null while a quote is open: the rest of the cell is on the next line, or was
 * torn off. A quote inside an unquoted cell is itself, as Excel reads it.
 */
export function csvCells(line: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line[at] === '"') {
      const end = closingQuote(line, at + 1);
      if (end < 0) return null;
      const comma = commaAfter(line, end + 1);
      cells.push(line.slice(at + 1, end).replaceAll('""', '"') + line.slice(end + 1, comma));
      at = comma + 1;
    } else {
      const comma = commaAfter(line, at);
      cells.push(line.slice(at, comma));
      at = comma + 1;
    }
  }
  return cells;
}

function commaAfter(line: string, from: number): number {
  const comma = line.indexOf(",", from);
  return comma < 0 ? line.length : comma;
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}
