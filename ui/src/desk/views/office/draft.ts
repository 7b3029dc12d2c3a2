// A register that is to be made for a centre of a workbook, as a person fills it in.
export interface Draft {
  code: string;
  name: string;
  /** `school`, `private`, `prison` or `special`. */
  type: string;
  make: boolean;
}

export const draftOf = ({ code }: { code: string }): Draft => ({
  code,
  name: '',
  type: 'private',
  make: false,
});
