// A council with something on every page: two centres, one of them with two desks; people entered twice, a field written
// twice, an entry after closing. What the pages of the console are looked at with.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Council } from './council.mjs';
import { Room } from './room.mjs';

const fixtures = join(import.meta.dirname, '../../../fixtures');
const settings = { language: 'en', theme: 'light', text_size: 100, idle_minutes: 60, sync: 'off' };
const DESKS = [
  { code: '24505105', name: 'CHEPTARIT MIXED' },
  { code: '37611204', name: 'LIREMBE', sheet: 'special/candidates.ods' },
  { code: '24505105', name: 'CHEPTARIT MIXED' },
];
const HEADINGS =
  'centre,candidate_no,name,gender,year_of_birth,birth_certificate_no,citizenship,entry_code,qualification,qualifying_index,qualifying_year,subjects';
const girl = (centre, name) =>
  `${centre},,${name},F,2008,482915337,C,1,KCPE,20712345018,2022,101 102 121 231 233 311 443`;

class Desk {
  static async at(council, { code, name, sheet }) {
    const desk = Object.assign(new Desk(), { room: await Room.twin(), code });
    await desk.room.call('registers.create', { code, name, type: 'school', year: 2026 });
    await desk.room.call('settings.change', settings);
    if (sheet) await desk.takes(join(fixtures, sheet));
    const enrol = await council.order('code', '--role', 'head', '--centre', code);
    const known = { task: 'enrol', url: council.url, code: enrol, name: 'Office laptop', anew: false };
    await desk.room.call('sync.enrol', known);
    await desk.sync();
    return desk;
  }

  takes(path) {
    return this.room.call('centres.import', { task: 'import', path, sheet: null, errors: null, make: [] });
  }

  /** Enters, or changes, by a sheet of these lines. */
  writes(...lines) {
    const path = join(this.room.folder, 'rows.csv');
    writeFileSync(path, `${lines.join('\n')}\n`);
    return this.takes(path);
  }

  sync() {
    return this.room.call('sync.run', { task: 'sync', pictures: false });
  }
}

/** The council, and all that happened at the desks, which are gone. */
export async function practice() {
  const council = await Council.open();
  const desks = [];
  for (const desk of DESKS) desks.push(await Desk.at(council, desk));
  const [one, other, second] = desks;
  await one.writes(HEADINGS, girl(one.code, 'NYAWIRA BERYL ATIENO'));
  await other.writes(HEADINGS, girl(other.code, 'ATIENO BERYL NYAWIRA'));
  await one.sync();
  await second.sync();
  await one.writes('centre,candidate_no,admission_no', `${one.code},001,7001`);
  await second.writes('centre,candidate_no,admission_no', `${one.code},001,7010`);
  for (const desk of desks) await desk.sync();
  await one.writes('centre,name,gender,year_of_birth,entry_code', `${one.code},LIMO PASCALIA WENDE,F,2008,1`);
  await council.order('window', 'set', '2026', '2026-03-31T23:59:59+03:00');
  await one.sync();
  await Promise.all(desks.map(({ room }) => room.close()));
  return council;
}
