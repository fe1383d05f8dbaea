import { createHash } from 'node:crypto';

/** The colours of `web/src/ui/tokens.css`, light then dark; a test keeps the two the same. */
export const colours = {
  paper: ['#f6f1e7', '#191815'],
  'paper-raised': ['#fffdf8', '#23211d'],
  ink: ['#23201a', '#f1ece1'],
  'ink-soft': ['#5c554a', '#b9b1a3'],
  line: ['#dcd3c1', '#3d3932'],
  'line-strong': ['#857b6a', '#8d8475'],
  accent: ['#2a3f8f', '#aebfff'],
  'accent-strong': ['#1c2d6e', '#ccd7ff'],
  'accent-soft': ['#e6e9f7', '#2a2f49'],
  'on-accent': ['#fffdf8', '#14193a'],
  good: ['#1e6a3c', '#86d6a2'],
  'good-soft': ['#e1f1e5', '#1c3325'],
  warn: ['#8a4b00', '#f2bd73'],
  'warn-soft': ['#fcecd2', '#3a2c15'],
} as const;

const variables = Object.entries(colours)
  .map(([name, [light, dark]]) => `--${name}:light-dark(${light},${dark})`)
  .join(';');

/** The whole style of the pages of families: it travels inside the page, and nothing is fetched. */
export const style = `:root{color-scheme:light dark;${variables}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 'Atkinson Hyperlegible Next',system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:24px 16px 48px}
header p{margin:0;color:var(--ink-soft)}
header .coop{font-weight:700;color:var(--ink)}
h1{font-size:1.75rem;line-height:1.2;margin:16px 0 8px}
h2{font-size:1.1875rem;line-height:1.3;margin:0 0 8px}
p{margin:0 0 12px}
p:last-child,ul:last-child,dl:last-child{margin-bottom:0}
section{background:var(--paper-raised);border:1px solid var(--line);border-radius:8px;padding:16px;margin-top:16px}
.amount{font-variant-numeric:tabular-nums;white-space:nowrap}
.big{font-size:2rem;font-weight:700;line-height:1.2;margin-bottom:4px}
.soft{color:var(--ink-soft)}
.say{border-left:4px solid var(--accent);background:var(--accent-soft)}
.good{border-left:4px solid var(--good);background:var(--good-soft)}
.warn{border-left:4px solid var(--warn);background:var(--warn-soft)}
.button{display:block;width:100%;min-height:48px;padding:12px 16px;border:2px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.button:hover{background:var(--accent-strong);border-color:var(--accent-strong)}
.plain{background:transparent;color:var(--accent)}
.plain:hover{background:var(--accent-soft)}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
form+form{margin-top:12px}
dl{display:grid;grid-template-columns:1fr;gap:2px 16px;margin:0}
dt{color:var(--ink-soft)}
dd{margin:0 0 10px;font-weight:700}
ul{list-style:none;margin:0 0 12px;padding:0}
li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;padding:8px 0;border-top:1px solid var(--line)}
li:first-child{border-top:0}
li span:last-child{text-align:right}
li>a{display:inline-block;min-height:24px}
.reference{font-size:1.375rem;font-weight:700;letter-spacing:.06em;white-space:nowrap;user-select:all}
footer{margin-top:24px;color:var(--ink-soft);font-size:1rem}
@media(min-width:32rem){dl{grid-template-columns:minmax(9rem,auto) 1fr}dd{margin-bottom:6px}}
@media print{:root{color-scheme:light}body{background:#fff}main{max-width:none;padding:0}section{break-inside:avoid;border-color:#999}.no-print{display:none}}`;

const digest = createHash('sha256').update(style).digest('base64');

/** No script whatever, this one style, forms to the portal itself, and nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${digest}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
