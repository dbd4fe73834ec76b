//! The sum of a file's bytes after FIPS 180-4, SHA-256.
//!
//! Owns: the sum as 64 hexadecimal digits. May use: `sha2`. Deliberately absent: secrecy; it only tells files apart.

use sha2::{Digest, Sha256};

/// The sum of some bytes, in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn agrees_with_the_standard() {
        for (bytes, sum) in [
            (String::new(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc".into(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("a".repeat(63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
            ("a".repeat(64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        ] {
            assert_eq!(hex(bytes.as_bytes()), sum, "{} bytes", bytes.len());
        }
    }
}
