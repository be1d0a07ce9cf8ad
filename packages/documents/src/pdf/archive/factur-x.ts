/** How much of an invoice an XML says (Factur-X 1.0, ConformanceLevel), the German rules for public buyers among them. */
export type XmlProfile = "MINIMUM" | "BASIC WL" | "BASIC" | "EN 16931" | "EXTENDED" | "XRECHNUNG";

export const FACTUR_X_NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/** The name that readers look for. */
export function fileNameOf(profile: XmlProfile): string {
  return profile === "XRECHNUNG" ? "xrechnung.xml" : "factur-x.xml";
}

/** What an archive says of the invoice that it carries, in XMP: the values, and the schema that explains them (ISO 19005-1, 6.7.8). */
export function facturXMetadata(profile: XmlProfile): string {
  const values = [
    ["DocumentType", "INVOICE"],
    ["DocumentFileName", fileNameOf(profile)],
    ["Version", "1.0"],
    ["ConformanceLevel", profile],
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
