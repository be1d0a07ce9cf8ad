import express from "express";
import type { Request, Response, Router } from "express";
import type { Mailbox, ReceivedMessage } from "@working-social/notify";
import { escapeHtml } from "@working-social/notify";
import type { Env } from "../env.ts";
import { isThisMachine } from "./this-machine.ts";

/**
 * The mail that a development server would have sent, readable in the browser and by tests. It holds sign-in codes, so it
 * exists for this machine only: not for other machines, not through a proxy, and not for pages of other sites, of which a
 * browser tells (Sec-Fetch-Site); an address that somebody typed has "none" there.
 */
export function mailboxPage(mailbox: Mailbox, env: Pick<Env, "isLocal">): Router {
  const router = express.Router();
  router.use((req, res, next) => {
    if (!isThisMachine(req, env) || !isTypedOrOurs(req)) return next("router");
    res.setHeader("Cache-Control", "no-store").setHeader("X-Robots-Tag", "noindex");
    next();
  });
  router.get("/", async (_req: Request, res: Response) => {
    res.type("html").send(page(await mailbox.messages()));
  });
  router.get("/latest.json", async (req: Request, res: Response) => {
    const to = typeof req.query["to"] === "string" ? req.query["to"] : undefined;
    const [latest] = await mailbox.messages(to);
    res.status(latest ? 200 : 404).json(latest ?? null);
  });
  return router;
}

function page(messages: readonly ReceivedMessage[]): string {
  const empty = "<p>No mail yet. What the server would send appears here; set SMTP_URL to send it for real.</p>";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mail (development)</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px; padding: 1rem; margin: 1rem 0 }
h2 { margin: 0; font-size: 1.125rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0 0 }
.about { opacity: .75; margin: .25rem 0 }
</style>
</head>
<body>
<h1>Mail</h1>
<p>This server sends no mail: it is kept here for you. Reload to see what is new.</p>
<main>${messages.map(article).join("\n") || empty}</main>
</body>
</html>
`;
}

function article({ to, subject, text, at }: ReceivedMessage): string {
  return `<article>
<h2>${escapeHtml(subject)}</h2>
<p class="about">To ${escapeHtml(to)} · <time datetime="${escapeHtml(at)}">${escapeHtml(at.slice(0, 19).replace("T", " "))} UTC</time></p>
<pre>${linked(text)}</pre>
</article>`;
}

/** Addresses in the text, already escaped, become links. */
function linked(text: string): string {
  return escapeHtml(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
}

function isTypedOrOurs({ headers }: Request): boolean {
  return ["none", "same-origin"].includes(String(headers["sec-fetch-site"] ?? "none"));
}
