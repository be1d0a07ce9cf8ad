import { formatList } from "@working-social/kernel";
import type { Format } from "../../lib/format.ts";
import { formatIn } from "../../lib/format.ts";
import { billingSentence, type BillingSentences } from "./billing-refusals.ts";

/** A calendar day, as the reader writes it. */
const day = (date: string) => formatIn("UTC").fullDay(`${date}T12:00:00Z`);

const sentences: BillingSentences = {
  books_closed: ({ lockedUntil }) =>
    `Die Bücher sind bis ${day(lockedUntil)} geschlossen: In diese Zeit kann nichts datiert werden.`,
  seller_sells: ({ locations }) =>
    `Er verkauft noch in ${formatList("de", locations)}. Geben Sie das zuerst einem anderen.`,
  number_patterns_collide: ({ kind, pattern }) =>
    `${kind === "invoice" ? "Rechnungen" : "Gutschriften"} werden nach ${pattern} nummeriert, was dieselben Nummern ergeben könnte. Unterscheiden Sie sie durch einen Buchstaben.`,
  number_would_repeat: ({ number }) =>
    `Die Nummer ${number} ist schon vergeben, und dieses Muster ergäbe sie noch einmal.`,
  location_invoiced: ({ lastIssueDate }) =>
    `Der bisherige Verkäufer hat dort am ${day(lastIssueDate)} eine Rechnung gestellt. Wählen Sie einen späteren Tag.`,
  contract_over: ({ endsOn }) => `Der Vertrag endet am ${day(endsOn)}: Danach lässt sich nichts mehr ändern.`,
  before_contract: ({ startsOn }) => `Der Vertrag beginnt erst am ${day(startsOn)}.`,
  not_retroactively: () => "Was vorbei ist, lässt sich nicht mehr ändern. Wählen Sie einen Tag, der noch kommt.",
  no_price_yet: () => "Noch hat niemand gesagt, was es kostet und ab wann. Das macht die Verwaltung des Hauses.",
  billed_already: ({ billFrom }) => `Es wird schon berechnet, ab ${day(billFrom)}. Ändern Sie stattdessen den Tarif.`,
  interval_at_renewal: () => "Wie oft gezahlt wird, ändert sich mit dem nächsten Zeitraum, nicht mitten in diesem.",
  day_pass_is_no_contract: () => "Eine Tageskarte kauft man für einen Tag: Sie ist keine Mitgliedschaft.",
  currency_of_contract: ({ currency }) =>
    `Dieser Vertrag ist in ${currency}. Wählen Sie einen Preis in dieser Währung.`,
  no_plan_in_contract: () => "Dieser Vertrag hat keinen Tarif, der sich ändern ließe.",
  ends_before_it_begins: () => "Das Ende muss nach dem Anfang liegen.",
  pause_overlaps: ({ startsOn }) => `Ab ${day(startsOn)} ist schon eine Pause vereinbart.`,
  not_paused: ({ on }) => `Am ${day(on)} ist keine Pause.`,
  earliest_end: ({ endsOn }) => `Wie vereinbart, endet es frühestens am ${day(endsOn)}.`,
  nothing_to_undo: () => "Es gibt nichts mehr zurückzunehmen: Es hat begonnen oder war nie da.",
  membership_overlaps: () =>
    "An einem dieser Tage gibt es schon eine Mitgliedschaft. Beenden Sie diese, oder beginnen Sie danach.",
  unknown_coupon: () => "Diesen Gutschein gibt es nicht, er ist abgelaufen oder in einer anderen Währung.",
  coupon_used_up: () => "Dieser Gutschein ist so oft eingelöst, wie es ging.",
  no_team_to_pay: () => "Diese Person ist in keinem Team, das zahlen könnte.",
  not_an_invoice: () => "Eine Gutschrift wird nicht durch eine weitere berichtigt.",
  credited_already: () => "Von dieser Rechnung ist nichts mehr übrig, das sich gutschreiben ließe.",
  partly_returned: () =>
    "Einige dieser Tage kamen schon mit einer späteren Rechnung zurück. Ändern Sie den Vertrag: Der Rest kommt ebenso zurück.",
  too_much_credited: () => "Das ist mehr, als von dieser Rechnung übrig ist.",
  run_in_progress: () => "Ein Rechnungslauf ist unterwegs. Warten Sie, bis er fertig ist.",
  no_e_invoice: ({ rules }) => `Dieser Beleg kann noch keine E-Rechnung sein: Er verletzt ${formatList("de", rules)}.`,
  too_far_ahead_to_bill: ({ latest }) => `Rechnungen lassen sich höchstens auf den ${day(latest)} datieren.`,
};

export const texts = {
  sentence: (refusal: { readonly code: string }, format: Format) => billingSentence(sentences, refusal, format),
};
