import type { ActorTexts } from "./actor-texts.ts";

export const texts: ActorTexts = {
  jobs: {
    set_up: "Einrichtung",
    expire_holds: "Zeit abgelaufen",
    look_after_requests: "Anfragen",
    open_periods: "Tarife und Guthaben",
    expire_print_jobs: "Wartende Druckaufträge",
    apply_contracts: "Verträge",
    run_billing: "Rechnungslauf",
    react: "Working Social",
    sign_in: "Anmeldung",
  },
  nobody: "Working Social",
  guest: "Ein Gast",
  key: "Ein anderes Programm",
  import: (source) => `Import aus ${source}`,
};
