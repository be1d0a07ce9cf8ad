/** What looks as if it had tags and has none: how it begins and how it ends. */
const OPAQUE: readonly (readonly [start: string, end: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/**
 * Whether elements lie in each other deeper than that, by nothing but where tags open and close: a look before anything is
 * parsed, in one pass over the text. What does not end is left to the parser to refuse.
 */
export function isDeeperThan(most: number, xml: string): boolean {
  let depth = 0;
  for (let start = xml.indexOf("<"); start !== -1;) {
    const opaque = OPAQUE.find(([opens]) => xml.startsWith(opens, start));
    const end = opaque === undefined ? endOfTag(xml, start) : endOf(xml, opaque[1], start + opaque[0].length);
    if (end === -1) return false;
    if (opaque === undefined && xml[end - 1] !== "/") depth += xml[start + 1] === "/" ? -1 : 1;
    if (depth > most) return true;
    start = xml.indexOf("<", end);
  }
  return false;
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length - 1;
}

/** Where the ">" of a tag is: those in the values of its attributes end nothing. */
function endOfTag(xml: string, start: number): number {
  for (let at = start; at !== -1 && at < xml.length; at += 1) {
    const one = xml[at];
    if (one === ">") return at;
    if (one !== '"' && one !== "'") continue;
    at = xml.indexOf(one, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}
