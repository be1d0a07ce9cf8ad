import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  fresh: (when: string, size: string) => `Last backup: everything up to ${when}, ${size}.`,
  due: "The first backup is made by itself today.",
  off: "No backups are made by themselves here.",
  lastByHand: (when: string, size: string) => `The last one made by hand: everything up to ${when}, ${size}.`,
  lateTitle: "The daily backup is late",
  failedTitle: "The last backup failed",
  savedUpTo: (when: string) => `What happened since ${when} is only on this server.`,
  nothingSaved: "Nothing is saved anywhere else yet.",
  advice: "Tell whoever runs the server: why is in its log, and `npm run backup` tries again.",
  megabytes: (megabytes: string) => `${megabytes} MB`,
};

export type BackupsTexts = WordsLike<typeof en>;
export const manageBackupsTexts = catalog<BackupsTexts>({ en, de: () => import("./backups-texts.de.ts") });
