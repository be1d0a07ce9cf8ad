import { normalLine } from "@working-social/kernel";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import { MAX_SIDES } from "./rules/print-record.ts";
import { PAPER_SIZES } from "./rules/paper-size.ts";

/** Words that the schemas of devices, prices, identities and jobs share. */
export const Id = z.uuid();
export const Colour = z.enum(["mono", "colour"]);
export const PaperSizeName = z.enum(PAPER_SIZES);
export const Sides = z.int().min(0).max(MAX_SIDES);
/** Made by the client for one intention; the same key again gets the same answer. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{16,100}$/);
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= "1990" && text < "2100", { error: "out_of_range" });

export const Name = typedLine({ max: 120 });

/** What a machine wrote, made fit to be stored: PostgreSQL has no zero byte, JSON no half of a surrogate pair. */
export const machineText = (max: number) =>
  z
    .string()
    .max(10_000)
    .transform((text) =>
      normalLine(text.toWellFormed().replaceAll(/\p{Cc}/gu, " "))
        .slice(0, max)
        .toWellFormed(),
    );
