import { formatList, plural } from "@working-social/kernel";
import type { BookingCommandRefusal, BookingRefusal, LimitOwner } from "@working-social/booking/schema";
import { formatMinutes, formatPrice } from "../format.ts";
import type { EverywhereRefusal } from "../refusal.ts";
import { textsOf } from "./catalog.ts";
import { uhr } from "./clock.de.ts";
import { creditUnitTexts } from "./credit-units.ts";
import { broughtSentence } from "./brought-refusals.ts";
import { sentenceOf, type RefusalTexts, type Sentences } from "./refusals.ts";
import { team, wer } from "./whose.de.ts";
import { capital, type Whose } from "./whose.ts";

const count = (n: number, one: string, other: string) => `${n} ${plural("de", n, { one, other })}`;
const seconds = (n: number) => count(n, "Sekunde", "Sekunden");
const refused = "Das wurde abgelehnt.";

/** "Sie haben", "Ihr Team hat", "Ana Ferreira hat" */
const has = (limit: LimitOwner, whose: Whose) =>
  limit === "team" ? `${capital(team(whose))} hat` : wer(whose, "haben", "hat");

const booking: Sentences<BookingRefusal> = {
  in_the_past: () => "Diese Zeit hat schon begonnen.",
  closed: ({ whose, open, reason }, format) => {
    const why = reason ? ` (${reason})` : "";
    const isPlace = whose === "location";
    if (open.length === 0)
      return isPlace ? `An diesem Tag ist geschlossen${why}.` : `An diesem Tag kann hier niemand buchen${why}.`;
    const isOneDay = new Set(open.map(({ startsAt }) => format.date(startsAt))).size < 2;
    const hours = open.map(
      ({ startsAt, endsAt }) =>
        `${isOneDay ? "" : `${format.shortDay(startsAt)}, `}${uhr(format.span(startsAt, endsAt))}`,
    );
    const what = isPlace ? "Zu dieser Zeit ist geschlossen" : "Zu dieser Zeit kann hier niemand buchen";
    return `${what}${why}. ${isPlace ? "Geöffnet" : "Buchbar"}: ${formatList("de", hours)}.`;
  },
  too_short: ({ minMinutes }) => `Eine Buchung dauert hier mindestens ${formatMinutes(minMinutes)}.`,
  too_long: ({ maxMinutes }) => `Eine Buchung dauert hier höchstens ${formatMinutes(maxMinutes)}.`,
  off_grid: ({ granularityMinutes }) =>
    `Buchungen beginnen und enden hier im Takt von ${formatMinutes(granularityMinutes)}.`,
  too_little_notice: ({ noticeMinutes, earliestStartsAt }, format) =>
    `Eine Buchung braucht hier ${formatMinutes(noticeMinutes)} Vorlauf. Möglich ist sie ab ${uhr(format.weekdayTime(earliestStartsAt))}.`,
  too_late_for_approval: () =>
    "Diese Buchung müsste genehmigt werden, aber ihre Zeit hat schon begonnen: Niemand könnte rechtzeitig antworten. Wählen Sie eine spätere Zeit, oder fragen Sie am Empfang.",
  too_far_ahead: ({ windowDays, latestEndsAt }, format, whose) =>
    `${wer(whose, "können", "kann")} ${count(windowDays, "Tag", "Tage")} im Voraus buchen. Eine Buchung endet spätestens am ${format.day(Date.parse(latestEndsAt) - 1)}.`,
  not_for_you: (_refusal, _format, whose) =>
    whose === null
      ? "Das ist mit Ihrem Tarif oder Ihrer Rolle nicht buchbar."
      : `Das ist mit dem Tarif oder der Rolle von ${whose} nicht buchbar.`,
  too_many_at_once: ({ max, whose: limit }, _format, whose) =>
    `${has(limit, whose)} zu dieser Zeit schon ${count(max, "Buchung", "Buchungen")}. Mehr sind nicht möglich.`,
  too_many_minutes_a_day: ({ maxMinutes, usedMinutes, whose: limit }, _format, whose) => {
    const may = limit === "team" ? `${capital(team(whose))} darf` : wer(whose, "dürfen", "darf");
    const booked = limit === "person" && whose === null ? "haben" : "hat";
    return `${may} hier ${formatMinutes(maxMinutes)} am Tag buchen und ${booked} an diesem Tag schon ${formatMinutes(usedMinutes)} gebucht.`;
  },
  too_many_upcoming: ({ max, whose: limit }, _format, whose) =>
    `${has(limit, whose)} schon ${count(max, "Buchung", "Buchungen")} vor sich. Mehr sind nicht möglich.`,
  too_many_holds: ({ max }, _format, whose) =>
    `${wer(whose, "haben", "hat")} schon ${count(max, "Zeit", "Zeiten")} vorgemerkt. Buchen Sie eine davon, oder geben Sie eine frei.`,
  held_before: ({ againAt }, format, whose) =>
    `${wer(whose, "hatten", "hatte")} das gerade erst vorgemerkt, jetzt haben andere den Vortritt. Vormerken geht wieder ab ${uhr(format.time(againAt))}, buchen sofort.`,
  resource_archived: () => "Das lässt sich nicht mehr buchen.",
  slot_taken: () => "Diese Zeit ist schon belegt.",
};

