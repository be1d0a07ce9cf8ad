/** A booking of the model: 40 minor units a minute, half of which cancelling keeps when it is near. */
export interface ModelBooking {
  startsAt: string;
  minutes: number;
  isNear: boolean;
  state: "held" | "active" | "over";
  used: number;
  held: number;
  unpaid: number;
  openMinor: number;
  /** Of equal starts, the charge that was made first is paid first. */
  charged: number;
}

/** Credits and bookings as a few numbers: what the ledger has to come to. Written apart from its rules, the plainest way. */
export class ModelWallet {
  free = 0;
  readonly bookings = new Map<string, ModelBooking>();
  #charges = 0;

  give(quantity: number): void {
    this.free += quantity;
    this.#payLate();
  }

  priceOf(minutes: number, own = 0): number {
    return 40 * (minutes - Math.min(minutes, this.free + own));
  }

  book(id: string, booking: Pick<ModelBooking, "startsAt" | "minutes" | "isNear">): void {
    this.bookings.set(id, { ...booking, state: "active", used: 0, held: 0, unpaid: 0, openMinor: 0, charged: 0 });
    this.#pay(this.at(id));
  }

  hold(id: string, booking: Pick<ModelBooking, "startsAt" | "minutes" | "isNear">): void {
    const held = this.#take(booking.minutes);
    this.bookings.set(id, { ...booking, state: "held", used: 0, held, unpaid: 0, openMinor: 0, charged: 0 });
  }

  confirm(id: string): void {
    const booking = this.at(id);
    booking.state = "active";
    booking.used = booking.held;
    booking.held = 0;
    this.#charge(booking);
    if (booking.unpaid > 0) this.#payLate();
  }

  change(id: string, minutes: number): void {
    const booking = this.at(id);
    this.free += booking.used;
    booking.minutes = minutes;
    this.#pay(booking);
  }

  cancel(id: string): { feeMinor: number; kept: number } {
    const booking = this.at(id);
    const share = booking.isNear ? 2 : Infinity;
    const [kept, feeMinor] = [Math.floor(booking.used / share), booking.openMinor / share];
    this.#end(booking, kept, feeMinor);
    return { feeMinor, kept };
  }

  remove(id: string): void {
    this.#end(this.at(id), 0, 0);
  }

  at(id: string): ModelBooking {
    const booking = this.bookings.get(id);
    if (!booking) throw new Error(`The model has no booking ${id}.`);
    return booking;
  }

  #end(booking: ModelBooking, kept: number, feeMinor: number): void {
    this.free += booking.used - kept + booking.held;
    Object.assign(booking, { state: "over", used: kept, held: 0, unpaid: 0, openMinor: feeMinor });
  }

  #pay(booking: ModelBooking): void {
    booking.used = this.#take(booking.minutes);
    this.#charge(booking);
  }

  #charge(booking: ModelBooking): void {
    booking.unpaid = booking.minutes - booking.used;
    booking.openMinor = 40 * booking.unpaid;
    booking.charged = ++this.#charges;
  }

  #payLate(): void {
    const waiting = [...this.bookings.values()].filter(({ state, unpaid }) => state === "active" && unpaid > 0);
    waiting.sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.charged - b.charged);
    for (const booking of waiting) {
      const paid = this.#take(booking.unpaid);
      booking.used += paid;
      booking.unpaid -= paid;
      booking.openMinor -= 40 * paid;
    }
  }

  #take(most: number): number {
    const taken = Math.min(most, this.free);
    this.free -= taken;
    return taken;
  }
}
