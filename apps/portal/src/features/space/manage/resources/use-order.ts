import { useQueryClient } from "@tanstack/react-query";
import type { ResourceView } from "@working-social/booking/schema";
import { useEffect, useRef, useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { untilFresh } from "../../../../lib/refresh.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { movedTo } from "./moved-to.ts";

export interface Order {
  resources: ResourceView[];
  /** In front of the one that is there now, or behind it when it comes from above. Shows at once; `save` keeps it. */
  move: (id: string, target: string) => void;
  save: () => void;
  /** The handle that keeps the focus while its row moves. */
  focus: (id: string) => void;
}

/** The order of a location's resources while it is changed by hand. */
export function useOrder(locationId: string, saved: readonly ResourceView[]): Order {
  const client = useQueryClient();
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const focused = useRef<string | null>(null);
  const action = useAction(trpc.resources.order.mutationOptions(), {
    refusals: "toast",
    onDone: () => void refresh(),
    onRefused: () => void refresh(),
  });
  const latest = useRef(order);
  const ids = order ?? saved.map(({ id }) => id);
  // A row that moves loses the focus: browsers take a node out to put it elsewhere.
  useEffect(() => {
    latest.current = order;
    if (focused.current) document.querySelector<HTMLElement>(`[data-handle="${focused.current}"]`)?.focus();
    focused.current = null;
  });
  async function refresh() {
    await untilFresh(client, "resources.order");
    setOrder(null);
  }
  return {
    resources: ids.flatMap((id) => saved.find((one) => one.id === id) ?? []),
    move: (id, target) => setOrder((before) => movedTo(before ?? ids, id, target)),
    save: () => {
      if (latest.current) action.run({ locationId, resourceIds: [...latest.current] });
    },
    focus: (id) => {
      focused.current = id;
    },
  };
}
