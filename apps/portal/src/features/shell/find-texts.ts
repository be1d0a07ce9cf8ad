import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  find: "Find a place",
  findWish: (what: string) => `Find: ${what}`,
  kinds: {
    room: "room",
    booth: "booth",
    hot_desk: "desk",
    dedicated_desk: "desk of one’s own",
    equipment: "equipment",
  },
};

/** What ⌘K understands beside names. */
export const findTexts = catalog({ en });
