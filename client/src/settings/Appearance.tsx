/** Light, dark, or as the system wants it. Kept in this browser. */
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { ShortChoice } from '../ui/Choice.tsx'
import { words } from '../words/words.ts'

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark']

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <ShortChoice
      legend={words.settings.colours}
      value={colorScheme}
      onChange={setColorScheme}
      options={SCHEMES.map((value) => ({ value, label: words.settings.schemes[value] }))}
    />
  )
}