/** Each as „… gibt es nicht“ takes it. */
const things: Record<string, string> = {
  booking: "Diese Buchung",
  pack: "Dieses Paket",
  plan: "Diesen Tarif",
  team: "Dieses Team",
  resource: "Diesen Raum oder Arbeitsplatz",
  location: "Diesen Standort",
  person: "Diese Person",
  feed: "Dieses Kalenderabo",
  floor: "Diese Etage",
  unit: "Diesen Arbeitsplatz",
};

const states: Record<string, string> = {
  held: "Die Buchung ist nur vorgemerkt.",
  pending_approval: "Die Buchung wartet noch auf Genehmigung.",
  confirmed: "Die Buchung ist schon bestätigt.",
  cancelled: "Die Buchung ist storniert.",
  declined: "Die Buchung wurde abgelehnt.",
  expired: "Die Vormerkung ist abgelaufen.",
  deleted: "Die Buchung wurde entfernt.",
};

const command: Sentences<BookingCommandRefusal> = {
  cannot_book: ({ refusals }, format, whose) =>
    refusals.map((refusal) => sentenceOf(booking, refusal, { format, whose, otherwise: refused })).join(" ") ||
    "Das lässt sich nicht buchen.",
  price_changed: ({ quote }) =>
    `Der Preis beträgt jetzt ${formatPrice(quote.totalMinor, quote.currency)}. Sehen Sie ihn sich noch einmal an, bevor Sie buchen.`,
  fee_changed: ({ feeMinor, currency, credits }) => {
    const units = textsOf(creditUnitTexts);
    const kept = credits.flatMap((one) => (one.kept > 0 ? [units.taken(one.unit, one.kept)] : []));
    const money = feeMinor > 0 || kept.length === 0 ? [formatPrice(feeMinor, currency)] : [];
    return `Stornieren kostet inzwischen ${formatList("de", [...money, ...kept])}. Sehen Sie es sich noch einmal an.`;
  },
  hold_expired: () => "Die Vormerkung ist abgelaufen, und die Zeit ist wieder für alle frei.",
  wrong_state: ({ status }) => `Das geht nicht mehr. ${states[status] ?? ""}`.trim(),
  units_booked: ({ unitNames }) => `Dafür gibt es noch künftige Buchungen: ${formatList("de", unitNames)}.`,
  currency_in_use: () => "Es gibt Buchungen in der bisherigen Währung, deshalb muss sie bleiben.",
};

