import type { Interval, LocalDate } from "@working-social/kernel";
import { dayInterval } from "@working-social/kernel";

const MOST = 10_000;

/**
 * The zone that each location was last seen in. When a local day begins is for Node.js to say, not for PostgreSQL, whose zone
 * data may differ; and the zone is known only with the answer. A presumption saves the round trip: who presumes has to
 * compare with the answer, and to ask again where it was wrong.
 */
export class SeenZones {
  readonly #zones = new Map<string, string>();

  /** null for a location that nobody has asked about before. */
  presumedDay(locationId: string, date: LocalDate): Interval | null {
    const zone = this.#zones.get(locationId);
    return zone === undefined ? null : dayInterval(date, zone);
  }

  saw(locationId: string, zone: string): void {
    if (this.#zones.size >= MOST) this.#zones.clear();
    this.#zones.set(locationId, zone);
  }
}
