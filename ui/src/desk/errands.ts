// What somebody looks for by name without knowing the screen: commands of the palette (Ctrl+K) that lead there, or do it.
// Offered while a register is open.
import { building, download, exchange, lock, paper, people, picture, seal, stick } from '$shared/icons';
import { route } from '$shared/layout/route.svelte';
import { call } from '$domain/core';
import type { ScreenCommand } from './commands.svelte';

const to = (address: string) => () => route.go(address);

export const errands: ScreenCommand[] = [
  { id: 'do-roll', words: 'shell-do-roll', icon: paper, run: to('/documents/nominal-roll') },
  { id: 'do-proforma', words: 'shell-do-proforma', icon: paper, run: to('/documents/fee-proforma') },
  { id: 'do-declaration', words: 'shell-do-declaration', icon: paper, run: to('/documents/declaration') },
  { id: 'do-approve', words: 'shell-do-approve', icon: seal, run: to('/approval?part=approve') },
  { id: 'do-slips', words: 'shell-do-slips', icon: seal, run: to('/approval?part=slips') },
  { id: 'do-sheet', words: 'shell-do-sheet', icon: picture, run: to('/photographs/sheet') },
  { id: 'do-sync', words: 'shell-do-sync', icon: exchange, run: to('/sync?tab=now') },
  { id: 'do-receipts', words: 'shell-do-receipts', icon: exchange, run: to('/sync?tab=receipts') },
  { id: 'do-stick', words: 'shell-do-stick', icon: stick, run: to('/sync?tab=stick') },
  { id: 'do-centre', words: 'shell-do-centre', icon: building, run: to('/settings/centre') },
  { id: 'do-people', words: 'shell-do-people', icon: people, run: to('/settings/people') },
  { id: 'do-back-up', words: 'shell-do-back-up', icon: stick, run: to('/settings/copies') },
  { id: 'do-support', words: 'shell-do-support', icon: download, run: to('/settings/support') },
  { id: 'do-lock', words: 'shell-do-lock', icon: lock, run: () => void call('people.lock').catch(() => {}) },
];
