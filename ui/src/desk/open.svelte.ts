// Which of the shell's overlays are open: commands, keys, help. Fetched when first used, so that the first page is light.
class Open {
  palette = $state(false);
  keys = $state(false);
  help = $state(false);
  /** The paragraph that the help drawer shows; empty: the search. */
  number = $state('');
  /** Any was opened since the start. */
  used = $state(false);

  commands(): void {
    this.used = this.palette = true;
  }

  sheet(): void {
    this.used = this.keys = true;
  }

  paragraph(number = ''): void {
    this.number = number;
    this.used = this.help = true;
  }
}

export const open = new Open();
