//! The floor that `daftari check` is measured against: a bare pass of the csv crate that writes the same rows out as
//! lines of JSON, judging nothing. `floor_csv_json FILE.csv`.

use std::fs::File;
use std::io::{BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("give a CSV file")?;
    let mut rows = csv::ReaderBuilder::new().buffer_capacity(1 << 20).from_reader(File::open(path)?);
    let keys: Vec<String> = rows.headers()?.iter().map(|name| format!("\"{name}\":\"")).collect();
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let mut row = csv::ByteRecord::new();
    let mut line = Vec::with_capacity(1024);
    while rows.read_byte_record(&mut row)? {
        line.clear();
        line.push(b'{');
        for (key, value) in keys.iter().zip(&row) {
            line.extend_from_slice(key.as_bytes());
            escaped(&mut line, value);
            line.extend_from_slice(b"\",");
        }
        line.pop();
        line.extend_from_slice(b"}\n");
        out.write_all(&line)?;
    }
    out.flush()?;
    Ok(())
}

fn escaped(out: &mut Vec<u8>, text: &[u8]) {
    if text.iter().all(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
        return out.extend_from_slice(text);
    }
    for byte in text {
        match byte {
            b'"' | b'\\' => out.extend([b'\\', *byte]),
            0..0x20 => out.extend(format!("\\u{byte:04x}").into_bytes()),
            _ => out.push(*byte),
        }
    }
}
