import { plural } from "@working-social/kernel";
import type { LineTexts } from "./line-texts.ts";

export const german: LineTexts = {
  seats: (n, figure) => plural("de", n, { one: `${figure} Platz`, other: `${figure} Plätze` }),
  places: (n, figure) => plural("de", n, { one: `${figure} Platz`, other: `${figure} Plätze` }),
  several: (name, what) => `${name}, ${what}`,
  daysOf: (daysInPeriod, days, whole) =>
    plural("de", daysInPeriod, { one: `${days} von ${whole} Tag`, other: `${days} von ${whole} Tagen` }),
  ofPrice: (days, price) => `${days} von ${price}`,
  percentOff: (percent) => `${percent} Rabatt`,
  amountOff: (amount) => `${amount} Rabatt je Zeitraum`,
  free: "kostenlos",
  setUp: (name) => `Einrichtung: ${name}`,
  deposit: (name) => `Kaution: ${name}`,
  notUsed: (name) => `Nicht genutzt: ${name}`,
  givenBack: (name) => `Zurückgegeben: ${name}`,
  lowered: (name) => `Zu viel berechnet: ${name}`,
  invoice: (number) => `Rechnung\u00a0${number}`,
  kept: (name) => `${name}, einbehalten von einer früheren Buchung`,
  cancelled: (name) => `Stornierung: ${name}`,
  prints: { mono: (paper) => `Schwarz-weiß, ${paper}`, colour: (paper) => `Farbe, ${paper}` },
  oneSide: "einseitig gedruckt",
  bothSides: "beidseitig gedruckt",
  credits: {
    room_minutes: (n, figure) =>
      plural("de", n, { one: `${figure} Minute in Räumen`, other: `${figure} Minuten in Räumen` }),
    day_passes: (n, figure) => plural("de", n, { one: `${figure} Tagespass`, other: `${figure} Tagespässe` }),
    mono_pages: (n, figure) =>
      plural("de", n, { one: `${figure} Seite in Schwarz-Weiß`, other: `${figure} Seiten in Schwarz-Weiß` }),
    colour_pages: (n, figure) =>
      plural("de", n, { one: `${figure} Seite in Farbe`, other: `${figure} Seiten in Farbe` }),
  },
  creditOf: (amount) => `Guthaben von ${amount}`,
  units: {
    C62: () => null,
    pages: (n) => plural("de", n, { one: "Seite", other: "Seiten" }),
    MIN: (n) => plural("de", n, { one: "Minute", other: "Minuten" }),
    HUR: (n) => plural("de", n, { one: "Stunde", other: "Stunden" }),
    DAY: (n) => plural("de", n, { one: "Tag", other: "Tage" }),
    MON: (n) => plural("de", n, { one: "Monat", other: "Monate" }),
    ANN: (n) => plural("de", n, { one: "Jahr", other: "Jahre" }),
  },
  products: {
    plan_fee: "Mitgliedschaften",
    letting_fee: "Büros und Tische",
    setup_fee: "Einrichtung",
    deposit: "Kautionen",
    item: "Leistungen",
    room_time: "Räume",
    desk_time: "Tische",
    equipment_time: "Geräte",
    copier_pages: "Kopierer",
    credit_pack: "Guthabenpakete",
    cancellation_fee: "Stornierungen",
  },
};
