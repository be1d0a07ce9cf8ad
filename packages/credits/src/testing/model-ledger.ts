import type { CreditPart } from "../schema.ts";

interface ModelLot {
  id: string;
  owner: "ana" | "team";
  expiresAt: number | null;
}

interface ModelHold {
  id: string;
  parts: readonly CreditPart[];
  expiresAt: number;
}

/** The ledger as a few maps: what the real one has to come to. Written apart from its rules, in the plainest way. */
export class ModelLedger {
  readonly #lots: ModelLot[] = [];
  /** Apart from the lots: somebody may hear of a lot's use before its maker hears that it was made. */
  readonly #sums = new Map<string, number>();
  readonly #holds = new Map<string, ModelHold>();
  readonly #posted = new Set<string>();

  grant({
    id,
    owner,
    quantity,
    expiresAt,
  }: {
    id: string;
    owner: "ana" | "team";
    quantity: number;
    expiresAt: number | null;
  }): void {
    this.#lots.push({ id, owner, expiresAt });
    this.#move(id, quantity);
  }

  /** Lots are pushed in the order of their making, so a stable sort keeps the oldest first. */
  allocate(isAna: boolean, quantity: number, now: number): CreditPart[] {
    const mine = this.#lots.filter((lot) => this.isAlive(lot.id, now) && (isAna || lot.owner === "team"));
    mine.sort(
      (a, b) =>
        (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) ||
        Number(a.owner === "team") - Number(b.owner === "team") ||
        0,
    );
    let missing = quantity;
    const parts: CreditPart[] = [];
    for (const lot of mine) {
      const take = Math.min(missing, (this.#sums.get(lot.id) ?? 0) - this.#heldOf(lot.id, now));
      if (take > 0) parts.push({ lotId: lot.id, quantity: take });
      missing -= Math.max(take, 0);
    }
    return parts;
  }

  take(_causeId: string, parts: readonly CreditPart[]): void {
    for (const part of parts) this.#move(part.lotId, -part.quantity);
  }

  refund(_causeId: string, parts: readonly CreditPart[]): void {
    for (const part of parts) this.#move(part.lotId, part.quantity);
  }

  hold(hold: ModelHold): void {
    this.#holds.set(hold.id, hold);
  }

  /** A transfer that was told twice counts once. */
  settle(holdId: string, transferId: string | null, causeId: string, parts: readonly CreditPart[]): void {
    this.endHold(holdId);
    if (transferId === null || this.#posted.has(transferId)) return;
    this.#posted.add(transferId);
    this.take(causeId, parts);
  }

  endHold(id: string): void {
    this.#holds.delete(id);
  }

  balances(): Map<string, number> {
    return new Map(this.#sums);
  }

  isAlive(lotId: string, now: number): boolean {
    const expiresAt = this.#lots.find((lot) => lot.id === lotId)?.expiresAt;
    return expiresAt === null || (expiresAt !== undefined && expiresAt > now);
  }

  #move(lotId: string, quantity: number): void {
    this.#sums.set(lotId, (this.#sums.get(lotId) ?? 0) + quantity);
  }

  #heldOf(lotId: string, now: number): number {
    let held = 0;
    for (const hold of this.#holds.values()) {
      if (hold.expiresAt <= now) continue;
      for (const part of hold.parts) if (part.lotId === lotId) held += part.quantity;
    }
    return held;
  }
}
