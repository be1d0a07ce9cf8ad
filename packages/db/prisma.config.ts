import { defineConfig } from "prisma/config";

/** Only `prisma generate` reads this: migrations run through `src/migrate.ts` (see docs/decisions). */
export default defineConfig({ schema: "prisma/schema" });
