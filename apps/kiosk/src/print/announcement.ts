import type { KioskTexts } from "../texts/kiosk-texts.ts";
import type { StartNotice, Visit, VisitNotice } from "./visit.ts";
import { PIN_LENGTH } from "./visit.ts";

/** What a screen reader says when something changes, in the words on the screen. */
export function announcement(texts: KioskTexts, visit: Visit): string {
  if (visit.at === "start") {
    if (visit.isChecking) return texts.start.checking;
    if (visit.notice) return startNotice(texts, visit.notice);
    return visit.pin === "" ? "" : texts.start.typed(visit.pin.length, PIN_LENGTH);
  }
  if (visit.work) return texts.jobs.working;
  return visit.notice ? visitNotice(texts, visit.notice, visit.person.jobs) : "";
}

/** A lock is said without its seconds: they change on the screen, and would be read aloud each time. */
export function startNotice(texts: KioskTexts, notice: StartNotice, secondsLocked?: number): string {
  switch (notice.kind) {
    case "wrong_code":
      return texts.start.wrong_code[notice.by];
    case "locked":
      return secondsLocked === undefined ? texts.start.lockedForNow : texts.start.locked(secondsLocked);
    case "refused":
      return texts.start.refused(notice.code);
    default:
      return texts.start[notice.kind];
  }
}

export function visitNotice(
  texts: KioskTexts,
  notice: VisitNotice,
  jobs: readonly { id: string; title: string | null }[],
): string {
  switch (notice.kind) {
    case "price_changed": {
      const title = jobs.find(({ id }) => id === notice.jobId)?.title ?? texts.jobs.untitled;
      return texts.notices.price_changed(title);
    }
    case "device_offline":
      return texts.notices.device_offline(notice.deviceName);
    case "deleted":
      return texts.notices.deleted(notice.title ?? texts.jobs.untitled);
    case "bought": {
      const { priceMinor, priceCurrency } = notice.pack;
      const what = texts.packs.what(notice.pack);
      return priceMinor > 0
        ? texts.notices.bought(what, texts.money(priceMinor, priceCurrency))
        : texts.notices.boughtFree(what);
    }
    case "refused":
      return texts.notices.refused(notice.code);
    default:
      return texts.notices[notice.kind];
  }
}
