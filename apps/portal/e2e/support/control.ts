import type { IncomingMessage, RequestListener } from "node:http";
import { aPerson, aTeam, type TestDatabase } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { startEmptyInstallation } from "./empty-installation.ts";
import { makeSpace, type SpaceWish, type TestPerson } from "./make-space.ts";

export interface ControlContext {
  owner: TestDatabase["owner"];
  secret: string;
  database: TestDatabase;
}

export type Verb = (context: ControlContext, input: never) => Promise<unknown>;

/** What a test may do behind the product's back; everything else it does in the browser. */
const verbs: Record<string, Verb> = {
  "/installations": ({ secret }) => startEmptyInstallation(secret),
  "/spaces": (context, wish: SpaceWish) => makeSpace(context, wish),
  /** Makes somebody of one space a member of another as well. */
  "/people": async ({ owner }, { organizationId, person }: { organizationId: string; person: TestPerson }) => {
    const { name, email, userId } = person;
    return aPerson(owner, organizationId, { name, email, userId });
  },
  "/people/rename": async ({ owner }, { personId, name }: { personId: string; name: string }) => {
    await owner.query("UPDATE people SET name = $2 WHERE id = $1", [personId, name]);
    return { ok: true };
  },
  "/people/role": async ({ owner }, { personId, role }: { personId: string; role: Role }) => {
    await owner.query("UPDATE people SET role = $2 WHERE id = $1", [personId, role]);
    return { ok: true };
  },
  "/people/team": async ({ owner }, { personId, name }: { personId: string; name: string }) => {
    const { rows } = await owner.query<{ id: string }>("SELECT organization_id AS id FROM people WHERE id = $1", [
      personId,
    ]);
    const { id: teamId } = await aTeam(owner, rows[0]?.id ?? "", { name });
    await owner.query("UPDATE people SET team_id = $2, role = 'team_admin' WHERE id = $1", [personId, teamId]);
    return { teamId };
  },
  "/sessions/end": async ({ owner }, { token }: { token: string }) => {
    await owner.query("DELETE FROM sessions WHERE token = $1", [token]);
    return { ok: true };
  },
  /** As if somebody had shown who they are only a while ago. */
  "/sessions/age-proofs": async ({ owner }, { userId }: { userId: string }) => {
    await owner.query("UPDATE sessions SET proven_at = now() - interval '6 minutes' WHERE user_id = $1", [userId]);
    return { ok: true };
  },
  "/sessions/reopen": async ({ owner }, { token, userId }: { token: string; userId: string }) => {
    await owner.query(
      "INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) VALUES (gen_random_uuid(), $1, $2, now() + interval '1 day', now(), now())",
      [userId, token],
    );
    return { ok: true };
  },
};

export function answerControl(context: ControlContext, more: Record<string, Verb> = {}): RequestListener {
  return (request, response) => {
    const verb = { ...verbs, ...more }[request.url ?? ""];
    if (!verb) return void response.writeHead(404).end();
    readBody(request)
      .then((body) => verb(context, JSON.parse(body) as never))
      .then((answer) => response.setHeader("content-type", "application/json").end(JSON.stringify(answer)))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text || "{}";
}
