//! Files in one: the ZIP form, as spreadsheets and archives use it.
//!
//! Owns: headers, sums and the directory. May use: `std`. Deliberately absent: compressing, which the build machine does where
//! it pays; a clock, so that the same files always make the same bytes; anything larger than four gigabytes.

/// A day and a time nobody reads anything into: midnight of the first of January 1980, where the form begins to count.
const DAY: u16 = 1 << 5 | 1;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// What reads it has to know directories and deflate.
const NEEDS: u16 = 20;

/// An archive being written.
#[derive(Debug, Clone, Default)]
pub struct Zip {
    out: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// One with nothing in it yet.
    pub fn new() -> Zip {
        Zip::default()
    }

    /// Adds a file as it is.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.put(name, bytes, 0, bytes);
    }

    /// Adds a file of which the deflated form is given too; the shorter one is kept.
    pub fn add_deflated(&mut self, name: &str, bytes: &[u8], deflated: &[u8]) {
        match deflated.len() < bytes.len() {
            true => self.put(name, bytes, 8, deflated),
            false => self.add(name, bytes),
        }
    }

    fn put(&mut self, name: &str, bytes: &[u8], method: u16, stored: &[u8]) {
        let place = self.out.len() as u32;
        let mut about = Vec::new();
        short(&mut about, &[NEEDS, UTF8, method, 0, DAY]);
        long(&mut about, &[crc32(bytes), stored.len() as u32, bytes.len() as u32]);
        short(&mut about, &[name.len() as u16, 0]);
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&about);
        self.out.extend(name.as_bytes());
        self.out.extend(stored);
        self.directory.extend(b"PK\x01\x02");
        short(&mut self.directory, &[NEEDS]);
        self.directory.extend(&about);
        short(&mut self.directory, &[0, 0, 0]);
        long(&mut self.directory, &[0, place]);
        self.directory.extend(name.as_bytes());
        self.count += 1;
    }

    /// The archive.
    pub fn finish(mut self) -> Vec<u8> {
        let (place, length) = (self.out.len() as u32, self.directory.len() as u32);
        self.out.extend(&self.directory);
        self.out.extend(b"PK\x05\x06");
        short(&mut self.out, &[0, 0, self.count, self.count]);
        long(&mut self.out, &[length, place]);
        short(&mut self.out, &[0]);
        self.out
    }
}

fn short(out: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|number| out.extend(number.to_le_bytes()));
}

fn long(out: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|number| out.extend(number.to_le_bytes()));
}

/// The sum that every reader compares, of ISO 3309.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |rest: u32| if rest & 1 == 1 { rest >> 1 ^ 0xEDB8_8320 } else { rest >> 1 };
    let table: Vec<u32> = (0..256).map(|byte| (0..8).fold(byte, |rest, _| step(rest))).collect();
    !bytes.iter().fold(!0, |sum, byte| table[((sum ^ u32::from(*byte)) & 0xFF) as usize] ^ sum >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_one_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn an_archive_is_what_the_form_says() {
        let mut zip = Zip::new();
        zip.add("a.txt", b"hi");
        zip.add_deflated("\u{793E}.csv", &[0; 90], &[1, 2, 3]);
        zip.add_deflated("b", b"x", b"no");
        zip.add_deflated("c", b"xy", b"no");
        let bytes = zip.finish();
        let word = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
        let long = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
        let end = bytes.len() - 22;
        assert_eq!((&bytes[end..end + 4], word(end + 10), word(end + 20)), (&b"PK\x05\x06"[..], 4, 0));
        let mut at = long(end + 16);
        assert_eq!(at + long(end + 12), end, "the directory ends where the end begins");
        let mut seen = Vec::new();
        for _ in 0..4 {
            assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
            let (method, packed, whole, name, place) =
                (word(at + 10), long(at + 20), long(at + 24), word(at + 28) as usize, long(at + 42));
            assert_eq!(&bytes[place..place + 4], b"PK\x03\x04");
            // What stands before a file is what stands in the directory.
            assert_eq!(&bytes[place + 4..place + 30], &bytes[at + 6..at + 32]);
            let start = place + 30 + name;
            let named = std::str::from_utf8(&bytes[at + 46..at + 46 + name]).unwrap();
            assert_eq!(named.as_bytes(), &bytes[place + 30..start]);
            seen.push((named.to_string(), method, whole, bytes[start..start + packed].to_vec()));
            at += 46 + name;
        }
        let expected =
            [("a.txt", 0, 2, &b"hi"[..]), ("\u{793E}.csv", 8, 90, &[1, 2, 3]), ("b", 0, 1, b"x"), ("c", 0, 2, b"xy")];
        let expected = expected.map(|(name, method, whole, bytes)| (name.to_string(), method, whole, bytes.to_vec()));
        assert_eq!(seen, expected);
    }
}
