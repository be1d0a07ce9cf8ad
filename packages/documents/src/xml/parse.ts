import { DOMParser, type Element } from "@xmldom/xmldom";
import { isDeeperThan } from "./depth.ts";
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

/** U+FFFD is a character like others: somebody's text was damaged before, and is no reason to refuse an invoice. */
const LAWFUL_BUT_WARNED_OF = "Unicode replacement character detected";

function parsed(xml: string): Element | null {
  try {
    const parser = new DOMParser({
      // The parser's own way is that of XML 1.1, which takes U+2028 for the end of a line.
      normalizeLineEndings: (source) => source.replaceAll(/\r\n?/g, "\n"),
      onError: (level, message) => {
        if (message.startsWith(LAWFUL_BUT_WARNED_OF)) return;
        throw new Error(`${level}: ${message}`);
      },
    });
    return parser.parseFromString(xml.replace(/^\uFEFF/, ""), "text/xml").documentElement;
  } catch (error) {
    throw new InvoiceNotReadError("not_xml", error instanceof Error ? error.message : "the parser gave up");
  }
}
