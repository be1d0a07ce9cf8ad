import { z } from "zod";
import type { EventShape } from "./events.ts";

/** Fields by name, as they were asked for. */
const Fields = z.record(z.string(), z.unknown());
/** `{ field: [before, after] }`. */
const Changes = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]).readonly());

/** It happened, and that says all. */
export function bare<Subject extends string>(...subject: [Subject, ...Subject[]]) {
  return { subject, data: z.object({}) } satisfies EventShape;
}

/** It is there since then; `created`: as it was asked for. */
export function created<Subject extends string>(subject: Subject) {
  return { subject: [subject], data: z.object({ created: Fields }) } satisfies EventShape;
}

/** Some of it differs since then. */
export function changed<Subject extends string>(...subject: [Subject, ...Subject[]]) {
  return { subject, data: z.object({ changes: Changes }) } satisfies EventShape;
}

/** Created, where some of what was asked for names a person. */
export function createdPerson<Subject extends string>(subject: Subject) {
  return { ...created(subject), personal: z.object({ created: Fields }) } satisfies EventShape;
}

/** Changed, where some of what changed names a person, or is what somebody typed. */
export function changedPerson<Subject extends string>(subject: Subject) {
  return { ...changed(subject), personal: z.object({ changes: Changes }) } satisfies EventShape;
}
