import type { KioskStatus } from "@working-social/copier/schema";
import { Button, SegmentedControl, useTheme } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../texts/language.tsx";
import type { TokenTrouble } from "./kiosk-token.ts";
import { Notice } from "./notice.tsx";
import { ScreenTitle } from "./screen-title.tsx";

export interface StaffScreenProps {
  status: KioskStatus | null;
  warning: TokenTrouble | null;
  onBack: () => void;
  onForget: () => void;
}

/** The manager's corner: what this screen is, how it looks, and how it is given up. Nothing here is anybody's. */
export function StaffScreen({ status, warning, onBack, onForget }: StaffScreenProps) {
  const { theme, setTheme } = useTheme();
  const { staff: words, setUp } = useTexts();
  return (
    <main className="flex max-w-2xl flex-1 flex-col justify-center gap-8 py-8">
      <ScreenTitle>{words.title}</ScreenTitle>
      {warning && <Notice tone="amber">{setUp[warning]}</Notice>}
      {status && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-3 text-xl">
          <Row name={words.kiosk} value={status.kioskName} />
          <Row name={words.copier} value={(status.isOnline ? words.online : words.silent)(status.deviceName)} />
          <Row name={words.place} value={status.locationName} />
        </dl>
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-lg font-semibold">{words.theme}</h2>
        <SegmentedControl
          label={words.theme}
          size="kiosk"
          segments={(["system", "light", "dark"] as const).map((id) => ({ id, label: words.themes[id] }))}
          value={theme}
          onChange={(id) => setTheme(id === "light" || id === "dark" ? id : "system")}
        />
      </section>
      <Forget onForget={onForget} />
      <div className="flex flex-wrap gap-3">
        <Button size="kiosk" onPress={onBack}>
          {words.back}
        </Button>
        <a href="/" className="inline-flex min-h-16 items-center px-4 text-lg underline underline-offset-4">
          {words.portal}
        </a>
      </div>
    </main>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-second">{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Forget({ onForget }: { onForget: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const words = useTexts().staff;
  return (
    <section className="flex flex-col items-start gap-3">
      <p className="text-lg text-second">{words.forgetMeans}</p>
      <div className="flex flex-wrap gap-3">
        {isAsking ? (
          <>
            <Button size="kiosk" variant="danger" onPress={onForget}>
              {words.forgetNow}
            </Button>
            <Button size="kiosk" onPress={() => setAsking(false)}>
              {words.keep}
            </Button>
          </>
        ) : (
          <Button size="kiosk" onPress={() => setAsking(true)}>
            {words.forget}
          </Button>
        )}
      </div>
    </section>
  );
}
