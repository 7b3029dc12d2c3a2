// What the colours are called in the bar and among the commands: ids of messages.
import type { Theme } from '$shared/layout/appearance.svelte';

export const themeWords: Record<Theme, string> = {
  system: 'shell-theme-system',
  light: 'shell-theme-light',
  dark: 'shell-theme-dark',
  contrast: 'shell-theme-contrast',
};
