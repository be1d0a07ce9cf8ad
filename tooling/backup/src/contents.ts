import { z } from "zod";

/** What a backup is: the first file of the archive. */
export const Manifest = z.strictObject({
  format: z.literal("working-social-backup"),
  version: z.literal(1),
  /** `cluster`: the files of the embedded PostgreSQL. `dump`: what pg_dump wrote of a server of one's own. */
  kind: z.enum(["cluster", "dump"]),
  startedAt: z.iso.datetime(),
  /** PostgreSQL's major version: files of one can't be read by another. */
  postgres: z.string().regex(/^\d+$/),
  /** Such as linux-x64: the files of a cluster belong to one kind of machine. */
  platform: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

const Listed = z.strictObject({ name: z.string(), sha256: z.string() });
export type Listed = z.infer<typeof Listed>;

/** The last file of the archive: an archive without it was cut off. */
export const Seal = z.strictObject({
  /** Whatever was acknowledged before this moment is in the backup. */
  holdsUntil: z.iso.datetime(),
  files: z.array(Listed),
});
export type Seal = z.infer<typeof Seal>;

export const MANIFEST = "manifest.json";
export const SEAL = "seal.json";

/** Where the parts lie in the archive. */
export const CLUSTER = "cluster/";
export const DATA = "data/";
export const DUMP = "database.dump";

/** One file or folder on its way into an archive. A folder has no bytes. */
export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array> | null;
}
