import type { AuditEntryView } from "@working-social/directory/schema";
import type { JobName, WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const JOBS: Record<JobName, string> = {
  set_up: "Set-up",
  expire_holds: "Time ran out",
  look_after_requests: "Requests",
  open_periods: "Plans and credits",
  expire_print_jobs: "Waiting prints",
  apply_contracts: "Contracts",
  run_billing: "Billing run",
  react: "Working Social",
  sign_in: "Sign-in",
};

const en = {
  jobs: JOBS,
  nobody: "Working Social",
  guest: "A guest",
  key: "Another program",
  import: (source: string) => `Import of ${source}`,
};

export type ActorTexts = WordsLike<typeof en>;
export const actorTexts = catalog<ActorTexts>({ en, de: () => import("./actor-texts.de.ts") });

/** How jobs were called before they had words of their own: `print kiosk <id>` and the like stay as they were written. */
const EARLIER: Readonly<Record<string, JobName>> = {
  "set-up": "set_up",
  holds: "expire_holds",
  requests: "look_after_requests",
  credits: "open_periods",
  "expire print jobs": "expire_print_jobs",
  "sign-in": "sign_in",
};

/** Who did it, for people to read. */
export function actorWords(
  { actorKind, actorName }: Pick<AuditEntryView, "actorKind" | "actorName">,
  texts: ActorTexts,
): string {
  switch (actorKind) {
    case "job":
    case "system":
      return jobWords(actorName, texts);
    case "import":
      return texts.import(actorName);
    case "guest":
      return texts.guest;
    case "api_key":
      return texts.key;
    default:
      return actorName || texts.nobody;
  }
}

function jobWords(name: string, texts: ActorTexts): string {
  const known: Readonly<Record<string, string>> = texts.jobs;
  if (name === "system") return texts.nobody;
  return known[EARLIER[name] ?? name] ?? name;
}
