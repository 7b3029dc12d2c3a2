// Where a candidate's photograph is put right: on the sheet of all, at their own.
export function photographOf(id: string | undefined): string {
  return `/photographs/sheet?candidate=${id ?? ''}`;
}
