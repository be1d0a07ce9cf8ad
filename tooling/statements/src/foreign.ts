/** Calls that pass on statements which are not ours to prove, and why; each must still be there. */
export const FOREIGN: ReadonlyMap<string, string> = new Map([
  ["packages/db/src/sql.ts", "hands every statement to pg"],
  ["packages/db/src/transaction.ts", "hands every statement on"],
  ["packages/db/src/schema-engine.ts", "runs migrations, which the catalog's tests prove"],
  ["packages/db/src/login.ts", "makes a role, whose name and password no statement can take as parameters"],
  ["apps/api/src/sign-in/pool.ts", "runs what better-auth asks for"],
  ["apps/api/src/jobs/jobs.ts", "runs what pg-boss asks for"],
]);
