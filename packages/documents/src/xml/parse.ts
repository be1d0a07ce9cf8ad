import { DOMParser, type Element } from "@xmldom/xmldom";
import { InvoiceNotReadError } from "./not-read.ts";

/** An invoice with its attachments: 20 MiB of text, more than any network takes (Peppol's limit is 100 MB for what is compressed). */
const MOST_CHARACTERS = 20 * 1024 * 1024;
/** Invoices are ten levels deep, and a parser is slow where everything is in everything. */
const DEEPEST = 64;

/**
 * The outermost element of what somebody sent. A document type is refused before anything is parsed: an invoice has none, and
 * entities are how XML reads files and fills memories (OWASP, XML External Entity Prevention). Whatever the parser only warns
 * of is refused, too. Throws InvoiceNotReadError.
 */
export function parseXml(xml: string): Element {
  if (xml.length > MOST_CHARACTERS) throw new InvoiceNotReadError("too_large", `it has ${xml.length} characters`);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new InvoiceNotReadError("doctype", "it declares a document type");
  if (isDeeperThan(DEEPEST, xml)) throw new InvoiceNotReadError("too_deep", `it has more than ${DEEPEST} levels`);
  const root = parsed(xml);
  if (root === null) throw new InvoiceNotReadError("not_xml", "it has no element");
  return root;
}

function parsed(xml: string): Element | null {
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    });
    return parser.parseFromString(xml.replace(/^\uFEFF/, ""), "text/xml").documentElement;
  } catch (error) {
    throw new InvoiceNotReadError("not_xml", error instanceof Error ? error.message : "the parser gave up");
  }
}

/** A tag, or what only looks as if it had tags; sticky, and each is read once: what does not close is left to the parser. */
const TAG = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(?:"[^"]*"|'[^']*'|[^"'>])*>/y;

function isDeeperThan(most: number, xml: string): boolean {
  let depth = 0;
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", TAG.lastIndex)) {
    TAG.lastIndex = at;
    const tag = TAG.exec(xml)?.[0];
    if (tag === undefined) return false;
    if (tag.startsWith("</")) depth -= 1;
    else if (!/^<[!?]|\/>$/.test(tag)) depth += 1;
    if (depth > most) return true;
  }
  return false;
}
