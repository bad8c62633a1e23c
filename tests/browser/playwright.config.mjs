// How the browser tests run: on the built app in dist/, served by `cargo xtask serve` without building.
// `cargo xtask test` sets the NARU_ variables; `npx playwright test -c tests/browser` works by itself after a build.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.NARU_PORT ?? 8123);
const xtask = process.env.NARU_XTASK ? `"${process.env.NARU_XTASK}"` : "cargo xtask";
const results = process.env.NARU_RESULTS;

// The tests run without a network, so nothing may reach out behind the page's back.
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
// Chromium's sandbox refuses to start for root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

export default defineConfig({
  testDir: ".",
  // `cargo xtask soak` lives longer than the tests do, and does nothing else.
  testMatch: process.env.NARU_SOAK_HOURS ? "soak.spec.mjs" : "*.spec.mjs",
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // One second try where nobody watches: a machine that stalls for a moment says nothing of the app. Playwright lists as flaky what needed it.
  retries: process.env.CI ? 1 : 0,
  // Two workers on two busy cores are slow at times; nothing waits this long without a reason.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: results ? [["list"], ["json", { outputFile: results }]] : [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    trace: "off",
    // A test sees what the host sends and asks for nothing behind its back; what is kept on the machine has tests of its own.
    serviceWorkers: "block",
    launchOptions: { executablePath: process.env.NARU_CHROMIUM || undefined, args },
  },
  projects: [{ name: "chromium" }],
  webServer: {
    command: `${xtask} serve --no-build --port ${port}`,
    cwd: new URL("../..", import.meta.url).pathname,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
