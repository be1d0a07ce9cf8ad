import { formatList, numberFormat, plural } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";
import type { LineTexts } from "./line-texts.ts";

const number = numberFormat(locale);

export const texts: LineTexts = {
  unnamed: { plan_fee: "Mitgliedschaft", letting_fee: "Schreibtisch", item_fee: "Posten" },
  seats: (n, each) => plural("de", n, { one: `1 Platz zu ${each}`, other: `${number.format(n)} Plätze zu je ${each}` }),
  times: (n, each) => `${number.format(n)} × ${each}`,
  partOf: (days, whole, price) => `${days} von ${whole} Tagen von ${price}`,
  off: (what) => `${what} Nachlass`,
  free: (price) => `kostenlos statt ${price}`,
  setupFee: (name) => (name ? `Einrichtung ${name}` : "Einrichtung"),
  deposit: (name) => (name ? `Kaution für ${name}` : "Kaution"),
  depositNote: "Kommt am Ende des Vertrags zurück.",
  returned: (name) => (name ? `${name}, zurückgegeben` : "Zurückgegeben"),
  returnedDays: (days, whole) => `${days} von ${whole} Tagen`,
  ofInvoice: (invoice) => `aus Rechnung ${invoice}`,
  lowered: (name) => (name ? `${name}, weniger berechnet` : "Weniger berechnet"),
  kept: (name) => `${name}, behalten von der früheren Buchung`,
  cancelling: (name) => `Stornierung ${name}`,
  print: (colour, size) => (colour === "colour" ? `Druck in Farbe, ${size}` : `Druck in Schwarzweiß, ${size}`),
  sides: (n, isDuplex) =>
    `${plural("de", n, { one: "1 Seite", other: `${number.format(n)} Seiten` })}${isDuplex ? ", beidseitig" : ""}`,
  pack: (name) => `Paket „${name}“`,
  days: (n) => plural("de", n, { one: "1 Tag", other: `${number.format(n)} Tage` }),
  seatsOnly: (n) => plural("de", n, { one: "1 Platz", other: `${number.format(n)} Plätze` }),
  tax: (name, percent) => `${name ?? "Steuer"} ${percent}`,
  taxOn: (amount) => `auf ${amount}`,
  taxIn: (tax) => `${tax}, enthalten`,
  untaxed: {
    S: "Keine Steuer",
    Z: "Steuer 0 %",
    E: "Steuerfrei",
    AE: "Keine Steuer: Sie schulden sie selbst (Reverse Charge)",
    K: "Keine Steuer: Lieferung innerhalb der EU",
    G: "Keine Steuer: Ausfuhr",
    O: "Ohne Steuer",
    L: "Keine Steuer",
    M: "Keine Steuer",
  },
  rounding: "Rundung",
  notes: (parts) => formatList("de", parts, "unit"),
  products: {
    plan_fee: "Mitgliedschaft",
    letting_fee: "Schreibtische und Büros",
    setup_fee: "Einrichtung",
    deposit: "Kautionen",
    item: "Extras",
    room_time: "Räume",
    desk_time: "Schreibtische für Tage",
    equipment_time: "Geräte",
    copier_pages: "Kopierer",
    credit_pack: "Pakete",
    cancellation_fee: "Stornierungen",
    other: "Sonstiges",
  },
};
