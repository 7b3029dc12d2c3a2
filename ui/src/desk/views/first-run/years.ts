// The examination years that a register may be begun for.

/** The year on this computer's clock. */
export function thisYear(): number {
  return new Date().getFullYear();
}

export function years(): number[] {
  return [thisYear(), thisYear() + 1];
}
