import type { ManageFormTexts } from "./form-texts.ts";

export const texts: ManageFormTexts = {
  unsaved: "Noch nicht gespeichert",
  reset: "Alle Änderungen verwerfen",
  reason: "Grund",
  reasonNeeded: "Geben Sie einen Grund an.",
  noLimit: "Keine Grenze",
  unitOf: (label) => `${label}: Einheit`,
  units: { minutes: "Minuten", hours: "Stunden", days: "Tage" },
  scope: {
    title: "Wofür",
    location: "Standort",
    kind: "Art",
    resource: "Raum oder Arbeitsplatz",
    everything: "Alles",
    at: (what, location) => `${what}, ${location}`,
  },
};
