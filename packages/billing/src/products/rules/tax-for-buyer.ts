import type { TaxTreatment } from "../../parties/rules/lacks.ts";
import type { ReasonedTax } from "../schema.ts";

/** How an account is taxed, and, where it is exempt, why. */
export interface BuyerTaxation {
  readonly taxTreatment: TaxTreatment;
  readonly exemptionReason: string | null;
  readonly exemptionCode: string | null;
}

/**
 * What a buyer's treatment makes of a domestic tax (UNTDID 5305, VATEX): reverse charge AE, a supply within the Union K, exempt E with the
 * account's reason, export G. What is outside of the scope of tax stays so for everybody: nothing is owed that somebody else could owe.
 * The words that the law asks for come with the code (`exemptionWords`); a reason in words is one that somebody typed.
 */
export function taxForBuyer(buyer: BuyerTaxation, domestic: ReasonedTax): ReasonedTax {
  if (domestic.category === "O") return domestic;
  const none = { basisPoints: 0, exemptionReason: null };
  switch (buyer.taxTreatment) {
    case "domestic":
      return domestic;
    case "reverse_charge":
      return { ...none, category: "AE", exemptionCode: "VATEX-EU-AE" };
    case "intra_community":
      return { ...none, category: "K", exemptionCode: "VATEX-EU-IC" };
    case "export":
      return { ...none, category: "G", exemptionCode: "VATEX-EU-G" };
    case "exempt":
      return { ...none, category: "E", exemptionReason: buyer.exemptionReason, exemptionCode: buyer.exemptionCode };
  }
}
