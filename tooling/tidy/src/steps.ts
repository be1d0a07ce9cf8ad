/**
 * Files of the domains beside the kinds in vocabulary.ts: steps that several commands or queries share, each named
 * after what it does. A new one is added here, where a reviewer sees it.
 */
export const STEPS: Readonly<Record<string, readonly string[]>> = {
  "packages/booking/src/availability": ["day", "free-now", "month", "occupancy", "search", "vacancy"],
  "packages/booking/src/booking-rules": ["audience"],
  "packages/booking/src/bookings": [
    "access",
    "answer-quote",
    "booking-row",
    "cancellation-price",
    "claim-units",
    "decide-change",
    "decide",
    "end-booking",
    "expired-holds",
    "occupancy",
    "page",
    "place-booking",
    "refusals",
    "suggest-slots",
    "write-booking",
  ],
  "packages/booking/src/cancellation": ["tiers"],
  "packages/booking/src/feeds": ["feed-event", "feed-version", "feed-window", "render-feed", "time-zone", "token"],
  "packages/booking/src/import": [
    "import-bookings",
    "import-rows",
    "main",
    "mapping",
    "parse-row",
    "place-rows",
    "progress-bar",
    "read-csv",
  ],
  "packages/booking/src/resources": ["target", "units"],
  "packages/booking/src/situation": ["load-situation", "lock-limits", "situation-sql"],
  "packages/directory/src/audit": ["changes"],
  "packages/directory/src": ["authorize", "cursor"],
  "packages/directory/src/people": ["affiliation", "owners"],
  "packages/notify/src": ["html", "mailbox", "mailer", "message", "queue", "smtp-mailer"],
  "packages/notify/src/messages": ["booking", "invitation", "sign-in-code"],
};
