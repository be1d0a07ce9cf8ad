// The portal without a network: the page and its files, as lib/offline.ts has put them aside. With a network nothing is
// other than without this worker, and nothing of the API passes through it.
const ofOthers = /^\/(api|calendar|kiosk|mail|healthz|readyz)(\/|$)/;
const files = /^\/(assets\/|theme\.js$|icon\.svg$)/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && !ofOthers.test(pathname)) event.respondWith(fetchOr(request, "/"));
  else if (files.test(pathname)) event.respondWith(fetchOr(request, request));
});

async function fetchOr(request, aside) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(aside)) ?? Response.error();
  }
}
