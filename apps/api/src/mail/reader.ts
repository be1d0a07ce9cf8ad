import { readerOf } from "@working-social/kernel";

/** How recipients read of whom nothing else is known. */
export const usualReader = readerOf({ languages: [], regions: [] });
