import type { MovementWords } from "./movement-words.ts";

export const germanMovementWords: MovementWords = {
  kinds: {
    grant: "Gutgeschrieben",
    consume: "Verbraucht",
    refund: "Zurückgebucht",
    expire: "Ungenutzt verfallen",
    rollover: "Übertragen",
    take_back: "Zurückgenommen",
    repay: "Minus ausgeglichen",
    change: "Geändert",
  },
  causes: {
    booking: "Buchung",
    print_job: "Ausdruck",
    plan: "Tarif",
    pack_purchase: "Paket",
    by_hand: "Von Hand",
    lot: "Verfallenes Guthaben",
    overdraft: "Minus",
  },
  reasons: {
    cancelled: "storniert",
    changed: "wegen einer Änderung",
    declined: "abgelehnt",
    deleted: "entfernt",
    released: "freigegeben",
    expired: "Vormerkung abgelaufen",
    unanswered: "nicht rechtzeitig beantwortet",
    cancelled_by_house: "vom Coworking-Space storniert",
    plan_changed: "anderer Tarif",
  },
};
