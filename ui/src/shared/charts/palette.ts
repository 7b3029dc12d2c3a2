// The tokens' colours and type, as charts on canvas need them: read from the page, so that a theme is written once.
export interface Palette {
  ink: string;
  soft: string;
  rule: string;
  paper: string;
  accent: string;
  series: string[];
  error: string;
  warning: string;
  /** Of one rem, in pixels. */
  rem: number;
}

export function palette(rem: number): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    soft: colour('ink-soft'),
    rule: colour('chart-rule'),
    paper: colour('leaf'),
    accent: colour('accent'),
    series: [colour('accent'), colour('chart-2'), colour('chart-3'), colour('chart-4')],
    error: colour('error'),
    warning: colour('warning'),
    rem,
  };
}
