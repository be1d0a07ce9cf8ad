import { useQuery } from "@tanstack/react-query";
import type { RouterOutputs } from "@working-social/api";
import { expectDefined, numberFormat } from "@working-social/kernel";
import { Callout } from "@working-social/ui";
import type { Format } from "../../../lib/format.ts";
import { locale } from "../../../lib/locale.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import type { BackupsTexts } from "./backups-texts.ts";
import { manageBackupsTexts } from "./backups-texts.ts";

const megabytes = numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

type BackupView = RouterOutputs["backups"]["status"];

/** For managers: how old the last backup is; loud only when it should be younger. */
export function BackupNote({ format }: { format: Format }) {
  const texts = useTexts(manageBackupsTexts);
  const { data: backup } = useQuery(trpc.backups.status.queryOptions());
  if (!backup) return null;
  const { state, lastAt } = backup;
  if (state !== "late" && state !== "failed")
    return <p className="text-sm text-second">{backupSentence(backup, texts, format)}</p>;
  return (
    <Callout tone="red" title={state === "late" ? texts.lateTitle : texts.failedTitle}>
      {lastAt === null ? texts.nothingSaved : texts.savedUpTo(format.dayTime(lastAt))} {texts.advice}
    </Callout>
  );
}

function backupSentence({ state, lastAt, lastBytes }: BackupView, texts: BackupsTexts, format: Format): string {
  if (state === "due") return texts.due;
  if (lastAt === null) return texts.off;
  const size = texts.megabytes(megabytes.format(expectDefined(lastBytes, "A backup has no size.") / 1_000_000));
  return state === "fresh"
    ? texts.fresh(format.dayTime(lastAt), size)
    : `${texts.off} ${texts.lastByHand(format.dayTime(lastAt), size)}`;
}
