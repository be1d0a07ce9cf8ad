import type { CiiProfile } from "../../cii/write-cii.ts";

export const FACTUR_X_NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/** How Factur-X 1.0 and ZUGFeRD 2 name our profiles, and the file that readers look for. Both are whole invoices. */
const NAMES = {
  en16931: { level: "EN 16931", file: "factur-x.xml" },
  xrechnung: { level: "XRECHNUNG", file: "xrechnung.xml" },
} as const satisfies Readonly<Record<CiiProfile, { level: string; file: string }>>;

export function fileNameOf(profile: CiiProfile): string {
  return NAMES[profile].file;
}

/** What an archive says of the invoice that it carries, in XMP: the values, and the schema that explains them (ISO 19005-1, 6.7.8). */
export function facturXMetadata(profile: CiiProfile): string {
  const values = [
    ["DocumentType", "INVOICE"],
    ["DocumentFileName", NAMES[profile].file],
    ["Version", "1.0"],
    ["ConformanceLevel", NAMES[profile].level],
  ].map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`);
  return `
<rdf:Description rdf:about="" xmlns:fx="${FACTUR_X_NAMESPACE}">${values.join("")}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${FACTUR_X_NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>${PROPERTIES.map(propertyOf).join("")}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
}

const PROPERTIES = [
  ["DocumentFileName", "The name of the embedded XML document"],
  ["DocumentType", "The type of the hybrid document in capital letters, e.g. INVOICE or ORDER"],
  ["Version", "The actual version of the standard applying to the embedded XML document"],
  ["ConformanceLevel", "The conformance level of the embedded XML document"],
] as const;

function propertyOf([name, description]: readonly [string, string]): string {
  return `
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;
}
