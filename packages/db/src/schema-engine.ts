import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import type { MigrationList, SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Lends Prisma's own schema engine as WebAssembly: its command line would download the native one, which must not be
 * needed. Every connection is closed again, since the engine closes none of them.
 */
export async function withSchemaEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await loadEngine();
  const factory = new WholeScriptPg(ownerUrl);
  const datamodels: [string, string][] = (await readSchema()).files.map((file) => [file.path, file.content]);
  const engine = await engineBindings.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

/** TypeScript knows WebAssembly only with the browser's types, which have no place in a server. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: object } }>;
};

let isLoaded = false;

/** The package's own entry imports its .wasm as a module, which Node still warns about; instantiated by hand it is the same. */
async function loadEngine(): Promise<void> {
  if (isLoaded) return;
  const wasmFile = new URL("./schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
  const imports = { "./schema_engine_bg.js": { ...engineBindings } };
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), imports);
  engineBindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  isLoaded = true;
}

/**
 * Prisma's adapter runs a migration by cutting it at every semicolon, which tears comments and function bodies apart.
 * PostgreSQL takes the whole script at once, and makes it one transaction: a migration is applied whole or not at all.
 */
class WholeScriptPg extends PrismaPg {
  readonly #ownerUrl: string;
  readonly #open = new Set<{ dispose(): Promise<void> }>();

  constructor(ownerUrl: string) {
    super({ connectionString: ownerUrl });
    this.#ownerUrl = ownerUrl;
  }

  override async connect() {
    return this.#withWholeScripts(await super.connect());
  }

  override async connectToShadowDb() {
    return this.#withWholeScripts(await super.connectToShadowDb());
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((adapter) => adapter.dispose()));
  }

  #withWholeScripts<Adapter extends Awaited<ReturnType<PrismaPg["connect"]>>>(adapter: Adapter): Adapter {
    adapter.executeScript = async (script) => {
      const { rows } = await adapter.queryRaw({ sql: "SELECT current_database()::text", args: [], argTypes: [] });
      const url = new URL(this.#ownerUrl);
      url.pathname = `/${String(rows[0]?.[0])}`;
      const client = new pg.Client({ connectionString: url.toString() });
      await client.connect();
      await client.query(script).finally(() => client.end());
    };
    const dispose = adapter.dispose.bind(adapter);
    this.#open.add(adapter);
    adapter.dispose = async () => {
      if (this.#open.delete(adapter)) await dispose();
    };
    return adapter;
  }
}

const PRISMA_DIR = join(import.meta.dirname, "../prisma");
/** No tables or enums of the database are managed by anything but our migrations. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

export async function readSchema(): Promise<SchemasContainer> {
  const dir = join(PRISMA_DIR, "schema");
  const names = (await readdir(dir)).filter((name) => name.endsWith(".prisma")).sort();
  const files = names.map(async (name) => ({
    path: join(dir, name),
    content: await readFile(join(dir, name), "utf8"),
  }));
  return { files: await Promise.all(files) };
}

export async function readMigrations(): Promise<MigrationList> {
  const baseDir = join(PRISMA_DIR, "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const directories = names.map(async (path) => ({
    path,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(join(baseDir, path, "migration.sql"), "utf8") },
    },
  }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories: await Promise.all(directories) };
}
