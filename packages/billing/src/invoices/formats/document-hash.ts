import { createHash } from "node:crypto";
import { canonicalJson } from "@working-social/kernel";

/** SHA-256 of what a document says and of the hash before it: whoever changes one of a chain changes all that follow. */
export function documentHash(previousHash: string, document: object): string {
  return createHash("sha256")
    .update(`${previousHash}\n${canonicalJson(document)}`)
    .digest("hex");
}
