// What a key means in a grid (ARIA grid pattern, with a spreadsheet's habits). Pure: a key in, an intent out.

export type Intent =
  | { kind: 'move'; rows: number; columns: number; extend: boolean }
  | { kind: 'edge'; edge: 'row-start' | 'row-end' | 'first' | 'last' | 'top' | 'bottom'; extend: boolean }
  | { kind: 'page'; direction: 1 | -1; extend: boolean }
  | { kind: 'edit' }
  | { kind: 'type'; text: string }
  | { kind: 'clear' }
  | { kind: 'fill' }
  | { kind: 'select-row' }
  | { kind: 'select-column' }
  | { kind: 'select-all' }
  | { kind: 'none' };

const arrows: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function intent(event: Key): Intent | undefined {
  if (event.altKey) return undefined;
  const command = event.ctrlKey || event.metaKey;
  return command ? withCommand(event) : plain(event);
}

function withCommand({ key, shiftKey: extend }: Key): Intent | undefined {
  switch (key) {
    case 'Home':
      return { kind: 'edge', edge: 'first', extend };
    case 'End':
      return { kind: 'edge', edge: 'last', extend };
    case 'ArrowUp':
      return { kind: 'edge', edge: 'top', extend };
    case 'ArrowDown':
      return { kind: 'edge', edge: 'bottom', extend };
    case 'ArrowLeft':
      return { kind: 'edge', edge: 'row-start', extend };
    case 'ArrowRight':
      return { kind: 'edge', edge: 'row-end', extend };
    case ' ':
      return { kind: 'select-column' };
    case 'a':
      return { kind: 'select-all' };
    case 'd':
      return { kind: 'fill' };
    default:
      return undefined;
  }
}

function plain({ key, shiftKey: extend }: Key): Intent | undefined {
  const arrow = arrows[key];
  if (arrow) return { kind: 'move', rows: arrow[0], columns: arrow[1], extend };
  switch (key) {
    case 'Home':
      return { kind: 'edge', edge: 'row-start', extend };
    case 'End':
      return { kind: 'edge', edge: 'row-end', extend };
    case 'PageUp':
      return { kind: 'page', direction: -1, extend };
    case 'PageDown':
      return { kind: 'page', direction: 1, extend };
    case 'F2':
    case 'Enter':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case ' ':
      return extend ? { kind: 'select-row' } : { kind: 'none' };
    default:
      return key.length === 1 ? { kind: 'type', text: key } : undefined;
  }
}
