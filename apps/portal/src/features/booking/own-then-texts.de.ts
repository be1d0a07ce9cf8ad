import { uhr } from "../../lib/texts/clock.de.ts";
import type { OwnThenTexts } from "./own-then-texts.ts";

export const texts: OwnThenTexts = {
  alsoTitle: (name) => `${name} zusätzlich buchen?`,
  alsoText: (other, when) =>
    `Für ${uhr(when)} haben Sie schon ${other} gebucht. Dann hätten Sie beides zur selben Zeit.`,
  alsoConfirm: "Beides buchen",
  alsoKeep: "Nur das Erste behalten",
  yoursTitle: "Das haben Sie schon gebucht",
  yoursText: (name, when) =>
    `${name} ist ${uhr(when)} für Sie gebucht. Öffnen Sie die Buchung, um sie zu verschieben oder zu verlängern.`,
  open: "Buchung öffnen",
};
