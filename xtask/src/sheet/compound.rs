//! The compound file, container of `.xls` and of every encrypted workbook: 512-byte sectors, one table of them.
//! Owns streams of 4,096 bytes or more, padded to that; refuses the small-stream table, which nothing here needs.

const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;

/// A compound file of up to three named streams.
#[must_use]
pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let padded: Vec<(&str, Vec<u8>)> = streams.iter().take(3).map(|(name, bytes)| (*name, pad(bytes))).collect();
    let data: usize = padded.iter().map(|(_, bytes)| bytes.len() / SECTOR).sum();
    // The table's own sectors come first, then the directory's one, then the streams.
    let tables = (0..).find(|tables| tables * SECTOR / 4 > data + 1 + tables).unwrap_or(1);
    let mut table: Vec<u32> = vec![TABLE; tables];
    table.push(END);
    let mut directory = entry("Root Entry", 5, END, 0, !padded.is_empty());
    let mut body = Vec::new();
    for (place, (name, bytes)) in padded.iter().enumerate() {
        let first = table.len() as u32;
        let sectors = (bytes.len() / SECTOR) as u32;
        table.extend((first + 1..first + sectors).chain([END]));
        directory.extend(entry(name, 2, first, bytes.len(), false));
        // Siblings form a tree: a chain to the right is one.
        let right = if place + 1 < padded.len() { place as u32 + 2 } else { FREE };
        let at = directory.len() - 128 + 0x48;
        directory[at..at + 4].copy_from_slice(&right.to_le_bytes());
        body.extend_from_slice(bytes);
    }
    table.resize(tables * SECTOR / 4, FREE);
    directory.resize(SECTOR, 0);
    [header(tables), table.into_iter().flat_map(u32::to_le_bytes).collect(), directory, body].concat()
}

fn pad(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.resize(bytes.len().max(4096).next_multiple_of(SECTOR), 0);
    bytes
}

fn header(tables: usize) -> Vec<u8> {
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.extend([0; 16]);
    // Minor and major version, byte order, sizes of sectors and of small sectors as powers of two.
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.extend([0; 10]);
    header.extend((tables as u32).to_le_bytes());
    header.extend((tables as u32).to_le_bytes());
    header.extend([0; 4]);
    header.extend(4096_u32.to_le_bytes());
    for value in [END, 0, END, 0] {
        header.extend(value.to_le_bytes());
    }
    let places = (0..tables as u32).chain(std::iter::repeat(FREE)).take(109);
    header.extend(places.flat_map(u32::to_le_bytes));
    header
}

/// One entry of the directory: 128 bytes.
fn entry(name: &str, kind: u8, first: u32, length: usize, parent: bool) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name_length = entry.len() as u16 + 2;
    entry.resize(64, 0);
    entry.extend(name_length.to_le_bytes());
    entry.extend([kind, 1]);
    for sibling in [FREE, FREE, if parent { 1 } else { FREE }] {
        entry.extend(sibling.to_le_bytes());
    }
    entry.resize(0x74, 0);
    entry.extend(first.to_le_bytes());
    entry.extend((length as u64).to_le_bytes());
    entry
}
