import { createHash } from "node:crypto";
import type { Actor, CommonRefusal, Scope } from "@working-social/kernel";
import { actorId, canonicalJson, DomainError } from "@working-social/kernel";
import type { Sql } from "./sql.ts";
import { timestamp } from "./sql.ts";

interface Repeatable {
  /** Absent: a program of our own calls the verb, which loses no answer. */
  key: string | undefined;
  procedure: string;
  input: unknown;
}

/**
 * An input with the key of its intention: the same key again gets the same answer, and does nothing. Clients send one; a program
 * of our own that calls the verb loses no answer, and need not.
 */
export type Keyed<Input> = Input & { idempotencyKey?: string | undefined };

/**
 * Runs `work` once, for ever, for an actor's key, and answers every repetition of the month with the first answer. The key is
 * inserted first: a repetition in the same moment waits on its index entry until the first transaction ends.
 * A refusal rolls everything back, so that the same key may be tried again. Throws idempotency_key_reused when the
 * same key comes with another input, and already_done once the answer was reduced to the id of what it was about.
 */
export async function once<T>(tx: Sql, scope: Scope, request: Repeatable, work: () => Promise<T>): Promise<T> {
  const { organizationId, actor } = scope;
  if (request.key === undefined) return work();
  const owner: Owner = [organizationId, actor.kind, actorId(actor), request.key];
  const requestHash = hashOf(request.procedure, canonicalJson(request.input));
  const inserted = await tx.query(
    `INSERT INTO idempotency_keys (organization_id, actor_kind, actor_id, key, procedure, request_hash, response, created_at)
     VALUES ($1::uuid, $2, $3, $4, $5, $6, 'null', $7::timestamptz) ON CONFLICT DO NOTHING RETURNING key`,
    [...owner, request.procedure, requestHash, timestamp(scope.clock.now())],
  );
  if (inserted.length === 0) {
    // Keys of before were hashed in the order in which the schema of that day named its fields.
    const asNamed = hashOf(request.procedure, JSON.stringify(request.input));
    return recordedAnswer<T>(tx, owner, [requestHash, asNamed]);
  }
  const answer = await work();
  await tx.query(
    "UPDATE idempotency_keys SET response = $5::jsonb WHERE organization_id = $1::uuid AND actor_kind = $2 AND actor_id = $3 AND key = $4",
    [...owner, JSON.stringify(answer)],
  );
  return answer;
}

function hashOf(procedure: string, input: string): string {
  return createHash("sha256").update(`${procedure}\n${input}`).digest("hex");
}

type Owner = [organizationId: string, actorKind: Actor["kind"], actorId: string, key: string];

/** What `work` answered, as JSON: written by this verb for this input, which the hash of the request says. */
async function recordedAnswer<T>(tx: Sql, owner: Owner, requestHashes: string[]): Promise<T> {
  const [row] = await tx.query<{ request_hash: string; response: unknown; reduced_at: number | null }>(
    "SELECT request_hash, response, reduced_at FROM idempotency_keys WHERE organization_id = $1::uuid AND actor_kind = $2 AND actor_id = $3 AND key = $4",
    owner,
  );
  if (!row || !requestHashes.includes(row.request_hash)) {
    throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  }
  if (row.reduced_at !== null) throw new DomainError<CommonRefusal>("conflict", { code: "already_done" });
  return row.response as T;
}
