import type { InvoiceLineView } from "@working-social/billing/schema";

/** The lines of one product, in their order. */
export interface LineGroup {
  kind: string;
  lines: InvoiceLineView[];
}

/** By what was sold, in the order in which the document first names it. */
export function lineGroups(lines: readonly InvoiceLineView[]): LineGroup[] {
  const inOrder = lines.toSorted((one, other) => one.position - other.position);
  return [...Map.groupBy(inOrder, ({ productKind }) => productKind)].map(([kind, ofKind]) => ({ kind, lines: ofKind }));
}
