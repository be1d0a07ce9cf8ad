import { decodeLine, decodeLines, NOTHING_UNDECODED } from "./decode-lines.ts";
import type { LineProblem, PrintLogReader, PrintRecord } from "./print-record.ts";

/**
 * Reads a whole log as it streams in, for an import: problems as they come, and each job once, with its last count. Needs
 * memory for the jobs, not for the file.
 */
export async function readPrintLog<State>(
  reader: PrintLogReader<State>,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ records: PrintRecord[]; problems: LineProblem[] }> {
  const records = new Map<string, PrintRecord>();
  const problems: LineProblem[] = [];
  let state = reader.start;
  let rest = NOTHING_UNDECODED;
  const take = (text: string, offset: number) => {
    const step = reader.read(state, { text, offset });
    state = step.state;
    for (const record of step.records) records.set(record.key, record);
    problems.push(...step.problems);
  };
  for await (const chunk of chunks) {
    const cut = decodeLines(rest, chunk);
    rest = cut.rest;
    for (const line of cut.lines) take(line.text, line.offset);
  }
  if (rest.bytes.length > 0) take(decodeLine(rest.bytes, rest.encoding), rest.offset);
  return { records: [...records.values()], problems };
}
