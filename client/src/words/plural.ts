/** Chooses the right form of a counted word and says the number as the language does. Only the files of a language use it. */

type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

/** How a language counts: the form it wants for this number (CLDR plural rules; `other` where it has none of its own), with the number in place of `#`. */
export function countIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count))
}
