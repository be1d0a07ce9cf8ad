/** BG-17: an account to pay to. */
export interface CreditTransfer {
  /** BT-84: an IBAN, or a number that the country knows. */
  readonly account: string;
  /** BT-85. */
  readonly accountName?: string | null;
  /** BT-86: a BIC, or a sort code. */
  readonly provider?: string | null;
}

/** BG-18: the card that paid. */
export interface PaymentCard {
  /** BT-87: its last four to six digits, never all. */
  readonly number: string;
  /** BT-88. */
  readonly holder?: string | null;
}

/** BG-19: what the seller collects. */
export interface DirectDebit {
  /** BT-89. */
  readonly mandate?: string | null;
  /** BT-90. */
  readonly creditorId?: string | null;
  /** BT-91: the account that is debited. */
  readonly account?: string | null;
}

/** BG-16. */
export interface PaymentInstructions {
  /** BT-81: UNTDID 4461, such as 58 (SEPA credit transfer) or 59 (SEPA direct debit). */
  readonly meansCode: string;
  /** BT-82. */
  readonly meansText?: string | null;
  /** BT-83: what the payer writes, so that the payment finds its invoice. */
  readonly remittance?: string | null;
  readonly transfers: readonly CreditTransfer[];
  readonly card?: PaymentCard | null;
  readonly directDebit?: DirectDebit | null;
}
