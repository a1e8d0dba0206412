/** Mantine in our colours, type and shapes, so that nothing of it looks like a library. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import styles from './theme.module.css'

// Mantine wants ten shades of every colour; all of ours are one variable, which changes with the scheme by itself.
const accent: MantineColorsTuple = [
  'var(--accent-soft)',
  'var(--accent-soft)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent-strong)',
  'var(--accent-strong)',
  'var(--accent-strong)',
]

export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  fontSizes: { xs: 'var(--text-13)', sm: 'var(--text-15)', md: 'var(--text-15)', lg: 'var(--text-18)', xl: 'var(--text-22)' },
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: 6,
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Named, not imported: a screen loads only the components it draws.
  components: {
    Input: { classNames: { input: styles.input } },
    InputWrapper: { classNames: { label: styles.label, description: styles.description, error: styles.error } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: {
      defaultProps: { size: 'md' },
      classNames: { input: styles.input, innerInput: styles.innerInput, visibilityToggle: styles.toggle },
    },
  },
})

/** Ties Mantine's own variables to ours; the same in both schemes, because ours change with them. */
export const cssVariables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-2)',
    '--mantine-color-disabled-border': 'var(--hairline)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
    '--mantine-primary-color-contrast': 'var(--accent-ink)',
  }
  return { variables: {}, light: ours, dark: ours }
}
