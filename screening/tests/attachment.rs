//! Which files may be attached: what is in them decides, and what a camera wrote beside a picture is gone.

#![expect(clippy::unwrap_used, reason = "a test says where it fails")]

use proptest::prelude::*;
use screening::attachment::{AttachmentFault, AttachmentKind, LONGEST_ATTACHMENT, clean_name, inspected};

fn kind(bytes: &[u8]) -> Result<AttachmentKind, AttachmentFault> {
    inspected(bytes.to_vec()).map(|file| file.kind)
}

/// A chunk of a PNG; its checksum is nobody's business here.
fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], kind, content, &[0; 4]].concat()
}

fn png(more: &[Vec<u8>]) -> Vec<u8> {
    let begin = [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &[0; 13])].concat();
    let end = [chunk(b"IDAT", b"picture"), chunk(b"IEND", b"")].concat();
    [begin, more.concat(), end].concat()
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// A photograph in two scans, with these segments before the first.
fn jpeg(more: &[Vec<u8>]) -> Vec<u8> {
    let begin = [vec![0xff, 0xd8], segment(0xe0, b"JFIF\0\x01\x02")].concat();
    let scans = [
        segment(0xdb, b"table"),
        segment(0xc2, b"frame"),
        segment(0xda, b"scan"),
        vec![1, 0xff, 0x00, 2, 0xff, 0xd3, 3],
        segment(0xc4, b"huffman"),
        segment(0xda, b"scan"),
        vec![4, 5, 0xff, 0xd9],
    ];
    [begin, more.concat(), scans.concat()].concat()
}

/// An archive of these contents, stored as they are.
fn archive(contents: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, content) in contents {
        let at = u32::try_from(file.len()).unwrap().to_le_bytes();
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        // Version, flags, stored, time, checksum; both lengths; name and extra.
        let common =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &length, &length, &name_length, &[0, 0]];
        let common = common.concat();
        file.extend([b"PK\x03\x04", &common[..], name.as_bytes(), content].concat());
        list.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10], &at, name.as_bytes()].concat());
    }
    let count = u16::try_from(contents.len()).unwrap().to_le_bytes();
    let (length, at) = (u32::try_from(list.len()).unwrap(), u32::try_from(file.len()).unwrap());
    let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &length.to_le_bytes(), &at.to_le_bytes(), &[0, 0]]
        .concat();
    [file, list, end].concat()
}

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
const RELATIONS: (&str, &[u8]) = ("_rels/.rels", b"<Relationships/>");

fn docx() -> Vec<u8> {
    archive(&[TYPES, RELATIONS, ("word/document.xml", b"<w:document/>")])
}

#[test]
fn seven_kinds_are_taken_by_their_content() {
    let odt =
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<office/>")]);
    let xlsx = archive(&[TYPES, RELATIONS, ("xl/workbook.xml", b"<workbook/>")]);
    for (expected, bytes) in [
        (AttachmentKind::Pdf, b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec()),
        (AttachmentKind::Png, png(&[])),
        (AttachmentKind::Jpeg, jpeg(&[])),
        (AttachmentKind::Docx, docx()),
        (AttachmentKind::Xlsx, xlsx),
        (AttachmentKind::Odt, odt),
        (AttachmentKind::Txt, "\u{feff}Husregler\r\n1. Ro efter kl. 22.\t".into()),
    ] {
        assert_eq!(kind(&bytes), Ok(expected));
        assert_eq!(AttachmentKind::parse(expected.extension()), Some(expected));
    }
}

#[test]
fn what_is_none_of_them_is_refused_whatever_it_is_called() {
    let zip = archive(&[("husregler.txt", b"Ro.")]);
    let epub = archive(&[("mimetype", b"application/epub+zip"), ("content.xml", b"")]);
    let late = archive(&[
        ("a", b""),
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b""),
    ]);
    for (what, bytes) in [
        ("a web page", &b"<!DOCTYPE html><script>alert(1)</script>"[..]),
        ("one after empty lines", b"\xef\xbb\xbf\r\n  <html>"),
        ("a drawing", b"<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>"),
        ("a program", b"MZ\x90\0\x03\0\0\0"),
        ("another program", b"\x7fELF\x02\x01\x01\0"),
        ("words in another encoding", b"H\xe5ndbog"),
        ("control signs", b"Hus\0regler"),
        ("an animation", b"GIF89a\x01\0\x01\0"),
        ("any archive", &zip),
        ("a book", &epub),
        ("a mimetype that is not first", &late),
        ("an old office file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ] {
        assert_eq!(kind(bytes), Err(AttachmentFault::Kind), "{what}");
    }
    assert_eq!(kind(b""), Err(AttachmentFault::Empty));
    assert_eq!(kind(&vec![b'a'; LONGEST_ATTACHMENT + 1]), Err(AttachmentFault::TooLong));
    assert_eq!(kind(&vec![b'a'; LONGEST_ATTACHMENT]), Ok(AttachmentKind::Txt));
    let macros = archive(&[TYPES, RELATIONS, ("word/document.xml", b""), ("word/vbaProject.bin", b"")]);
    assert_eq!(kind(&macros), Err(AttachmentFault::Macros));
}

