/** Colours, type and controls of the sandbox's own pages, light and dark as the system asks. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --bg: #faf7f2; --nav: #f2ede4; --surface: #fffefb; --sunken: #f4efe7;
  --ink: #211e1a; --ink-2: #544e46; --ink-3: #6c645a;
  --accent: #0e6570; --on-accent: #ffffff; --accent-wash: #e2eeee;
  --ok: #256e3b; --warn: #8a5200; --bad: #b3261e; --warn-wash: #fbefd6; --bad-wash: #fbe8e4;
  --control: #857b6e; --rule: #e3dcd0; --rule-2: #bdb3a4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #181613; --nav: #11100e; --surface: #221f1b; --sunken: #11100e;
    --ink: #f0eae1; --ink-2: #c3baad; --ink-3: #a1978a;
    --accent: #6cc3cc; --on-accent: #0b1f21; --accent-wash: #16302f;
    --ok: #7cc08a; --warn: #e8b04a; --bad: #f4907f; --warn-wash: #332812; --bad-wash: #3a1c18;
    --control: #8a8073; --rule: #332e28; --rule-2: #5c5449;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--bg); color: var(--ink); font: 400 13px/20px system-ui, -apple-system, "Segoe UI",
    Roboto, "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums;
}
code, pre, .mono { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; font-size: 12px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.banner {
  display: flex; align-items: center; gap: 12px; padding: 8px 32px; background: var(--nav);
  border-bottom: 1px solid var(--rule); color: var(--ink-2);
}
.banner svg { width: 24px; height: 24px; color: var(--ink); flex: none; }
.banner .door { fill: var(--accent); }
.banner strong { color: var(--ink); font-weight: 600; }
main { padding: 24px 32px 48px; max-width: 1520px; margin: 0 auto; }
h1 { font-size: 28px; line-height: 36px; letter-spacing: -0.02em; font-weight: 600; margin: 0 0 4px; }
h2 { font-size: 14px; line-height: 20px; font-weight: 600; margin: 0; }
.lead { font-size: 14px; color: var(--ink-2); margin: 0 0 24px; max-width: 80ch; }
section { border-top: 1px solid var(--rule-2); padding: 12px 0 28px; }
section > header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: 8px; min-height: 32px; }
section > header .end { margin-left: auto; }
section.bad { border-top: 2px solid var(--warn); }
.quiet { color: var(--ink-3); font-size: 12px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; font-size: 12px; line-height: 16px; color: var(--ink-3); white-space: nowrap; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--rule); vertical-align: baseline; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.keep { white-space: nowrap; }
button, select, input {
  font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--control); border-radius: 4px;
  padding: 4px 12px; min-height: 32px;
}
button { cursor: pointer; font-weight: 500; color: var(--accent); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.danger { color: var(--bad); border-color: var(--bad); }
.ok { color: var(--ok); } .warn { color: var(--warn); } .bad-text { color: var(--bad); }
.empty { color: var(--ink-2); margin: 8px 0; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 899px) { main { padding: 16px; } .banner { padding: 8px 16px; } }
@media (prefers-reduced-motion: no-preference) { button, a { transition: color 120ms ease-out, opacity 120ms ease-out; } }
`;
