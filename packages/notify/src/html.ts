import type { Language } from "@working-social/kernel";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** One line without control characters: a subject must not be able to start another header. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** A whole mail around paragraphs that are HTML already, in a language. Readable without styles, images and colours. */
export function mailDocument(language: Language, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((html) => `<p style="margin:0 0 16px">${html}</p>`).join("\n");
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c1917;background:#ffffff">
<main style="max-width:560px">
${body}
</main>
</body>
</html>
`;
}

/** A link that looks like what it does and says where it goes. */
export function mailLink(url: string, label: string): string {
  return `<a href="${escapeHtml(url)}" style="color:#0f5e4f;font-weight:600">${escapeHtml(label)}</a>`;
}
