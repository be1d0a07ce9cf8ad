import { z } from "zod";
import { LANGUAGES } from "./languages.ts";
import { HOUR_CYCLES, isRegion } from "./reader.ts";

/** What somebody may choose of how they read. */
export const LanguageCode = z.enum(LANGUAGES);
export const RegionCode = z.string().refine(isRegion, { error: "unknown_region" });
export const HourCycleCode = z.enum(HOUR_CYCLES);
