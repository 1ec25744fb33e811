import { createTheme, rem, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { themeComponents } from './theme-components.js';

const fjord: MantineColorsTuple = [
  '#EEF5F5',
  '#E4EFEE',
  '#D5E6E5',
  '#AED0CF',
  '#86CBCB',
  '#4E9FA3',
  '#2A858B',
  '#1C767D',
  '#0E5A61',
  '#0A464C',
];
const gray: MantineColorsTuple = [
  '#FCFBF9',
  '#F5F3EE',
  '#EFECE6',
  '#E3DFD7',
  '#CFC9BE',
  '#ABA498',
  '#8E877B',
  '#5E645F',
  '#474F4B',
  '#1B2220',
];
const dark: MantineColorsTuple = [
  '#ECEAE4',
  '#BDBEB6',
  '#9B9D95',
  '#737870',
  '#41453F',
  '#2D302B',
  '#20231F',
  '#181A18',
  '#131513',
  '#0C0D0C',
];

/** Mantine in Fairdesk's hand: scales here, colours in `tokens.css`, each component's own rules beside it. */
export const theme = createTheme({
  primaryColor: 'fjord',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: false,
  white: '#FFFFFF',
  black: '#1B2220',
  colors: { fjord, gray, dark },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(15), xl: rem(20) },
  lineHeights: { xs: '1.3334', sm: '1.3847', md: '1.4286', lg: '1.3334', xl: '1.25' },
  fontWeights: { regular: '400', medium: '550', bold: '620' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: rem(28) },
      h2: { fontSize: rem(14), lineHeight: rem(20), fontWeight: '600' },
      h3: { fontSize: rem(13), lineHeight: rem(18), fontWeight: '600' },
    },
  },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(10), xl: rem(12) },
  defaultRadius: 'sm',
  shadows: {
    xs: 'var(--fd-shadow-bar)',
    sm: 'var(--fd-shadow-paper)',
    md: 'var(--fd-shadow-float)',
    lg: 'var(--fd-shadow-float)',
    xl: 'var(--fd-shadow-dialog)',
  },
  focusRing: 'auto',
  cursorType: 'default',
  respectReducedMotion: true,
  components: themeComponents,
});

const shared = {
  '--mantine-color-body': 'var(--fd-page)',
  '--mantine-color-text': 'var(--fd-ink)',
  '--mantine-color-dimmed': 'var(--fd-ink-3)',
  '--mantine-color-placeholder': 'var(--fd-ink-3)',
  '--mantine-color-default': 'var(--fd-raised)',
  '--mantine-color-default-color': 'var(--fd-ink)',
  '--mantine-color-default-border': 'var(--fd-control)',
  '--mantine-color-default-hover': 'var(--fd-sunk)',
  '--mantine-color-anchor': 'var(--fd-accent)',
  '--mantine-color-error': 'var(--fd-brick-fg)',
  '--mantine-primary-color-light': 'var(--fd-accent-tint)',
  '--mantine-primary-color-light-color': 'var(--fd-accent)',
  '--mantine-primary-color-filled': 'var(--fd-accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--fd-accent-fill-2)',
};

/** Hands Mantine the tokens; they follow the scheme by themselves, so both schemes get the same list. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
