/** The look of our mails: the same paper and ink as the program, light and dark, without a picture or anything fetched. */
import { html, type Html } from './html.ts'

export const SANS = "-apple-system, 'Segoe UI', Roboto, Inter, Helvetica, Arial, sans-serif"
export const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif"

/** First two of the palette, then those that follow; dark ones are readable on dark paper. */
export const HUES = ['#BC4025', '#4A5BD4', '#4F7018', '#A23A8C', '#8A5F00', '#1B6FA3', '#6B5A4E', '#7A4BC0'] as const
const DARK_HUES = ['#F0886E', '#98A4F5', '#A8C66C', '#E48CCF', '#DDB054', '#74BCE8', '#C4AE9E', '#BC9CF0'] as const

// Programs that know no dark mode ignore the query and show the light styles of the elements.
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .paper { background: #15181B !important; }
    .ink, .ink a { color: #E8E6E1 !important; }
    .quiet, .quiet a { color: #A3A9AE !important; }
    .line, .hue-none { border-color: #2E3338 !important; }
    .press { background: #5FBDBB !important; color: #0F1A1A !important; }
    a.accent, .quiet a.accent { color: #5FBDBB !important; }
    .sign-0 { color: ${DARK_HUES[0]} !important; }
    .sign-1 { color: ${DARK_HUES[1]} !important; }
${DARK_HUES.map((hue, index) => `    .hue-${index} { border-color: ${hue} !important; }`).join('\n')}
  }`

export interface Letter {
  readonly language: string
  /** Shown by mail programs after the subject, not in the mail. */
  readonly preview: string
  readonly greeting: string
  readonly lead: string
  readonly content: readonly Html[]
  readonly action: { readonly label: string; readonly url: string }
  readonly why: string
  readonly links: readonly { readonly label: string; readonly url: string }[]
}

export function letterHtml({ language, preview, greeting, lead, content, action, why, links }: Letter): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Tandem</title>
<style>${STYLE}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#FBFAF7">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" class="paper" width="100%" cellspacing="0" cellpadding="0" style="background:#FBFAF7"><tr><td align="center" style="padding:32px 20px 48px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;text-align:left"><tr><td>
<p class="ink" style="margin:0 0 28px;font:600 18px/1.3 ${SERIF};color:#1E2226"><span class="sign-0" style="color:#D9583B">&#9679;</span><span class="sign-1" style="color:#4A5BD4;margin-left:-3px">&#9679;</span>&ensp;Tandem</p>
<p class="ink" style="margin:0 0 28px;font:16px/1.55 ${SANS};color:#1E2226">${greeting}<br>${lead}</p>
${content}
<p style="margin:32px 0 40px"><a class="press" href="${action.url}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#0E6A6C;color:#FFFFFF;font:600 15px/1.3 ${SANS};text-decoration:none">${action.label}</a></p>
<p class="quiet line" style="margin:0;padding-top:16px;border-top:1px solid #E6E2DA;font:13px/1.6 ${SANS};color:#5B636B">${why}<br>${links.map(
    ({ label, url }, index) => html`${index === 0 ? '' : ' · '}<a href="${url}" style="color:#5B636B">${label}</a>`,
  )}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`.text
}
