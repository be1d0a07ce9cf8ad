/** What was typed before holding: a hold has no title yet, and confirming it on the next page should not lose it. */
interface HeldDetails {
  title: string;
  isTitlePublic: boolean;
}

const held = new Map<string, HeldDetails>();

export function rememberDetails(bookingId: string, { title, isTitlePublic }: HeldDetails): void {
  held.set(bookingId, { title, isTitlePublic });
}

/** What was typed for this hold in this tab, if anything. */
export function rememberedDetails(bookingId: string): HeldDetails | undefined {
  return held.get(bookingId);
}
