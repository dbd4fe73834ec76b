//! The packed dataset that the page carries inside it.
//!
//! Owns: one version byte and postcard. May use: `model`. Deliberately absent: compatibility, for the build that writes it
//! is the build that reads it; what people keep is the Tabular Data Package.

use crate::model::Dataset;
use crate::text::Lexicon;

/// Changes with every change of the model.
const VERSION: u8 = 1;

/// Why packed bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackedError {
    /// Written by another version, or no packed dataset at all.
    Version,
    /// Cut short or changed.
    Damaged,
}

impl std::fmt::Display for PackedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PackedError::Version => "packed by another version",
            PackedError::Damaged => "the packed data are damaged",
        })
    }
}

/// Packs a dataset with its table of traditional forms and pinyin.
pub fn to_bytes(dataset: &Dataset, lexicon: &Lexicon) -> Vec<u8> {
    // Serialising plain data into memory has no way to fail.
    postcard::to_extend(&(dataset, lexicon), vec![VERSION]).unwrap_or_default()
}

/// Unpacks a dataset.
pub fn from_bytes(bytes: &[u8]) -> Result<(Dataset, Lexicon), PackedError> {
    match bytes.split_first() {
        Some((&VERSION, packed)) => postcard::from_bytes(packed).map_err(|_| PackedError::Damaged),
        _ => Err(PackedError::Version),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_other_versions_and_damage() {
        let bytes = to_bytes(&Dataset::default(), &Lexicon::default());
        assert_eq!(from_bytes(&bytes), Ok((Dataset::default(), Lexicon::default())));
        assert_eq!(from_bytes(&[]), Err(PackedError::Version));
        assert_eq!(from_bytes(&[VERSION + 1]), Err(PackedError::Version));
        assert_eq!(from_bytes(&bytes[..bytes.len() - 1]), Err(PackedError::Damaged));
    }
}