#[test]
fn a_file_that_is_two_things_is_refused_or_loses_the_second() {
    let docx = docx();
    let with = |before: &[u8], after: &[u8]| [before, &docx, after].concat();
    assert_eq!(
        kind(&with(b"", b"<script>alert(1)</script>")),
        Err(AttachmentFault::Broken),
        "a page behind it"
    );
    assert_eq!(kind(&with(b"", &docx)), Err(AttachmentFault::Broken), "an archive behind it");
    assert_eq!(kind(&with(b"PK\x03\x04", b"")), Err(AttachmentFault::Broken), "something before it");
    assert_eq!(kind(&with(b"MZ", b"")), Err(AttachmentFault::Kind), "a program before it");
    assert_eq!(kind(&docx[..docx.len() - 1]), Err(AttachmentFault::Broken), "cut off");
    assert_eq!(kind(b"%PDF-1.7\n<html>"), Err(AttachmentFault::Broken), "a PDF without an end");
    // What lies behind a picture's end is left out.
    for (picture, kind) in [(png(&[]), AttachmentKind::Png), (jpeg(&[]), AttachmentKind::Jpeg)] {
        let both = inspected([&picture[..], &docx].concat()).unwrap();
        assert_eq!((both.kind, &both.bytes), (kind, &picture));
        assert_eq!(inspected(picture[..picture.len() - 2].to_vec()), Err(AttachmentFault::Broken), "cut off");
    }
}

#[test]
fn a_picture_tells_neither_where_nor_when_nor_by_whom() {
    let told = [
        chunk(b"tEXt", b"Author\0Bente"),
        chunk(b"eXIf", b"GPS"),
        chunk(b"iTXt", b"XMP"),
        chunk(b"tIME", b"now"),
        chunk(b"caNv", b"?"),
    ];
    assert_eq!(inspected(png(&told)).unwrap().bytes, png(&[]));
    let looks = [chunk(b"gAMA", b"gamma"), chunk(b"pHYs", b"size")];
    assert_eq!(inspected(png(&looks)).unwrap().bytes, png(&looks));
    let told = [
        segment(0xe1, b"Exif\0\0GPS"),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0"),
        segment(0xe2, b"MPF\0"),
        segment(0xed, b"Photoshop 3.0\0"),
        segment(0xfe, b"Bentes telefon"),
        segment(0xe0, b"JFXX\0"),
    ];
    assert_eq!(inspected(jpeg(&told)).unwrap().bytes, jpeg(&[]));
    let looks = [segment(0xe2, b"ICC_PROFILE\0profile"), segment(0xee, b"Adobe\0")];
    assert_eq!(inspected(jpeg(&looks)).unwrap().bytes, jpeg(&looks));
}

#[test]
fn a_name_is_the_persons_own_words_and_the_ending_what_the_file_is() {
    let pdf = |name: &str| clean_name(name, AttachmentKind::Pdf);
    assert_eq!(pdf("Husregler 2026.pdf"), "Husregler 2026.pdf");
    assert_eq!(pdf("velkomst – nye på stedet.PDF"), "velkomst nye på stedet.pdf");
    assert_eq!(pdf("C:\\Brugere\\Maja\\folder.docx"), "folder.pdf");
    assert_eq!(pdf("../../etc/passwd"), "passwd.pdf");
    assert_eq!(pdf("skema.exe.pdf"), "skema exe.pdf");
    assert_eq!(pdf(".htaccess"), "bilag.pdf");
    assert_eq!(pdf(""), "bilag.pdf");
    assert_eq!(pdf("\"; filename=x.html\r\nSet-Cookie: a=b\0"), "filename x.pdf");
    assert_eq!(pdf("folder\u{202e}fdp.exe"), "folder fdp.pdf");
    assert_eq!(pdf(&"å".repeat(500)).chars().count(), 80);
}

proptest! {
    #[test]
    fn no_bytes_break_the_inspection(
        begin in prop::sample::select(vec![
            &b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe1", b"PK\x03\x04", b"%PDF-", b"",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [begin, &rest].concat();
        if let Ok(file) = inspected(bytes.clone()) {
            // What is kept is no longer than what came, and is the same kind when it is looked at again.
            prop_assert!(file.bytes.len() <= bytes.len());
            prop_assert_eq!(inspected(file.bytes.clone()), Ok(file));
        }
    }

    #[test]
    fn no_name_has_a_sign_that_a_disk_or_a_header_minds(name in any::<String>()) {
        let cleaned = clean_name(&name, AttachmentKind::Txt);
        prop_assert!(cleaned.chars().count() <= 80 && cleaned.ends_with(".txt"));
        prop_assert!(!cleaned.contains(['/', '\\', '"', '\'', ';', ':', '\r', '\n', '\0', '<', '>', '%']));
        prop_assert_eq!(cleaned.matches('.').count(), 1);
        prop_assert!(!cleaned.starts_with([' ', '-', '.']));
    }
}
