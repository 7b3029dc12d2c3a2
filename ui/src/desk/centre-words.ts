// What the centre's details are called, on every screen that names them: ids of messages in centre.ftl.
import { t } from '$shared/words';

export const centreWords: Record<string, string> = {
  name: 'centre-field-name',
  county: 'centre-field-county',
  sub_county: 'centre-field-sub-county',
  head_teacher: 'centre-field-head',
  head_teacher_no: 'centre-field-head-no',
  head_teacher_phone: 'centre-field-head-phone',
  address: 'centre-field-address',
  telephone: 'centre-field-telephone',
  email: 'centre-field-email',
  offered: 'centre-field-offered',
  clearance: 'centre-field-clearance',
  host_centre: 'centre-field-host',
};

/** Details one after the other, as in "Sub-county, Head of the centre". */
export function centreFields(names: string[]): string {
  return names.map((name) => (centreWords[name] ? t(centreWords[name]) : name)).join(', ');
}
