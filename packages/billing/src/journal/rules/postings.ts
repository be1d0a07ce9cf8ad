import type { TaxCategory } from "@working-social/kernel";

type LedgerAccount =
  | "receivable"
  | "revenue"
  | "deferred_revenue"
  | "tax_payable"
  | "deposits_held"
  | "prepaid_packs"
  | "cash"
  | "bank"
  | "card_clearing"
  | "fees"
  | "write_offs"
  | "rounding"
  | "breakage";

/** Debits are above zero, credits below; minor units. */
export interface Posting {
  readonly account: LedgerAccount;
  readonly amountMinor: number;
  readonly billingAccountId: string | null;
  readonly productKind: string | null;
  readonly locationId: string | null;
  readonly taxCategory: TaxCategory | null;
  readonly taxBasisPoints: number | null;
}

/** What the books need of a document. Amounts as they stand on it: of a credit note above zero for what comes back. */
export interface PostedDocument {
  readonly kind: "invoice" | "credit_note";
  readonly billingAccountId: string;
  readonly dueMinor: number;
  readonly roundingMinor: number;
  readonly lines: readonly {
    readonly productKind: string;
    readonly locationId: string | null;
    readonly netMinor: number;
  }[];
  readonly taxes: readonly {
    readonly category: TaxCategory;
    readonly basisPoints: number;
    readonly taxMinor: number;
  }[];
}

const NOTHING = {
  billingAccountId: null,
  productKind: null,
  locationId: null,
  taxCategory: null,
  taxBasisPoints: null,
} as const;

/**
 * The entry of an issued document: the account owes what is due; the net of each product and place is deferred until its days have
 * passed, a deposit is held, and a pack's is prepaid until its credits are used; tax is owed by rate, and what gross prices
 * round is a gain or a loss. It sums to zero, since due = net + tax + rounding. A credit note is the same the other way round.
 */
export function documentPostings({
  kind,
  billingAccountId,
  dueMinor,
  roundingMinor,
  lines,
  taxes,
}: PostedDocument): Posting[] {
  const sign = kind === "invoice" ? 1 : -1;
  const postings: Posting[] = [
    { ...NOTHING, account: "receivable", amountMinor: sign * dueMinor, billingAccountId },
    ...netPostings(lines, billingAccountId).map((posting) => ({
      ...posting,
      amountMinor: -sign * posting.amountMinor,
    })),
    ...taxes.map(({ category, basisPoints, taxMinor }): Posting => ({
      ...NOTHING,
      account: "tax_payable",
      amountMinor: -sign * taxMinor,
      taxCategory: category,
      taxBasisPoints: basisPoints,
    })),
    { ...NOTHING, account: "rounding", amountMinor: -sign * roundingMinor },
  ];
  return postings.filter(({ amountMinor }) => amountMinor !== 0);
}

/** Net sums by where they go, one posting each. */
function netPostings(lines: PostedDocument["lines"], billingAccountId: string): Posting[] {
  const sums = new Map<string, Posting>();
  for (const { productKind, locationId, netMinor } of lines) {
    const account = accountOf(productKind);
    const key = `${account} ${productKind} ${locationId ?? ""}`;
    const before = sums.get(key)?.amountMinor ?? 0;
    const owner = account === "deposits_held" ? billingAccountId : null;
    sums.set(key, {
      ...NOTHING,
      account,
      amountMinor: before + netMinor,
      billingAccountId: owner,
      productKind,
      locationId,
    });
  }
  return [...sums.values()];
}

function accountOf(productKind: string): LedgerAccount {
  if (productKind === "deposit") return "deposits_held";
  return productKind === "credit_pack" ? "prepaid_packs" : "deferred_revenue";
}

/** What products have earned at a place, beyond what is booked as earned: below zero where less was, such as after a credit note. */
export interface Earned {
  readonly productKind: string;
  readonly locationId: string | null;
  readonly earnedMinor: number;
}

/** From deferred to revenue; nothing, where nothing was earned. */
export function earnedPostings({ productKind, locationId, earnedMinor }: Earned): Posting[] {
  if (earnedMinor === 0) return [];
  const of = { ...NOTHING, productKind, locationId };
  return [
    { ...of, account: "deferred_revenue", amountMinor: earnedMinor },
    { ...of, account: "revenue", amountMinor: -earnedMinor },
  ];
}
