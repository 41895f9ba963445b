/* The last resort: what has not reached the server, in this browser, sealed with the writer's key.
 * The key comes with the page of who is logged in: nobody else at this computer can read it. */
const DAYS = 30;
const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

function ask(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("desk", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept", { keyPath: "page" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const deal = database.transaction("kept", mode);
      const asked = act(deal.objectStore("kept"));
      deal.oncomplete = () => { database.close(); resolve(asked.result); };
      deal.onabort = () => { database.close(); reject(deal.error); };
    };
  });
}

export async function openStore(writer, seal) {
  if (!window.indexedDB || !window.crypto || !crypto.subtle) { return null; }
  const key = await crypto.subtle.importKey("raw", bytes(seal), "AES-GCM", false, ["encrypt", "decrypt"]);

  async function put(draft) {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(draft));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, text);
    await ask("readwrite", (rows) => rows.put({
      page: draft.page, writer, story: draft.story, at: Date.now(), nonce, sealed
    }));
  }

  async function read(row) {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.nonce }, key, row.sealed);
    return JSON.parse(new TextDecoder().decode(text));
  }

  const drop = (page) => ask("readwrite", (rows) => rows.delete(page));

  /* The writer's own texts of this story that other pages left behind. */
  async function leftovers(story, page) {
    const found = [];
    for (const row of await ask("readonly", (rows) => rows.getAll())) {
      if (Date.now() - row.at > DAYS * 864e5) { await drop(row.page); continue; }
      if (row.writer !== writer || row.story !== story || row.page === page) { continue; }
      try { found.push(await read(row)); } catch (_error) { /* sealed with an older key */ }
    }
    return found;
  }

  return { put, drop, leftovers };
}
