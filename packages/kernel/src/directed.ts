// Unicode's explicit directions (UAX #9, section 2): LRE, RLE, PDF, LRO, RLO; LRI, RLI, FSI, PDI; and its line breaks.
const DIRECTED = /[\u202A-\u202E\u2066-\u2069\u2028\u2029]/;

/** Whether a text can turn around what stands beside it, or break a line where none should be. */
export function isDirected(text: string): boolean {
  return DIRECTED.test(text);
}

/** What a person typed into a form that showed an isolated text: without the isolate around it. */
export function typed(text: string): string {
  return text.startsWith("\u2068") && text.endsWith("\u2069") ? text.slice(1, -1) : text;
}
