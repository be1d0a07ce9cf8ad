/**
 * Whose rules an invoice keeps beside those of EN 16931: nobody's, Peppol's (BIS Billing 3.0) or those of the German
 * authorities (XRechnung 3.0). A Factur-X or ZUGFeRD invoice of the profile "EN 16931" (COMFORT) is `en16931` in CII.
 */
export type Profile = "en16931" | "peppol" | "xrechnung";

/** BT-24 and BT-23 of what is written by a profile. */
export const PROFILES: Readonly<Record<Profile, { readonly specification: string; readonly businessProcess: string }>> =
  {
    en16931: { specification: "urn:cen.eu:en16931:2017", businessProcess: "" },
    peppol: {
      specification: "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
      businessProcess: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
    },
    xrechnung: {
      specification: "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
      businessProcess: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
    },
  };
