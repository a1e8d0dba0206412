/** Chooses the right form of a counted word. */

type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

/** The form the language wants for this count (CLDR plural rules); `other` where it has none of its own. */
export function plural(language: string, count: number, forms: Forms): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other
}
