// Made-up rows for the gallery: names drawn from lists, never a real person's.
export interface SampleRow {
  index: string;
  name: string;
  gender: string;
  year: string;
  certificate: string;
  subjects: string;
  fee: number;
}

const first = [
  'Achieng',
  'Baraka',
  'Chebet',
  'Daudi',
  'Esther',
  'Farida',
  'Gĩthĩnji',
  'Halima',
  'Imani',
  'Jelagat',
  'Kamau',
  'Lilian',
];
const middle = ['Wanjikũ', 'Otieno', 'Kiprono', 'Mwikali', 'Naliaka', 'Hassan', 'Nekesa', 'Mutua'];
const last = ['Odhiambo', 'Cherono', 'Mũthoni', 'Barasa', 'Abdi', 'Njoroge', 'Wafula', 'Kosgei', 'Musyoka'];

/** `count` rows, the same at each call. */
export function sampleRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, at) => ({
    index: `24505105${String(at + 1).padStart(3, '0')}`,
    name: [first[at % 12], middle[(at * 5) % 8], last[(at * 7) % 9]].join(' ').toUpperCase(),
    gender: at % 2 === 0 ? 'F' : 'M',
    year: String(2007 + (at % 3)),
    certificate: at % 9 === 4 ? '' : String(20_000_000 + at * 7919),
    subjects: '101 102 121 231 233 311 443',
    fee: at % 11 === 3 ? 0 : 5800,
  }));
}
