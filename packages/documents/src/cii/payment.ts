import type { CreditTransfer, DirectDebit, PaymentCard, PaymentInstructions } from "../model/payment.ts";
import { at, type Codec, maybe, optionalText, text } from "../xml/codec.ts";
import { append, childrenNamed } from "../xml/elements.ts";
import { group, leftOutIfNull } from "../xml/group.ts";

/** How an IBAN begins; what begins otherwise is an account as its country numbers it. */
const IBAN = /^[A-Z]{2}\d{2}/;

const iban = text("ram:IBANID");
const proprietary = text("ram:ProprietaryID");
const account: Codec<string> = {
  read: (from, wire) => iban.read(from, wire) || proprietary.read(from, wire),
  write: (to, value, wire) => (IBAN.test(value) ? iban : proprietary).write(to, value, wire),
};

const inAccount = <T>(inner: Codec<T>): Codec<T> => at("ram:PayeePartyCreditorFinancialAccount", inner);

const transfer: Codec<CreditTransfer> = group<CreditTransfer>({
  account: inAccount(account),
  accountName: inAccount(optionalText("ram:AccountName")),
  provider: at("ram:PayeeSpecifiedCreditorFinancialInstitution", optionalText("ram:BICID")),
});

const card: Codec<PaymentCard | null> = maybe(
  "ram:ApplicableTradeSettlementFinancialCard",
  group<PaymentCard>({ number: text("ram:ID"), holder: optionalText("ram:CardholderName") }),
);
const debtor = at("ram:PayerPartyDebtorFinancialAccount", optionalText("ram:IBANID"));
const hasAccount = maybe("ram:PayeePartyCreditorFinancialAccount", account);

const MEANS = "ram:SpecifiedTradeSettlementPaymentMeans";
const meansCode = text("ram:TypeCode");
const meansText = optionalText("ram:Information");
const remittance = optionalText("ram:PaymentReference");
const creditorId = optionalText("ram:CreditorReferenceID");
const mandate = at("ram:SpecifiedTradePaymentTerms", optionalText("ram:DirectDebitMandateID"));

/** BG-16 in the settlement: the code is repeated with each account; reference, creditor and mandate stand beside it. */
export const payment: Codec<PaymentInstructions | null> = {
  read: (from, wire) => {
    const means = childrenNamed(from, MEANS);
    const first = means[0];
    if (first === undefined) return null;
    const found = <T>(codec: Codec<T | null>): T | null =>
      means.map((one) => codec.read(one, wire)).find((one) => one !== null) ?? null;
    const debit: DirectDebit = {
      ...leftOutIfNull("mandate", mandate.read(from, wire)),
      ...leftOutIfNull("creditorId", creditorId.read(from, wire)),
      ...leftOutIfNull("account", found(debtor)),
    };
    return {
      meansCode: meansCode.read(first, wire),
      ...leftOutIfNull("meansText", meansText.read(first, wire)),
      ...leftOutIfNull("remittance", remittance.read(from, wire)),
      transfers: means.filter((one) => hasAccount.read(one, wire) !== null).map((one) => transfer.read(one, wire)),
      ...leftOutIfNull("card", found(card)),
      ...leftOutIfNull("directDebit", Object.keys(debit).length === 0 ? null : debit),
    };
  },
  write: (to, value, wire) => {
    if (value === null) return;
    creditorId.write(to, value.directDebit?.creditorId ?? null, wire);
    remittance.write(to, value.remittance ?? null, wire);
    mandate.write(to, value.directDebit?.mandate ?? null, wire);
    const accounts = value.transfers.length === 0 ? [null] : value.transfers;
    for (const [index, one] of accounts.entries()) {
      const means = append(to, MEANS);
      meansCode.write(means, value.meansCode, wire);
      meansText.write(means, value.meansText ?? null, wire);
      if (one !== null) transfer.write(means, one, wire);
      if (index > 0) continue;
      card.write(means, value.card ?? null, wire);
      debtor.write(means, value.directDebit?.account ?? null, wire);
    }
  },
};
