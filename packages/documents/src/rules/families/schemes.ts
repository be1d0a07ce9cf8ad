import { PEPPOL_ADDRESS_SCHEMES } from "../../codes/parties.ts";
import type { Identifier } from "../../model/decimal-text.ts";
import type { EInvoice } from "../../model/invoice.ts";
import type { Party } from "../../model/party.ts";
import type { Field } from "../fields.ts";
import { present, type Rule, type Rules, type Term } from "../rule.ts";
import { isBelgianNumber, isDanishNumber, isGln, isNorwegianNumber, isSwedishNumber } from "./check-digits.ts";
import { elsewhere, listed } from "./codes.ts";

interface Place {
  readonly id: Identifier;
  readonly term: Term;
  readonly field: Field;
}

function placesOf(party: Party, who: "seller" | "buyer", terms: readonly [Term, Term, Term]): readonly Place[] {
  const [electronic, id, registration] = terms;
  return [
    ...present(party.electronicAddress).map((one) => ({
      id: one,
      term: electronic,
      field: `${who}.electronicAddress` as const,
    })),
    ...party.ids.map((one) => ({ id: one, term: id, field: `${who}.ids` as const })),
    ...present(party.registration).map((one) => ({
      id: one,
      term: registration,
      field: `${who}.registration` as const,
    })),
  ];
}

const identifiersOf = ({ seller, buyer }: EInvoice): readonly Place[] => [
  ...placesOf(seller, "seller", ["BT-34", "BT-29", "BT-30"]),
  ...placesOf(buyer, "buyer", ["BT-49", "BT-46", "BT-47"]),
];

/** Whoever says that a number is of a register has one as the register gives it. */
function wellFormed(scheme: string, isOne: (id: string) => boolean): Rule {
  return {
    term: "BT-34",
    field: "seller.electronicAddress",
    broken: (invoice) =>
      identifiersOf(invoice)
        .filter(({ id }) => id.scheme === scheme && !isOne(id.id.trim()))
        .map(({ id, term, field }) => ({ value: id.id, term, field })),
  };
}

/** Peppol's rules about where it delivers, and about numbers of a register that have check digits: those that our customers meet. */
export const SCHEME_RULES = {
  "PEPPOL-EN16931-CL008": listed("BT-34", "seller.electronicAddress", PEPPOL_ADDRESS_SCHEMES, ({ seller, buyer }) => [
    seller.electronicAddress?.scheme,
    ...elsewhere("BT-49", "buyer.electronicAddress", [buyer.electronicAddress?.scheme]),
  ]),
  "PEPPOL-COMMON-R040": wellFormed("0088", isGln),
  "PEPPOL-COMMON-R041": wellFormed("0192", isNorwegianNumber),
  "PEPPOL-COMMON-R042": wellFormed("0184", isDanishNumber),
  "PEPPOL-COMMON-R043": wellFormed("0208", isBelgianNumber),
  "PEPPOL-COMMON-R049": wellFormed("0007", isSwedishNumber),
} satisfies Rules<string>;
