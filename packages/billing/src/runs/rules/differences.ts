import type { Difference } from "../schema.ts";

/** By product, in minor units. */
export type ProductSums = ReadonlyMap<string, number>;

/** Why a sum differs from the one before, by product: what is new, what has ended, what is more or less. The largest first. */
export function differencesOf(before: ProductSums, now: ProductSums): Difference[] {
  const kinds = [...new Set([...before.keys(), ...now.keys()])];
  return kinds
    .flatMap((productKind): Difference[] => {
      const [was, is] = [before.get(productKind) ?? 0, now.get(productKind) ?? 0];
      if (was === is) return [];
      return [{ kind: kindOf(was, is), productKind, byMinor: is - was }];
    })
    .sort((a, b) => Math.abs(b.byMinor) - Math.abs(a.byMinor));
}

function kindOf(was: number, is: number): Difference["kind"] {
  if (was === 0) return "new";
  if (is === 0) return "ended";
  return is > was ? "more" : "less";
}

/** Sums of amounts by product. */
export function sumsByProduct(
  lines: readonly { readonly productKind: string; readonly amountMinor: number }[],
): ProductSums {
  const sums = new Map<string, number>();
  for (const { productKind, amountMinor } of lines) sums.set(productKind, (sums.get(productKind) ?? 0) + amountMinor);
  return sums;
}
