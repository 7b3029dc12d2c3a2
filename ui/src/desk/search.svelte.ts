// What was last typed into the bar's search: a person's name, so it is kept in memory and never in the address. The
// candidates' screen reads and clears it.
export const search = $state({ text: '' });
