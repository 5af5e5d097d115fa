//! A plot in a Word document: drawn as lines that stay sharp (SVG, its words as outlines, since no other machine has
//! our typeface) and as a picture for programs that show no drawings (PNG).

use super::text;
use crate::PrintError;
use crate::letters::printable;
use crate::world::{font_files, fonts};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree, WriteOptions, fontdb};
use screening::chart::Chart;
use std::sync::{Arc, LazyLock};

/// Width of a drawing as a picture, pixels: 300 to an inch.
const PIXELS: f32 = 1960.0;
/// Width of the text and the greatest height, English Metric Units (36,000 to a millimetre).
const WIDTH: f32 = 166.0 * 36_000.0;
const TALLEST: f32 = 200.0 * 36_000.0;

/// From which weight on a letter is semibold.
const SEMIBOLD: u16 = 550;

/// Regular and semibold, in this order.
static TYPEFACE: LazyLock<(Arc<fontdb::Database>, Vec<fontdb::ID>)> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    let load = |file: &'static [u8]| database.load_font_source(fontdb::Source::Binary(Arc::new(file)));
    let ids = font_files().into_iter().flat_map(load).collect();
    (Arc::new(database), ids)
});

/// A drawing in both forms, and how large it stands.
pub(super) struct Drawing {
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
    width: u64,
    height: u64,
}

impl Drawing {
    /// The plot's drawing for paper. It reads no file.
    pub(super) fn of(chart: &Chart) -> Result<Self, PrintError> {
        if chart.description.trim().is_empty() {
            return Err(PrintError::MissingAlternative { title: chart.title.clone() });
        }
        let refused = |reason: &dyn std::fmt::Display| PrintError::Typeset(reason.to_string());
        let tree =
            Tree::from_str(&printable(&chart.svg, fonts()), &options()).map_err(|error| refused(&error))?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = PIXELS / width;
        let mut picture = Pixmap::new(PIXELS as u32, (height * scale).ceil() as u32)
            .ok_or_else(|| refused(&"a drawing without a size"))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        let shown = (WIDTH / width).min(TALLEST / height);
        Ok(Self {
            svg: tree.to_string(&WriteOptions { preserve_text: false, ..WriteOptions::default() }),
            png: picture.encode_png().map_err(|error| refused(&error))?,
            width: (width * shown) as u64,
            height: (height * shown) as u64,
        })
    }
}

/// Our own two fonts and no files.
fn options() -> Options<'static> {
    let (database, ids) = &*TYPEFACE;
    let select = |font: &resvg::usvg::Font, _: &mut Arc<fontdb::Database>| {
        let place = usize::from(font.weight() >= SEMIBOLD);
        ids.get(place).or(ids.first()).copied()
    };
    Options {
        fontdb: Arc::clone(database),
        font_resolver: FontResolver {
            select_font: Box::new(select),
            select_fallback: Box::new(|_, _, _| None),
        },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// The drawing in its line, with title and text alternative.
pub(super) fn inline(drawing: &Drawing, chart: &Chart, number: usize) -> String {
    let Drawing { width, height, .. } = drawing;
    let title = text(&chart.title);
    let about = text(&chart.description);
    format!(
        r#"<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="plot-{number}" descr="{about}" title="{title}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="plot-{number}" descr="{about}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="png{number}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip r:embed="svg{number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"#
    )
}
