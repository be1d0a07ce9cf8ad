import { badInput } from "@working-social/kernel";

interface ElectronicAddress {
  readonly electronicAddress: string | null;
  readonly electronicScheme: string | null;
}

/** Throws bad_input for an electronic address without its scheme, or a scheme without an address (BR-62, BR-63). */
export function requireWholeAddress({ electronicAddress, electronicScheme }: ElectronicAddress): void {
  if (electronicAddress !== null && electronicScheme === null) throw badInput("electronicScheme", "scheme_missing");
  if (electronicAddress === null && electronicScheme !== null) throw badInput("electronicAddress", "address_missing");
}
