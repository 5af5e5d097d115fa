//! Pictures without what a camera writes beside them: place, time, owner, a small earlier picture. The picture itself is
//! copied byte for byte; whatever follows its end is left out, so that nothing travels along.

/// How a PNG begins.
pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// How a JPEG begins.
pub(super) const JPEG: &[u8] = b"\xff\xd8\xff";

/// Chunks that say what the picture looks like.
const LOOKS: [&[u8; 4]; 11] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"];

/// A PNG with its looks alone; `None` where its chunks do not hold together.
pub(super) fn bare_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = PNG.to_vec();
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut first = true;
    let mut image = false;
    loop {
        let (length, _) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let chunk = rest.get(..length.checked_add(12)?)?;
        let kind = chunk.get(4..8)?;
        if first != (kind == b"IHDR") {
            return None;
        }
        first = false;
        image |= kind == b"IDAT";
        if LOOKS.iter().any(|known| *known == kind) {
            bare.extend_from_slice(chunk);
        }
        rest = &rest[chunk.len()..];
        if kind == b"IEND" {
            return image.then_some(bare);
        }
    }
}

/// A JPEG with its looks alone; `None` where its segments do not hold together.
///
/// Of what programs add, JFIF (APP0), the colour profile (APP2) and Adobe's note on colours (APP14) stay. With Exif goes
/// which way up the camera was held.
pub(super) fn bare_jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = vec![0xff, 0xd8];
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut scans = 0;
    loop {
        let marker = match rest {
            [0xff, 0xff, ..] => {
                rest = &rest[1..];
                continue;
            }
            [0xff, marker, ..] => *marker,
            _ => return None,
        };
        if marker == 0xd9 {
            bare.extend_from_slice(&[0xff, 0xd9]);
            return (scans > 0).then_some(bare);
        }
        let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
        let segment = rest.get(..length.checked_add(2)?).filter(|_| length >= 2)?;
        let content = &segment[4..];
        let stays = match marker {
            0xe0 => content.starts_with(b"JFIF\0"),
            0xe2 => content.starts_with(b"ICC_PROFILE\0"),
            0xee => content.starts_with(b"Adobe"),
            0xe1..=0xef | 0xfe => false,
            0xc0..=0xdf => true,
            _ => return None,
        };
        if stays {
            bare.extend_from_slice(segment);
        }
        rest = &rest[segment.len()..];
        if marker == 0xda {
            scans += 1;
            let data = scan_length(rest)?;
            bare.extend_from_slice(&rest[..data]);
            rest = &rest[data..];
        }
    }
}

/// How long the data of a scan is: to the next marker that is no restart and no escaped byte.
fn scan_length(data: &[u8]) -> Option<usize> {
    data.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff))
}
