import type { PageLogState, PapercutState } from "@working-social/copier/rules";
import { z } from "zod";
import type { Config } from "./config.ts";

const PrintRecord = z.looseObject({
  key: z.string(),
  printer: z.string(),
  jobId: z.string().nullable(),
  user: z.string(),
  title: z.string().nullable(),
  host: z.string().nullable(),
  billing: z.string().nullable(),
  at: z.number(),
  sides: z.number(),
  copies: z.number().nullable(),
  colour: z.enum(["mono", "colour"]).nullable(),
  paperSize: z.string().nullable(),
  isDuplex: z.boolean().nullable(),
});

const counted = {
  record: PrintRecord,
  lastPage: z.number(),
  lastLines: z.array(z.string()),
  lastAt: z.number(),
};
const OpenJob = z.object({
  ...counted,
  pages: z.number(),
  total: z.number().nullable(),
  endsWithTotal: z.boolean(),
});
/** As agents wrote it that took each total for the end of its job. */
const EarlierJob = z.object({ ...counted, hasTotal: z.boolean() }).transform(({ hasTotal, ...job }) => ({
  ...job,
  pages: hasTotal ? 0 : job.record.sides,
  total: hasTotal ? job.record.sides : null,
  endsWithTotal: hasTotal,
}));

const PageLog: z.ZodType<PageLogState> = z.object({
  jobs: z.array(z.tuple([z.string(), z.union([OpenJob, EarlierJob])])),
});
const Papercut: z.ZodType<PapercutState> = z.object({
  header: z.array(z.string()).nullable(),
  open: z.object({ text: z.string(), offset: z.number() }).nullable(),
});

/** What a reader of this kind remembered, or null: of another kind of log, or of a version that nobody knows. */
export function readerStateOf(kind: Config["format"]["kind"], saved: unknown): PageLogState | PapercutState | null {
  return (kind === "cups" ? PageLog : Papercut).safeParse(saved).data ?? null;
}

/** The kind of log that a saved state is of; null where it can't be told. */
export function kindOf(format: string): string | null {
  try {
    return z.looseObject({ kind: z.string() }).parse(JSON.parse(format)).kind;
  } catch {
    return null;
  }
}
