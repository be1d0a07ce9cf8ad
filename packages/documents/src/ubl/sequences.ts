import type { Sequences } from "../xml/arrange.ts";

const inOrder = (names: string): readonly string[] => names.trim().split(/\s+/);

const TO_CURRENCY =
  "cbc:DocumentCurrencyCode cbc:TaxCurrencyCode cbc:AccountingCost cbc:BuyerReference cac:InvoicePeriod";
const REFERENCES = "cac:OrderReference cac:BillingReference cac:DespatchDocumentReference cac:ReceiptDocumentReference";
const FROM_PARTIES = `cac:AccountingSupplierParty cac:AccountingCustomerParty cac:PayeeParty cac:TaxRepresentativeParty
  cac:Delivery cac:PaymentMeans cac:PaymentTerms cac:AllowanceCharge cac:TaxTotal cac:LegalMonetaryTotal`;

const LINE = (quantity: string): readonly string[] =>
  inOrder(`cbc:ID cbc:Note ${quantity} cbc:LineExtensionAmount cbc:AccountingCost cac:InvoicePeriod cac:OrderLineReference
    cac:DocumentReference cac:AllowanceCharge cac:Item cac:Price`);

const PARTY = inOrder(`cbc:EndpointID cac:PartyIdentification cac:PartyName cac:PostalAddress cac:PartyTaxScheme
  cac:PartyLegalEntity cac:Contact`);

/** The orders of the schemas of UBL 2.1, of what EN 16931 uses of them. http://docs.oasis-open.org/ubl/UBL-2.1.html */
export const UBL_SEQUENCES: Sequences = {
  Invoice: inOrder(`cbc:CustomizationID cbc:ProfileID cbc:ID cbc:IssueDate cbc:DueDate cbc:InvoiceTypeCode cbc:Note
    cbc:TaxPointDate ${TO_CURRENCY} ${REFERENCES} cac:OriginatorDocumentReference cac:ContractDocumentReference
    cac:AdditionalDocumentReference cac:ProjectReference ${FROM_PARTIES} cac:InvoiceLine`),
  CreditNote: inOrder(`cbc:CustomizationID cbc:ProfileID cbc:ID cbc:IssueDate cbc:TaxPointDate cbc:CreditNoteTypeCode
    cbc:Note ${TO_CURRENCY} ${REFERENCES} cac:ContractDocumentReference cac:AdditionalDocumentReference
    cac:OriginatorDocumentReference ${FROM_PARTIES} cac:CreditNoteLine`),
  "cac:InvoicePeriod": inOrder("cbc:StartDate cbc:EndDate cbc:DescriptionCode"),
  "cac:AdditionalDocumentReference": inOrder("cbc:ID cbc:DocumentTypeCode cbc:DocumentDescription cac:Attachment"),
  "cac:Party": PARTY,
  "cac:PayeeParty": PARTY,
  "cac:TaxRepresentativeParty": PARTY,
  "cac:PartyLegalEntity": inOrder("cbc:RegistrationName cbc:CompanyID cbc:CompanyLegalForm"),
  "cac:PaymentMeans": inOrder(`cbc:PaymentMeansCode cbc:PaymentDueDate cbc:PaymentID cac:CardAccount
    cac:PayeeFinancialAccount cac:PaymentMandate`),
  "cac:CardAccount": inOrder("cbc:PrimaryAccountNumberID cbc:NetworkID cbc:HolderName"),
  "cac:AllowanceCharge": inOrder(`cbc:ChargeIndicator cbc:AllowanceChargeReasonCode cbc:AllowanceChargeReason
    cbc:MultiplierFactorNumeric cbc:Amount cbc:BaseAmount cac:TaxCategory`),
  "cac:TaxCategory": inOrder(`cbc:ID cbc:Percent cbc:TaxExemptionReasonCode cbc:TaxExemptionReason cac:TaxScheme`),
  "cac:LegalMonetaryTotal": inOrder(`cbc:LineExtensionAmount cbc:TaxExclusiveAmount cbc:TaxInclusiveAmount
    cbc:AllowanceTotalAmount cbc:ChargeTotalAmount cbc:PrepaidAmount cbc:PayableRoundingAmount cbc:PayableAmount`),
  "cac:InvoiceLine": LINE("cbc:InvoicedQuantity"),
  "cac:CreditNoteLine": LINE("cbc:CreditedQuantity"),
  "cac:Item": inOrder(`cbc:Description cbc:Name cac:BuyersItemIdentification cac:SellersItemIdentification
    cac:StandardItemIdentification cac:OriginCountry cac:CommodityClassification cac:ClassifiedTaxCategory
    cac:AdditionalItemProperty`),
  "cac:Price": inOrder("cbc:PriceAmount cbc:BaseQuantity cac:AllowanceCharge"),
};
