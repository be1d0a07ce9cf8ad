import { Button, Card, FormError, Section } from "@working-social/ui";
import { lazy, Suspense } from "react";
import { useAction } from "../../lib/action.ts";
import { useSeconds } from "../../lib/now.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";

// Only who asks for a code needs what draws it.
const QrCode = lazy(() => import("./qr-code.tsx").then((module) => ({ default: module.QrCode })));

/** What one shows or types at the copier: a code that lasts some minutes, or a PIN for always. */
export function CopierCode() {
  const texts = useTexts(printTexts);
  const code = useAction(trpc.printing.makeCode.mutationOptions());
  const pin = useAction(trpc.printing.makePin.mutationOptions());
  const refusal = code.refusal ?? pin.refusal;
  return (
    <Section title={texts.atCopier}>
      <Card className="flex flex-col gap-4">
        <p className="text-sm text-second">{texts.codeText}</p>
        {code.answer && (
          <ShownCode key={code.answer.code} code={code.answer.code} until={Date.parse(code.answer.expiresAt)} />
        )}
        {pin.answer && <ShownPin pin={pin.answer.pin} />}
        <FormError>{refusal && refusalSentence(refusal)}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button isPending={code.isPending} onPress={() => code.run()}>
            {code.answer ? texts.newCode : texts.showCode}
          </Button>
          <Button variant="quiet" isPending={pin.isPending} onPress={() => pin.run()}>
            {texts.makePin}
          </Button>
        </div>
        <p className="text-sm text-second">{texts.pinText}</p>
      </Card>
    </Section>
  );
}

/** The code while it is good, and for how long that is. */
function ShownCode({ code, until }: { code: string; until: number }) {
  const texts = useTexts(printTexts);
  const seconds = Math.max(0, Math.ceil((until - useSeconds()) / 1000));
  if (seconds === 0)
    return (
      <p role="status" className="font-medium text-amber">
        {texts.codeOver}
      </p>
    );
  return (
    <div className="flex flex-col items-center gap-2 self-start">
      <Suspense fallback={<div className="size-48 rounded-md bg-sunk" />}>
        <QrCode text={code} label={texts.codeName} />
      </Suspense>
      <p className="figures text-sm text-second">{texts.codeLeft(clockOf(seconds))}</p>
    </div>
  );
}

function ShownPin({ pin }: { pin: string }) {
  const texts = useTexts(printTexts);
  return (
    <div role="status" className="rounded-md border bg-sunk px-4 py-3">
      <p className="text-sm text-second">{texts.pinIs}</p>
      <p className="figures text-3xl font-semibold tracking-widest select-all">{pin}</p>
      <p className="text-sm text-second">{texts.pinOnce}</p>
    </div>
  );
}

/** 2:05 */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
