import { expectDefined } from "@working-social/kernel";
/** What a list of hosts is asked for: the one that writes. libpq has both names, and they differ on no server of ours. */
const WRITING = ["read-write", "primary"];

const LIST = /^(?<start>postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)(?<hosts>[^/?#]*)(?<end>[/?#].*)?$/;

/**
 * The servers of one database, of which one takes writes: after a failover another one. As libpq writes it:
 * `postgresql://user:password@db1:5432,db2:5432/space?target_session_attrs=read-write`. The driver knows no lists, so
 * that each connection takes the host that answered last, and whoever finds it dead or read-only moves on to the next.
 */
export class Hosts {
  readonly urls: readonly string[];
  /** Whether a server that only reads is passed over. */
  readonly mustWrite: boolean;
  #current = 0;

  /** Throws a TypeError when one of the addresses is none. */
  constructor(url: string) {
    const { start = "", hosts = "", end = "" } = LIST.exec(url)?.groups ?? {};
    const names = hosts.split(",");
    if (names.length > 1 && names.includes("")) throw new TypeError("A host of the list is empty.");
    const each = names.map((host) => new URL(`${start}${host}${end}`));
    const wish = each[0]?.searchParams.get("target_session_attrs") ?? null;
    if (wish !== null && !WRITING.includes(wish))
      throw new TypeError(`target_session_attrs may be ${WRITING.join(" or ")}.`);
    for (const one of each) one.searchParams.delete("target_session_attrs");
    this.urls = each.map(String);
    this.mustWrite = wish !== null || each.length > 1;
  }

  get current(): string {
    return expectDefined(this.urls[this.#current], "The list of database hosts is empty.");
  }

  /** Moves on from a host that could not serve, unless somebody did already. */
  passOver(url: string): void {
    if (this.current === url) this.#current = (this.#current + 1) % this.urls.length;
  }
}

const known = new Map<string, Hosts>();

/** The same for all connections of this process, so that what one of them finds out the others know. */
export function hostsOf(url: string): Hosts {
  const hosts = known.get(url) ?? new Hosts(url);
  known.set(url, hosts);
  return hosts;
}

/** Whether text is the address of a database, or a list of them. */
export function isDatabaseUrl(text: string): boolean {
  try {
    return new Hosts(text).urls.length > 0;
  } catch {
    return false;
  }
}
