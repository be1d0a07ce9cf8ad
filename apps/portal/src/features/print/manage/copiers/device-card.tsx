import type { ListedPrintDevice, PrintKioskView } from "@working-social/copier/schema";
import { Badge, ConfirmDialog, IconButton, Menu, type MenuItem } from "@working-social/ui";
import { Ellipsis, TabletSmartphone, X } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { formatIn, type Format } from "../../../../lib/format.ts";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts, type ManagePrintingTexts } from "../printing-texts.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import type { NewToken } from "./token-dialog.tsx";

type DeviceCardProps = {
  device: ListedPrintDevice;
  zone: string;
  onToken: (made: NewToken) => void;
  onAddKiosk: () => void;
};

/** A copier: whether it reports, its kiosks, and what can be done with it. */
export function DeviceCard({ device, zone, onToken, onAddKiosk }: DeviceCardProps) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const mayChange = useMe().permissions.manageSpace;
  const format = formatIn(zone);
  return (
    <li className="flex flex-col gap-2">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {device.name} <DeviceState device={device} />
          </p>
          <p className="text-sm text-second">{stateText(device, format, texts)}</p>
        </div>
        {mayChange && <DeviceMenu device={device} onToken={onToken} onAddKiosk={onAddKiosk} />}
      </div>
      {device.kiosks.length === 0 ? (
        <p className="text-sm text-second">{texts.noKiosks}</p>
      ) : (
        <ul aria-label={texts.kiosks} className="flex flex-col gap-1">
          {device.kiosks.map((kiosk) => (
            <Kiosk key={kiosk.id} kiosk={kiosk} format={format} mayRevoke={mayChange} />
          ))}
        </ul>
      )}
    </li>
  );
}

function DeviceState({ device }: { device: ListedPrintDevice }) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  if (device.isOnline) return <Badge tone="accent">{texts.online}</Badge>;
  return <Badge tone="amber">{device.lastSeenAt === null ? texts.never : texts.offline}</Badge>;
}

function stateText(device: ListedPrintDevice, format: Format, texts: ManagePrintingTexts["copiers"]): string {
  if (device.lastSeenAt === null) return texts.neverText;
  if (!device.isOnline) return texts.silentSince(format.dayTime(device.lastSeenAt));
  return texts.defaults(device.defaultPaperSize, device.defaultColour);
}

function DeviceMenu({ device, onToken, onAddKiosk }: Omit<DeviceCardProps, "zone">) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const [question, setQuestion] = useState<"token" | "revoke" | null>(null);
  const close = () => setQuestion(null);
  const input = { deviceId: device.id };
  const replace = useAction(trpc.printing.replaceToken.mutationOptions(), {
    refusals: "toast",
    onDone: ({ name, token }) => {
      onToken({ of: "agent", name, token });
      close();
    },
  });
  const revoke = useKeyedAction(trpc.printing.revokeDevice.mutationOptions(), {
    refusals: "toast",
    onDone: () => {
      sayDone(texts.revoked(device.name));
      close();
    },
  });
  const items: MenuItem[] = [
    { id: "kiosk", label: texts.addKiosk, onSelect: onAddKiosk },
    { id: "token", label: texts.newToken, onSelect: () => setQuestion("token") },
    { id: "revoke", label: texts.revoke, tone: "danger", onSelect: () => setQuestion("revoke") },
  ];
  return (
    <>
      <Menu label={texts.more(device.name)} items={items} variant="quiet" size="small" isSquare>
        <Ellipsis aria-hidden="true" className="size-4" />
      </Menu>
      <ConfirmDialog
        isOpen={question === "token"}
        onOpenChange={close}
        title={texts.newTokenTitle(device.name)}
        confirmLabel={texts.newToken}
        isPending={replace.isPending}
        onConfirm={() => replace.run(input)}
      >
        {texts.newTokenText}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={question === "revoke"}
        onOpenChange={close}
        title={texts.revokeTitle(device.name)}
        confirmLabel={texts.revoke}
        tone="danger"
        isPending={revoke.isPending}
        onConfirm={() => revoke.run(input)}
      >
        {texts.revokeText}
      </ConfirmDialog>
    </>
  );
}

function Kiosk({ kiosk, format, mayRevoke }: { kiosk: PrintKioskView; format: Format; mayRevoke: boolean }) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useKeyedAction(trpc.printing.revokeKiosk.mutationOptions(), {
    refusals: "toast",
    onDone: () => {
      sayDone(texts.kioskRevoked(kiosk.name));
      setIsAsking(false);
    },
  });
  return (
    <li className="flex items-center gap-2 text-sm">
      <TabletSmartphone aria-hidden="true" className="size-4 shrink-0 text-second" />
      <span className="min-w-0 break-words">
        {kiosk.name}{" "}
        <span className="text-second">
          · {kiosk.lastSeenAt === null ? texts.kioskNever : texts.kioskSeen(format.dayTime(kiosk.lastSeenAt))}
        </span>
      </span>
      {mayRevoke && (
        <IconButton aria-label={texts.kioskRevoke(kiosk.name)} size="small" onPress={() => setIsAsking(true)}>
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={texts.kioskRevokeTitle(kiosk.name)}
        confirmLabel={texts.revoke}
        tone="danger"
        isPending={revoke.isPending}
        onConfirm={() => revoke.run({ kioskId: kiosk.id })}
      >
        {texts.kioskRevokeText}
      </ConfirmDialog>
    </li>
  );
}
