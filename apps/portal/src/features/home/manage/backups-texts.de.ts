import { uhr } from "../../../lib/texts/clock.de.ts";
import type { BackupsTexts } from "./backups-texts.ts";

export const texts: BackupsTexts = {
  fresh: (when, size) => `Letzte Sicherung: alles bis ${uhr(when)}, ${size}.`,
  due: "Die erste Sicherung entsteht heute von selbst.",
  off: "Hier werden keine Sicherungen von selbst angelegt.",
  lastByHand: (when, size) => `Die letzte von Hand angelegte enthält alles bis ${uhr(when)}, ${size}.`,
  lateTitle: "Die tägliche Sicherung ist überfällig",
  failedTitle: "Die letzte Sicherung ist fehlgeschlagen",
  savedUpTo: (when) => `Was seit ${uhr(when)} geschehen ist, gibt es nur auf diesem Server.`,
  nothingSaved: "Noch ist nichts an einem anderen Ort gesichert.",
  advice:
    "Sagen Sie es denen, die den Server betreiben: Der Grund steht in seinem Protokoll, und `npm run backup` versucht es noch einmal.",
  megabytes: (megabytes) => `${megabytes}\u00A0MB`,
};
