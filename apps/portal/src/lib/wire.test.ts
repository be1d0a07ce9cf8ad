import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api-error.ts";
import { ask, change } from "./wire.ts";

// The network is the border of this module; the browser tests have the real API behind it.
const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => vi.stubGlobal("fetch", fetched));
afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

const json = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body)));
const refused = (refusal: object) => ({ error: { message: "", code: -32000, data: { refusal } } });

describe("ask", () => {
  it("puts the questions of one turn into one request, and gives each its own answer", async () => {
    fetched.mockReturnValueOnce(json([{ result: { data: 1 } }, refused({ code: "not_found", what: "booking" })]));
    const answers = await Promise.allSettled([ask("a.b", { x: 1 }), ask("c.d", undefined)]);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(decodeURIComponent(fetched.mock.calls[0]?.[0] ?? "")).toBe('/api/trpc/a.b,c.d?batch=1&input={"0":{"x":1}}');
    expect(answers[0]).toEqual({ status: "fulfilled", value: 1 });
    expect(answers[1]).toMatchObject({ reason: { refusal: { code: "not_found", what: "booking" } } });
  });

  it("asks at most ten at once", async () => {
    fetched.mockImplementation((address) => {
      const count = address.split("?")[0]?.split(",").length ?? 0;
      return json(Array.from({ length: count }, () => ({ result: { data: count } })));
    });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ask("a.b", index)));
    expect(answers).toEqual([...Array<number>(10).fill(10), 2, 2]);
  });

  it("leaves out what nobody waits for any more", async () => {
    const gone = new AbortController();
    void ask("a.b", 1, gone.signal);
    gone.abort();
    await Promise.resolve();
    expect(fetched).not.toHaveBeenCalled();
  });

  it("is offline when no answer comes, or a page instead of JSON", async () => {
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(ask("a.b", 1)).rejects.toMatchObject({ refusal: { code: "offline" } });
    fetched.mockResolvedValueOnce(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    await expect(ask("a.b", 1)).rejects.toMatchObject({ refusal: { code: "offline" } });
  });
});

describe("change", () => {
  it("posts JSON alone", async () => {
    fetched.mockReturnValueOnce(json({ result: { data: { ok: true } } }));
    await expect(change("a.b", { x: 1 })).resolves.toEqual({ ok: true });
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      method: "POST",
      body: '{"x":1}',
      headers: { "content-type": "application/json" },
    });
  });

  it("throws what was refused, and a fault of ours when the refusal makes no sense", async () => {
    fetched.mockReturnValueOnce(json(refused({ code: "hold_expired" })));
    await expect(change("a.b", {})).rejects.toEqual(new ApiError({ code: "hold_expired" }));
    fetched.mockReturnValueOnce(json({ error: { data: {} } }));
    await expect(change("a.b", {})).rejects.toMatchObject({ refusal: { code: "internal" } });
  });

  it("shows a name that turns the direction of letters as an isolate, and sends it back as it came", async () => {
    const [name, shown] = ["\u202Egnp.exe", "\u2068\u202Egnp.exe\u2069"];
    fetched.mockImplementation(() => json({ result: { data: { name, rooms: [{ name }, { name: "Lantern" }] } } }));
    const answer = await change("a.b", { name: shown });
    expect(answer).toEqual({ name: shown, rooms: [{ name: shown }, { name: "Lantern" }] });
    expect(fetched.mock.calls[0]?.[1].body).toBe(JSON.stringify({ name }));
  });

  it("understands the refusals that Express gives before tRPC is reached", async () => {
    fetched.mockReturnValueOnce(json({ refusal: { code: "not_allowed", action: "cross_site" } }));
    await expect(change("a.b", {})).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
  });
});
