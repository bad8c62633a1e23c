// Firefox and WebKit, which Playwright drives only in builds of its own: Debian's, by the words of WebDriver. WebKit hears them
// over HTTP; Firefox over Marionette, the socket that it opens by itself, so that no driver program is needed between.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** How long a program may take to listen. */
const START_MS = 60_000;
/** The key under which WebDriver names an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** What each engine is started with, and the packages (Debian's names) that bring it. */
export const ENGINES = {
  Firefox: { packages: "firefox-esr", program: () => found("firefox-esr") ?? found("firefox"), start: firefox },
  WebKit: { packages: "webkit2gtk-driver and xvfb", program: () => found("Xvfb") && miniBrowser() && found("WebKitWebDriver"), start: webkit },
};

/** A program on the search path. */
function found(name) {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find((file) => spawnSync("test", ["-x", file]).status === 0);
}

/** WebKit's smallest browser: it stands beside the library and not on the search path. */
function miniBrowser() {
  const libraries = ["/usr/lib", ...list("/usr/lib").map((folder) => join("/usr/lib", folder)), "/usr/libexec"];
  const homes = libraries.flatMap((folder) => list(folder).filter((name) => name.startsWith("webkit2gtk-4")).map((name) => join(folder, name, "MiniBrowser")));
  return homes.find((file) => spawnSync("test", ["-x", file]).status === 0);
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Firefox with a new profile, no window, and every setting of a page's safety as it comes. */
async function firefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "naru-firefox-"));
  const port = await freePort();
  const settings = { "marionette.port": port, "app.update.disabledForTesting": true, "datareporting.policy.dataSubmissionEnabled": false, "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "services.settings.server": "data:,", "browser.shell.checkDefaultBrowser": false };
  writeFileSync(join(profile, "user.js"), Object.entries(settings).map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`).join(""));
  const child = spawn(program, ["--marionette", "--headless", "--no-remote", "--profile", profile], { stdio: "ignore" });
  const socket = await retried(child, () => connected(port));
  const command = marionette(socket);
  await command("NewSession", { capabilities: {} });
  return driver(command, async () => {
    socket.destroy();
    await ended(child);
    rmSync(profile, { recursive: true, force: true });
  });
}

/** Marionette's frame: `length:[0, number, command, values]` there, `length:[1, number, error, value]` back. */
function marionette(socket) {
  const waiting = new Map();
  let [heard, number] = [Buffer.alloc(0), 0];
  socket.on("data", (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    for (;;) {
      const colon = heard.indexOf(":");
      const end = colon + 1 + Number(heard.subarray(0, colon));
      if (colon < 0 || heard.length < end) return;
      const said = JSON.parse(heard.subarray(colon + 1, end));
      heard = heard.subarray(end);
      // The first frame says who it is.
      if (!Array.isArray(said)) continue;
      const [, id, error, value] = said;
      const { resolve, reject } = waiting.get(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(value && "value" in value ? value.value : value);
    }
  });
  socket.on("close", () => waiting.forEach(({ reject }) => reject(new Error("Firefox is gone"))));
  return (name, values) =>
    new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      const text = JSON.stringify([0, number, `WebDriver:${name}`, values]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

/** WebKit's own driver, on a screen that nobody sees. */
async function webkit(program) {
  const display = `:${90 + (process.pid % 900)}`;
  const screen = spawn("Xvfb", [display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
  const home = mkdtempSync(join(tmpdir(), "naru-webkit-"));
  const port = await freePort();
  // Layers put together without a graphics card take it seconds a frame; without layers it draws as quickly as the others.
  const env = { ...process.env, DISPLAY: display, HOME: home, XDG_RUNTIME_DIR: home, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const child = spawn(program, [`--port=${port}`], { env, stdio: "ignore" });
  const ask = async (method, path, values) => {
    const body = values && JSON.stringify(values);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body, headers: { "Content-Type": "application/json" } });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await retried(child, () => ask("GET", "/status"));
  const options = { binary: miniBrowser(), args: ["--automation"] };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  const paths = { Navigate: "url", ExecuteScript: "execute/sync", FindElement: "element", ElementClick: "element/{id}/click" };
  const command = (name, { id, ...values }) => ask("POST", `/session/${sessionId}/${paths[name].replace("{id}", id)}`, values);
  return driver(command, async () => {
    await ask("DELETE", `/session/${sessionId}`).catch(() => {});
    await ended(child);
    await ended(screen);
    rmSync(home, { recursive: true, force: true });
  });
}

/** What a test does with a browser. */
function driver(command, close) {
  return {
    open: (url) => command("Navigate", { url }),
    /** What a function finds out in the page. */
    look: (seen, ...args) => command("ExecuteScript", { script: `return (${seen})(...arguments)`, args }),
    /** Presses what is there, as a person would: it must be in sight and uncovered. */
    async press(selector) {
      const element = await command("FindElement", { using: "css selector", value: selector });
      await command("ElementClick", { id: element[ELEMENT] });
    },
    close,
  };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function connected(port) {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

/** Tries until it works, as long as the program runs. */
async function retried(child, work) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
