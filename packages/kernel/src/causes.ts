interface CauseKind {
  /** Who may read its label: everybody who sees the movement or the charge, or only whose it is; staff then see what kind it is. */
  readonly labelIsFor: "everybody" | "its owner";
}

/**
 * Why credits move or money is charged: the one list. A domain that lets something cost adds its kind here; the compiler then asks
 * for its link and its words (`apps/portal/src/features/credits/cause-link.tsx`), and the database for a migration
 * (`causes_are_known`).
 */
export const CAUSES = {
  booking: { labelIsFor: "everybody" },
  /** What somebody prints is called stays with them. */
  print_job: { labelIsFor: "its owner" },
  pack_purchase: { labelIsFor: "everybody" },
  plan: { labelIsFor: "everybody" },
  by_hand: { labelIsFor: "everybody" },
  /** Credits that end. */
  lot: { labelIsFor: "everybody" },
  overdraft: { labelIsFor: "everybody" },
} as const satisfies Record<string, CauseKind>;

export type CauseType = keyof typeof CAUSES;

/** The thing itself, with what it was called then. */
export interface Cause {
  readonly type: CauseType;
  readonly id: string;
  readonly label: string;
}

/** Without its label, where that is only its owner's to read. */
export function causeFor(cause: Cause, reader: { isOwner: boolean }): Cause {
  const { labelIsFor }: CauseKind = CAUSES[cause.type];
  return labelIsFor === "everybody" || reader.isOwner ? cause : { ...cause, label: "" };
}
