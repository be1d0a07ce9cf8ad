import type { Element } from "@xmldom/xmldom";
import type { CreditTransfer, DirectDebit, PaymentCard, PaymentInstructions } from "../model/payment.ts";
import { at, type Codec, many, maybe, optionalText, text, within } from "../xml/codec.ts";
import { append, childNamed, childrenNamed } from "../xml/elements.ts";
import { group, leftOutIfNull } from "../xml/group.ts";
import { SEPA } from "./parties.ts";

const transfer: Codec<CreditTransfer> = group<CreditTransfer>({
  account: text("cbc:ID"),
  accountName: optionalText("cbc:Name"),
  provider: at("cac:FinancialInstitutionBranch", optionalText("cbc:ID")),
});

const card: Codec<PaymentCard> = group<PaymentCard>({
  number: text("cbc:PrimaryAccountNumberID"),
  holder: optionalText("cbc:HolderName"),
});

type Mandate = Omit<DirectDebit, "creditorId">;
const mandate: Codec<Mandate> = group<Mandate>({
  mandate: optionalText("cbc:ID"),
  account: at("cac:PayerFinancialAccount", optionalText("cbc:ID")),
});

const MEANS = "cac:PaymentMeans";
const transfers = many("cac:PayeeFinancialAccount", transfer);
const cardAccount = maybe("cac:CardAccount", card);
const paymentMandate = maybe("cac:PaymentMandate", mandate);
const meansText: Codec<string> = {
  read: (from) => childNamed(from, "cbc:PaymentMeansCode")?.getAttribute("name") ?? "",
  write: (to, value) => childNamed(to, "cbc:PaymentMeansCode")?.setAttribute("name", value),
};

/**
 * BG-16 has one code and several accounts; UBL repeats the code with each account. Read are the code of the first and all
 * accounts. BT-90 stands with who is paid: the payee, or the seller.
 */
export const payment: Codec<PaymentInstructions | null> = {
  read: (from, wire) => {
    const means = childrenNamed(from, MEANS);
    const first = means[0];
    if (first === undefined) return null;
    const found = <T>(codec: Codec<T | null>): T | null =>
      means.map((one) => codec.read(one, wire)).find((one) => one !== null) ?? null;
    const debit = found(paymentMandate);
    const creditorId = creditorIds(from).read(from, wire);
    return {
      meansCode: text("cbc:PaymentMeansCode").read(first, wire),
      ...leftOutIfNull("meansText", meansText.read(first, wire) || null),
      ...leftOutIfNull("remittance", found(optionalText("cbc:PaymentID"))),
      transfers: means.flatMap((one) => transfers.read(one, wire)),
      ...leftOutIfNull("card", found(cardAccount)),
      ...leftOutIfNull("directDebit", directDebit(debit, creditorId)),
    };
  },
  write: (to, value, wire) => {
    if (value === null) return;
    const accounts = value.transfers.length === 0 ? [null] : value.transfers;
    for (const [index, account] of accounts.entries()) {
      const means = append(to, MEANS);
      text("cbc:PaymentMeansCode").write(means, value.meansCode, wire);
      // UBL-SR-46: the words for it stand once.
      if (index === 0) meansText.write(means, value.meansText ?? "", wire);
      optionalText("cbc:PaymentID").write(means, value.remittance ?? null, wire);
      if (account !== null) transfers.write(means, [account], wire);
      if (index > 0) continue;
      writeCard(means, value.card ?? null);
      paymentMandate.write(means, value.directDebit ?? null, wire);
    }
    const creditorId = value.directDebit?.creditorId ?? null;
    if (creditorId !== null) creditorIds(to).write(to, creditorId, wire);
  },
};

/** UBL wants the network of a card, which EN 16931 has no term for. */
function writeCard(means: Element, value: PaymentCard | null): void {
  if (value === null) return;
  const account = append(means, "cac:CardAccount");
  card.write(account, value, { currency: "" });
  text("cbc:NetworkID").write(account, "NA", { currency: "" });
}

function directDebit(debit: Mandate | null, creditorId: string | null): DirectDebit | null {
  if (debit === null && creditorId === null) return null;
  return { ...debit, ...leftOutIfNull("creditorId", creditorId) };
}

const identification = maybe("cac:PartyIdentification", text("cbc:ID"), SEPA);

function creditorIds(root: Element | null): Codec<string | null> {
  const ofPayee = at("cac:PayeeParty", identification);
  const ofSeller = within(["cac:AccountingSupplierParty", "cac:Party"], identification);
  return {
    read: (from, wire) => ofPayee.read(from, wire) ?? ofSeller.read(from, wire),
    write: (to, value, wire) => (childNamed(root, "cac:PayeeParty") ? ofPayee : ofSeller).write(to, value, wire),
  };
}
