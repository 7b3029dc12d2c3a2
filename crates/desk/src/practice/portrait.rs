//! Portraits drawn by program: a face of ellipses before a plain wall, another for each seed. Owns the few shapes; no
//! picture of anybody went into it.

const SIDE: usize = 300;

type Colour = [u8; 3];

const SKINS: [Colour; 6] = [[74, 46, 33], [98, 62, 43], [118, 76, 52], [141, 94, 64], [160, 110, 77], [188, 138, 103]];
const WALLS: [Colour; 5] = [[122, 164, 196], [196, 202, 206], [214, 203, 180], [150, 180, 150], [201, 178, 164]];
const CLOTHS: [Colour; 5] = [[27, 45, 84], [112, 26, 38], [22, 82, 56], [82, 88, 98], [74, 40, 92]];
const HAIR: Colour = [26, 21, 20];
const SHIRT: Colour = [240, 242, 246];

/// The portrait of a seed, as a bitmap file.
pub(super) fn draw(seed: u64) -> Vec<u8> {
    let pick = |list: &[Colour], turn: u64| list[(seed * turn % list.len() as u64) as usize];
    let (skin, cloth) = (pick(&SKINS, 7), pick(&CLOTHS, 3));
    let of = |turn: u64, most: u64| (seed * turn % most) as f32;
    let (wide, tall, eyes) = (56.0 + of(13, 9), 74.0 + of(17, 9), 22.0 + of(5, 6));
    let mut page = Page(vec![pick(&WALLS, 11); SIDE * SIDE]);
    let puff = if seed.is_multiple_of(3) { 26.0 } else { 4.0 };
    page.ellipse((150.0, 118.0), (wide + 10.0, tall - 2.0 + puff / 2.0), HAIR);
    page.ellipse((150.0, 330.0), (126.0 + of(19, 14), 104.0), cloth);
    page.ellipse((150.0, 252.0), (44.0, 40.0), SHIRT);
    page.ellipse((150.0, 222.0), (27.0, 44.0), shade(skin, 78));
    for side in [-1.0, 1.0] {
        page.ellipse((150.0 + side * (wide + 1.0), 148.0), (9.0, 16.0), shade(skin, 86));
    }
    page.ellipse((150.0, 142.0), (wide, tall), skin);
    face(&mut page, skin, eyes, of(23, 8));
    page.bitmap()
}

fn face(page: &mut Page, skin: Colour, eyes: f32, smile: f32) {
    for side in [-1.0, 1.0] {
        let x = 150.0 + side * eyes;
        page.ellipse((x, 116.0), (13.0, 3.0), HAIR);
        page.ellipse((x, 134.0), (11.5, 7.0), [246, 242, 236]);
        page.ellipse((x, 134.0), (6.0, 6.4), [44, 28, 20]);
    }
    page.ellipse((150.0, 164.0), (12.0, 8.0), shade(skin, 84));
    page.ellipse((150.0, 190.0), (20.0 + smile, 8.0), shade([150, 62, 58], 92));
    page.ellipse((150.0, 186.0 - smile / 3.0), (20.0 + smile, 6.0), skin);
}

/// A share of a colour's light, in hundredths.
fn shade(colour: Colour, share: u32) -> Colour {
    colour.map(|channel| (u32::from(channel) * share / 100) as u8)
}

struct Page(Vec<Colour>);

impl Page {
    /// A filled ellipse with a soft edge of about a pixel.
    fn ellipse(&mut self, centre: (f32, f32), radii: (f32, f32), colour: Colour) {
        let range = |middle: f32, radius: f32| {
            (middle - radius - 1.0).max(0.0) as usize..((middle + radius + 2.0).max(0.0) as usize).min(SIDE)
        };
        for y in range(centre.1, radii.1) {
            for x in range(centre.0, radii.0) {
                let (dx, dy) = ((x as f32 - centre.0) / radii.0, (y as f32 - centre.1) / radii.1);
                let inside = (1.0 - (dx * dx + dy * dy).sqrt()) * radii.0.min(radii.1) + 0.5;
                self.blend(y * SIDE + x, colour, inside.clamp(0.0, 1.0));
            }
        }
    }

    fn blend(&mut self, place: usize, colour: Colour, share: f32) {
        for (channel, new) in self.0[place].iter_mut().zip(colour) {
            *channel = (f32::from(*channel) + (f32::from(new) - f32::from(*channel)) * share) as u8;
        }
    }

    /// The file: a head of 54 bytes, then the rows from below, blue first.
    fn bitmap(&self) -> Vec<u8> {
        let size = (SIDE * SIDE * 3) as u32;
        let mut file = b"BM".to_vec();
        for number in [54 + size, 0, 54, 40, SIDE as u32, SIDE as u32, 1 | 24 << 16, 0, size, 2835, 2835, 0, 0] {
            file.extend(number.to_le_bytes());
        }
        for row in self.0.chunks(SIDE).rev() {
            file.extend(row.iter().flat_map(|[red, green, blue]| [*blue, *green, *red]));
        }
        file
    }
}
