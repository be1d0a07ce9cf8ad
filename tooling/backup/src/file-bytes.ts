import { open } from "node:fs/promises";

const CHUNK_BYTES = 1_048_576;

/**
 * Exactly `size` bytes of a file that somebody may be writing: what has gone meanwhile is filled with zeros. PostgreSQL's log
 * makes such a file whole again (as for its own pg_basebackup).
 */
export async function* fileBytes(path: string, size: number): AsyncGenerator<Uint8Array> {
  const handle = await open(path, "r");
  try {
    for (let at = 0; at < size;) {
      const wanted = Math.min(CHUNK_BYTES, size - at);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, at);
      yield bytesRead === 0 ? Buffer.alloc(wanted) : buffer.subarray(0, bytesRead);
      at += bytesRead || wanted;
    }
  } finally {
    await handle.close();
  }
}
