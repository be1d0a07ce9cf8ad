/** "safe" keeps every acknowledged commit through a power cut; "fast" is for tests, whose data nobody will miss. */
export type Durability = "safe" | "fast";

const COMMON = {
  // Loopback only, and no Unix socket: one way in, with a password.
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  TimeZone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_min_messages: "warning",
  // The statements here are short; compiling them costs more than it gains.
  jit: "off",
  // Solid-state disks: an index scan is nearly as cheap as a sequential read.
  random_page_cost: "1.1",
  effective_cache_size: "1GB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  // Prepared transactions and long-idle transactions both hold back vacuum; neither is used on purpose.
  idle_in_transaction_session_timeout: "60s",
};

const BY_DURABILITY: Record<Durability, Record<string, string>> = {
  safe: { shared_buffers: "256MB" },
  fast: {
    shared_buffers: "128MB",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
  },
};

/** Arguments of `postgres` that set everything, so that no configuration file needs to be edited. */
export function settingsAsArguments(durability: Durability, port: number): string[] {
  const settings = { ...COMMON, ...BY_DURABILITY[durability], port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
