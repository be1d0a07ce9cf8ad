import { expect, test } from "vitest";
import { accountLacks, TAX_TREATMENTS } from "./lacks.ts";

const WHOLE = {
  street: "Kai 1",
  extraLine: null,
  city: "Hamburg",
  postCode: "20457",
  region: null,
  country: "DE",
  vatId: "DE136695976",
  taxId: null,
  electronicAddress: "a@b.test",
  electronicScheme: "EM",
  taxTreatment: "domestic" as const,
  exemptionReason: null,
  exemptionCode: null,
  buyerReference: "04011000-12345-67",
  isFirm: true,
  vatCheck: "valid" as const,
};
const SELLER = { vatId: "BE0428759497" };
const lacks = (more: Partial<Parameters<typeof accountLacks>[1]>, seller: { vatId: string | null } = SELLER) =>
  accountLacks(seller, { ...WHOLE, ...more }).map(({ party, field, code, severity }) =>
    [party, field, code, severity].join(" "),
  );

test.each(TAX_TREATMENTS.filter((treatment) => treatment !== "exempt"))(
  "a whole account, taxed as %s, lacks nothing",
  (taxTreatment) => {
    expect(lacks({ taxTreatment })).toEqual([]);
  },
);

test.each(["reverse_charge", "intra_community"] as const)(
  "%s needs the VAT ids of both, and one that is not refuted",
  (taxTreatment) => {
    expect(lacks({ taxTreatment, vatId: null }, { vatId: null })).toEqual([
      "buyer vatId needed_for_treatment invoice",
      "seller vatId needed_for_treatment invoice",
    ]);
    expect(lacks({ taxTreatment, vatCheck: "invalid" })).toEqual(["buyer vatId not_valid invoice"]);
    // The register did not answer, or nobody has asked: no invoice waits for that.
    for (const vatCheck of ["unavailable", null] as const) expect(lacks({ taxTreatment, vatCheck })).toEqual([]);
  },
);

test("exempt needs a reason, in words or by its code", () => {
  expect(lacks({ taxTreatment: "exempt" })).toEqual(["buyer exemptionReason needed_for_treatment invoice"]);
  expect(lacks({ taxTreatment: "exempt", exemptionReason: "A mission" })).toEqual([]);
  expect(lacks({ taxTreatment: "exempt", exemptionCode: "VATEX-EU-151" })).toEqual([]);
});

test("an address needs its post code where there are some", () => {
  const address = { street: null, city: null, postCode: null };
  expect(lacks(address)).toEqual(["street", "city", "postCode"].map((field) => `buyer ${field} missing invoice`));
  expect(lacks({ postCode: null, country: "HK" })).toEqual([]);
  expect(lacks({ country: null, postCode: null })).toHaveLength(2);
});

test("a firm gets e-invoices, and a person none", () => {
  const nothing = { electronicAddress: null, electronicScheme: null, buyerReference: null };
  expect(lacks(nothing)).toEqual([
    "buyer electronicAddress missing e_invoice",
    "buyer buyerReference missing e_invoice",
  ]);
  expect(lacks({ ...nothing, isFirm: false })).toEqual([]);
});
