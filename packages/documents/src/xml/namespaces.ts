/** The prefixes that invoices are usually written with, and what they stand for. Others may be read: what counts is the namespace. */
const NAMESPACES = new Map([
  ["inv", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"],
  ["cn", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"],
  ["cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"],
  ["cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"],
  ["rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"],
  ["ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"],
  ["udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"],
  ["qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"],
]);

interface ResolvedName {
  readonly namespace: string;
  readonly localName: string;
}

/** Tables ask for the same hundred names again and again. */
const RESOLVED = new Map<string, ResolvedName>();

/** "cbc:ID" → its namespace and its local name. */
export function resolveName(name: string): ResolvedName {
  const known = RESOLVED.get(name);
  if (known !== undefined) return known;
  const [prefix = "", localName = ""] = name.split(":");
  const namespace = NAMESPACES.get(prefix);
  if (namespace === undefined) throw new Error(`No namespace is known for ${name}.`);
  const resolved = { namespace, localName };
  RESOLVED.set(name, resolved);
  return resolved;
}
