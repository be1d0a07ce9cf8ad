import { catalog } from "./catalog.ts";

const en = {
  errorTitle: "This page could not be shown",
  offlineTitle: "No connection",
};

/** What stands in the place of a page, or of a part of it, that could not be loaded. */
export const troubleTexts = catalog({ en });
