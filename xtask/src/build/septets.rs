//! Bytes as text for the single file: seven bits a letter, which makes them a seventh longer, where base64 makes them a third longer.
//! `public/single.js` reads it. Three letters would not come through a page as they are; others, which count as two, stand for them.

/// What a page does not pass on within a script element: nothing at all, the return (it becomes a line feed), and what may begin a tag.
const LOST: [(u8, char); 3] = [(0x00, '\u{e0}'), (b'\r', '\u{e1}'), (b'<', '\u{e2}')];
/// Bits of a letter, and of a byte.
const SEPTET: u32 = 7;
const BYTE: u32 = 8;

/// The text that stands for these bytes.
pub fn written(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let (mut kept, mut bits) = (0_u32, 0);
    let mut letter = |septet: u32| {
        let septet = (septet & 0x7f) as u8;
        let stands_in = LOST.iter().find(|(lost, _)| *lost == septet);
        text.push(stands_in.map_or(char::from(septet), |(_, other)| *other));
    };
    for byte in bytes {
        kept = (kept << BYTE) | u32::from(*byte);
        bits += BYTE;
        while bits >= SEPTET {
            bits -= SEPTET;
            letter(kept >> bits);
        }
        kept &= (1 << bits) - 1;
    }
    if bits > 0 {
        letter(kept << (SEPTET - bits));
    }
    text
}

/// The bytes that a text stands for.
#[cfg(test)]
pub fn read(text: &str) -> Vec<u8> {
    let (mut kept, mut bits) = (0_u32, 0);
    let mut bytes = Vec::new();
    for letter in text.chars() {
        let septet =
            LOST.iter().find(|(_, other)| *other == letter).map_or(letter as u32, |(lost, _)| u32::from(*lost));
        kept = ((kept << SEPTET) | septet) & 0x7fff;
        bits += SEPTET;
        if bits >= BYTE {
            bits -= BYTE;
            bytes.push((kept >> bits) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_and_every_byte_comes_back() {
        let all: Vec<u8> = (0..=u8::MAX).chain((0..=u8::MAX).rev()).collect();
        for length in 0..all.len() {
            let bytes = &all[all.len() - length..];
            assert_eq!(read(&written(bytes)), bytes, "{length}");
        }
    }

    #[test]
    fn nothing_in_it_is_lost_in_a_page() {
        let text = written(&[0x00, 0x1a, 0x78, 0xff, 0x3c, 0x0d, 0x79, 0xe7].repeat(99));
        assert!(!text.contains(['\0', '\r', '<']) && text.chars().all(|letter| (letter as u32) < 0x100));
        // Where nothing but what is lost is to be written, two letters of a page stand for each.
        assert!(text.len() < 8 * 99 * 8 / 7 * 2);
    }
}
