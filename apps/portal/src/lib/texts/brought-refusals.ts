import type { Format } from "../format.ts";
import type { Catalog } from "./catalog.ts";
import { textsOf } from "./catalog.ts";

/** The sentences of a domain's refusals by code, each of which takes exactly its refusal. */
export interface BroughtRefusals {
  /** null: a code of another domain. */
  sentence(refusal: { readonly code: string }, format: Format): string | null;
}

const brought: Catalog<BroughtRefusals>[] = [];

/** Pages of a domain bring the words of its refusals with them, so that no first page downloads what it can't be told. */
export function bringRefusals(texts: Catalog<BroughtRefusals>): void {
  brought.push(texts);
}

/** What a domain that has brought its words says of the refusal; null: none knows it. */
export function broughtSentence(refusal: { readonly code: string }, format: Format): string | null {
  return brought.map((texts) => textsOf(texts).sentence(refusal, format)).find((sentence) => sentence !== null) ?? null;
}
