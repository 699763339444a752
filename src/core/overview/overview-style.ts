/** How the roster report looks, on a screen in light and dark and on paper. */
export const overviewStyle = `
:root{color-scheme:light dark;--page:var(--vscode-editor-background,#f5f6f8);--card:var(--vscode-editorWidget-background,#fff);--line:var(--vscode-widget-border,var(--vscode-contrastBorder,#dde1e7));
--text:var(--vscode-foreground,#1c2430);--muted:var(--vscode-descriptionForeground,#586273);--track:#edf0f4;
--plain:#1d5fa8;--students:#1d5fa8;--staff:#1e7a45;--others:#8a94a3;--error:#b3261e;--warning:#dd9a17;--information:#1d5fa8}
@media (prefers-color-scheme:dark){:root{--page:var(--vscode-editor-background,#14181e);--card:var(--vscode-editorWidget-background,#1d232c);--line:var(--vscode-widget-border,var(--vscode-contrastBorder,#343d4a));
--text:var(--vscode-foreground,#e6eaf0);--muted:var(--vscode-descriptionForeground,#a4afbe);
--track:#2a323d;--plain:#7fb6f2;--students:#7fb6f2;--staff:#7fd39b;--others:#8a94a3;--error:#ff8a80;--warning:#f2b84b;
--information:#7fb6f2}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 3rem;max-width:72rem;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}
h1{margin:0;font-size:1.9rem;overflow-wrap:anywhere}
.note{margin:.25rem 0 0;color:var(--muted)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:1.25rem 0 .75rem}
dl div,figure{background:var(--card);border:1px solid var(--line);border-radius:10px}
dl div{padding:.7rem 1rem}
dt{color:var(--muted);font-size:.9rem}
dd{margin:0;font-size:1.7rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
main{columns:26rem;column-gap:.75rem}
figure{display:inline-block;width:100%;margin:0 0 .75rem;padding:1rem 1.1rem;break-inside:avoid}
figure.wide{display:block;column-span:all}
figcaption{margin-bottom:.4rem;font-weight:600}
figure .note{font-size:.85rem}
figure p{margin:.4rem 0}
svg{display:block;overflow:hidden}
svg text{font-size:13px;fill:var(--text)}
svg .number{text-anchor:end;font-variant-numeric:tabular-nums;paint-order:stroke;stroke:var(--card);stroke-width:6px}
svg .track{fill:var(--track)}
svg .plain{fill:var(--plain)}svg .students{fill:var(--students)}svg .staff{fill:var(--staff)}svg .others{fill:var(--others)}
svg .error{fill:var(--error)}svg .warning{fill:var(--warning)}svg .information{fill:var(--information)}
table{width:100%;border-collapse:collapse;font-size:.95rem}
th,td{padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line);text-align:start;font-weight:400}
td{text-align:end;font-variant-numeric:tabular-nums}
thead th{color:var(--muted)}thead th+th{text-align:end}
footer{margin-top:1.5rem}
@page{margin:1.5cm}
@media print{:root{--page:#fff;--card:#fff;--text:#000;--muted:#444;--line:#bbb;--track:#eee;--plain:#1d5fa8;--students:#1d5fa8;
--staff:#1e7a45;--others:#8a94a3;--error:#b3261e;--warning:#dd9a17;--information:#1d5fa8}
body{padding:0;max-width:none;font-size:10pt}
main{columns:2}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
