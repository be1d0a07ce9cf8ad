import type { Identifier } from "./decimal-text.ts";

/** BG-5, BG-8, BG-12, BG-15. */
export interface Address {
  /** BT-35, BT-50, BT-64, BT-75. */
  readonly street?: string | null;
  /** BT-36, BT-51, BT-65, BT-76. */
  readonly extraLine?: string | null;
  /** BT-162, BT-163, BT-164, BT-165. */
  readonly thirdLine?: string | null;
  /** BT-37, BT-52, BT-66, BT-77. */
  readonly city?: string | null;
  /** BT-38, BT-53, BT-67, BT-78. */
  readonly postCode?: string | null;
  /** BT-39, BT-54, BT-68, BT-79. */
  readonly region?: string | null;
  /** BT-40, BT-55, BT-69, BT-80: ISO 3166-1, two letters. */
  readonly country: string;
}

/** BG-6, BG-9. */
export interface Contact {
  /** BT-41, BT-56. */
  readonly name?: string | null;
  /** BT-42, BT-57. */
  readonly phone?: string | null;
  /** BT-43, BT-58. */
  readonly email?: string | null;
}

/** BG-4 the seller, BG-7 the buyer. */
export interface Party {
  /** BT-27, BT-44: as the register has it. */
  readonly name: string;
  /** BT-28, BT-45. */
  readonly tradingName?: string | null;
  /** BT-29, BT-46: a buyer has one at most. */
  readonly ids: readonly Identifier[];
  /** BT-30, BT-47: number in a register. */
  readonly registration?: Identifier | null;
  /** BT-31, BT-48: with the prefix of its country. */
  readonly vatId?: string | null;
  /** BT-34, BT-49: where electronic invoices are sent; the scheme is from the EAS list. */
  readonly electronicAddress?: Identifier | null;
  readonly address?: Address | null;
  readonly contact?: Contact | null;
}

export interface Seller extends Party {
  /** BT-32: the number by which the local tax office knows the seller. */
  readonly taxRegistration?: string | null;
  /** BT-33: legal form, share capital, and what else the law asks for. */
  readonly legalInformation?: string | null;
}

export type Buyer = Party;

/** BG-10: who is paid, where that is not the seller. */
export interface Payee {
  /** BT-59. */
  readonly name: string;
  /** BT-60. */
  readonly id?: Identifier | null;
  /** BT-61. */
  readonly registration?: Identifier | null;
}

/** BG-11. */
export interface TaxRepresentative {
  /** BT-62. */
  readonly name: string;
  /** BT-63. */
  readonly vatId: string;
  /** BG-12. */
  readonly address?: Address | null;
}
