import { createTheme, type CSSVariablesResolver } from '@mantine/core'

/** Calm: white, greys and one accent. Colour is kept for the light of a dossier. */
export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif" },
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 5 }, // 4.5 : 1 on white and on dark
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** Secondary text and links with 4.5 : 1 on the page and on a chosen row. */
export const contrast: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-anchor': 'var(--mantine-color-blue-9)',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-anchor': 'var(--mantine-color-blue-3)',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
  },
})
