// Tests read as somebody in Britain does, whatever machine they run on.
Object.defineProperty(globalThis, "navigator", { value: { language: "en-GB", languages: ["en-GB"] } });
