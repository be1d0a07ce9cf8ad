import type { Sequences } from "../xml/arrange.ts";

const inOrder = (names: string): readonly string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `ram:${name}`);

const PARTY =
  inOrder(`ID GlobalID Name RoleCode Description SpecifiedLegalOrganization DefinedTradeContact PostalTradeAddress
  URIUniversalCommunication SpecifiedTaxRegistration`);
const REFERENCED = inOrder(`IssuerAssignedID URIID LineID TypeCode Name AttachmentBinaryObject ReferenceTypeCode
  FormattedIssueDateTime`);
const TAX = inOrder(`CalculatedAmount TypeCode ExemptionReason BasisAmount CategoryCode ExemptionReasonCode TaxPointDate
  DueDateTypeCode RateApplicablePercent`);

/**
 * The orders of the schema of CII D16B, of what EN 16931 uses of it; elements that aren't here are written in the order of
 * their table. https://unece.org/trade/uncefact/xml-schemas
 */
export const CII_SEQUENCES: Sequences = {
  "ram:SellerTradeParty": PARTY,
  "ram:BuyerTradeParty": PARTY,
  "ram:PayeeTradeParty": PARTY,
  "ram:SellerTaxRepresentativeTradeParty": PARTY,
  "ram:AdditionalReferencedDocument": REFERENCED,
  "ram:ApplicableTradeTax": TAX,
  "ram:CategoryTradeTax": TAX,
  "ram:SpecifiedTradeAllowanceCharge":
    inOrder(`ChargeIndicator SequenceNumeric CalculationPercent BasisAmount BasisQuantity
    ActualAmount ReasonCode Reason CategoryTradeTax`),
  "ram:SpecifiedTradeSettlementPaymentMeans": inOrder(`TypeCode Information ApplicableTradeSettlementFinancialCard
    PayerPartyDebtorFinancialAccount PayeePartyCreditorFinancialAccount PayeeSpecifiedCreditorFinancialInstitution`),
  "ram:PayeePartyCreditorFinancialAccount": inOrder("IBANID AccountName ProprietaryID"),
  "ram:SpecifiedTradePaymentTerms": inOrder("Description DueDateDateTime DirectDebitMandateID"),
  "ram:SpecifiedTradeSettlementHeaderMonetarySummation": inOrder(`LineTotalAmount ChargeTotalAmount AllowanceTotalAmount
    TaxBasisTotalAmount TaxTotalAmount RoundingAmount GrandTotalAmount TotalPrepaidAmount DuePayableAmount`),
  "ram:ApplicableHeaderTradeSettlement":
    inOrder(`CreditorReferenceID PaymentReference TaxCurrencyCode InvoiceCurrencyCode
    PayeeTradeParty SpecifiedTradeSettlementPaymentMeans ApplicableTradeTax BillingSpecifiedPeriod
    SpecifiedTradeAllowanceCharge SpecifiedTradePaymentTerms SpecifiedTradeSettlementHeaderMonetarySummation
    InvoiceReferencedDocument ReceivableSpecifiedTradeAccountingAccount`),
};
