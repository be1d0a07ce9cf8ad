import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Gets ready for a time without a connection, once the page stands. */
export function usePrepared(): void {
  const client = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    void import("./prepare.ts").then(({ prepare }) => prepare(client, router));
  }, [client, router]);
}
