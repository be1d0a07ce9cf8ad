import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";

export const Id = z.uuid();
export const Name = typedLine({ max: 300 });
/** A calendar day, 2026-12-01. */
export const Day = z.iso.date();
