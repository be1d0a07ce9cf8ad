import type { NotFoundTexts } from "./not-found-texts.ts";

export const texts: NotFoundTexts = {
  notFoundTitle: "Hier gibt es keine Seite",
  notFoundText: "Vielleicht enthält die Adresse einen Tippfehler, oder es gibt nicht mehr, was hier war.",
  goHome: "Zur Startseite",
  notHereTitle: (organization) => `Unter dieser Adresse gibt es bei ${organization} nichts`,
  notHereText: "Vielleicht gehört der Link zu einem anderen Ihrer Spaces.",
  lookIn: (organization) => `Bei ${organization} nachsehen`,
};