const app: Sentences<EverywhereRefusal> = {
  ...command,
  not_found: ({ what }) => `${things[what] ?? "Das"} gibt es nicht oder nicht mehr.`,
  not_allowed: () => "Ihre Rolle erlaubt das nicht.",
  idempotency_key_reused: () => "Das wurde schon mit anderen Angaben gesendet. Versuchen Sie es noch einmal.",
  already_done: () =>
    "Das ist schon seit einer Weile erledigt. Laden Sie die Seite neu, um den jetzigen Stand zu sehen.",
  changed_meanwhile: () => "Inzwischen hat jemand etwas geändert. Hier sehen Sie den jetzigen Stand.",
  edited_meanwhile: () =>
    "Während Sie daran gearbeitet haben, hat jemand anderes dasselbe geändert. Davon wurde nichts überschrieben, und Ihre Eingaben sind noch da.",
  name_taken: ({ name }) => `„${name}“ gibt es schon.`,
  in_use: () => "Das wird noch gebraucht und muss deshalb bleiben.",
  last_owner: () => "Außer dieser Person gehört niemand zur Leitung. Geben Sie diese Rolle zuerst jemand anderem.",
  invitation_used: () => "Es ist keine Einladung mehr offen: Die Person hat sich schon angemeldet oder ist gesperrt.",
  email_taken: ({ email }) => `Die Adresse ${email} hat hier schon jemand.`,
  already_set_up: () => "Diese Installation ist schon eingerichtet. Melden Sie sich an.",
  unknown_device: () => "Zu diesem Token gehört kein Kopierer (mehr).",
  wrong_code: () => "Diesen Code hat niemand, oder er gilt nicht mehr.",
  too_many_codes: ({ retryAfterSeconds }) =>
    `Das waren zu viele falsche Codes. Versuchen Sie es in ${seconds(retryAfterSeconds)} noch einmal.`,
  device_offline: ({ deviceName }) => `${deviceName} antwortet nicht. Ihr Dokument wartet so lange.`,
  wrong_job_state: () => "Dieses Dokument wurde inzwischen gedruckt oder hat sich erledigt.",
  print_price_changed: ({ moneyMinor, currency }) =>
    `Der Preis hat sich geändert: Jetzt wären es ${formatPrice(moneyMinor, currency)}.`,
  no_price: () => "Für diese Art von Druck gibt es noch keinen Preis. Fragen Sie am Empfang.",
  price_twice: () => "Zwei Zeilen nennen einen Preis für dasselbe.",
  bad_quantity: () => "Das ist keine Menge an Guthaben. Möglich sind ganze Zahlen ab 1.",
  unknown_unit: () => "Diese Art von Guthaben gibt es nicht.",
  currency_mismatch: () => "Geld braucht eine Währung, und nur Geld hat eine.",
  hold_over: () => "Dieses Guthaben wurde inzwischen verbraucht oder zurückgebucht.",
  unit_needed: () => "Hier wurde mehr als eine Art von Guthaben verbraucht. Wählen Sie aus, welche Sie meinen.",
  bad_range: () => "Der letzte Tag liegt vor dem ersten, oder der Zeitraum ist länger als zwei Jahre.",
  overdraft_in_use: ({ owed }) =>
    `Das Guthaben ist schon weiter im Minus (${owed}). Niedriger kann die Grenze nicht sein.`,
  allowance_twice: () => "Der Tarif enthält dasselbe Guthaben zweimal.",
  bad_amount: () => "Diese Beträge gehen nicht auf.",
  below_zero: () => "Das ist mehr, als noch offen ist.",
  pack_price_changed: ({ priceMinor, currency }) =>
    `Das Paket kostet jetzt ${formatPrice(priceMinor, currency)}. Sehen Sie es sich noch einmal an, bevor Sie kaufen.`,
  pack_tax_unknown: () =>
    "Dieses Paket lässt sich nicht mit Steuer verkaufen: Die Standorte, an denen es gilt, haben verschiedene Steuersätze. Wählen Sie einen Standort, oder versteuern Sie es bei der Verwendung.",
  bad_input: ({ issues }) =>
    plural("de", issues.length, { one: "Ein Feld stimmt noch nicht.", other: "Einige Felder stimmen noch nicht." }),
  unauthenticated: () => "Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an, um weiterzumachen.",
  too_many_requests: ({ retryAfterSeconds }) =>
    `Das war etwas viel auf einmal. Versuchen Sie es in ${seconds(Math.max(1, Math.ceil(retryAfterSeconds)))} noch einmal.`,
  unknown_host: () => "Dieser Server kennt die Adresse nicht, die Sie geöffnet haben.",
  password_too_common: () =>
    "Dieses Passwort würde man als eines der ersten ausprobieren. Denken Sie sich ein anderes aus.",
  wrong_set_up_code: () => "Das ist nicht der Code, den der Server angezeigt hat.",
  internal: ({ requestId }) =>
    requestId
      ? `Bei uns ist etwas schiefgegangen. Wenn das so bleibt, nennen Sie uns ${requestId}.`
      : "Bei uns ist etwas schiefgegangen.",
  unavailable: () =>
    "Die Datenbank ist gerade nicht erreichbar. Es geht nichts verloren: Versuchen Sie es noch einmal.",
  offline: () => "Es gibt keine Verbindung. Ihre Eingaben bleiben hier: Versuchen Sie es noch einmal.",
};

const issues: Record<string, string> = {
  invalid_type: "Hier fehlt etwas.",
  too_small: "Das ist zu kurz oder zu klein.",
  too_big: "Das ist zu lang oder zu groß.",
  invalid_format: "Das sieht nicht richtig aus.",
  control_character: "Hier sind unsichtbare Zeichen, die nicht erlaubt sind.",
  unknown_time_zone: "Eine Zeitzone mit diesem Namen gibt es nicht.",
  unknown_currency: "Eine Währung mit diesem Kürzel gibt es nicht.",
  closes_before_it_opens: "Das Ende muss nach dem Beginn liegen.",
  ends_before_it_starts: "Das Ende muss nach dem Beginn liegen.",
  band_is_empty: "Das Ende muss nach dem Beginn liegen.",
  fees_fall: "Die Gebühr darf nur steigen, je näher der Beginn rückt.",
  outside_the_floor: "Eine Form liegt außerhalb der Etage.",
  placed_twice: "Etwas steht an zwei Stellen dieser Etage.",
  no_area: "Eine Form hat keine Fläche.",
  out_of_range: "Das liegt zu weit in der Zukunft oder Vergangenheit.",
};

export const texts: RefusalTexts = {
  booking: (refusal, format, whose) => sentenceOf(booking, refusal, { format, whose, otherwise: refused }),
  app: (refusal, format, whose) =>
    sentenceOf(app, refusal as EverywhereRefusal, {
      format,
      whose,
      otherwise: broughtSentence(refusal, format) ?? refused,
    }),
  issue: (code) => issues[code] ?? "So lässt sich das nicht übernehmen.",
  byRule: (name) => `Regel: ${name}`,
};
