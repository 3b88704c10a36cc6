"""The styles of a Word file: those that Word itself knows by name, so that a clerk can restyle the whole report."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from putright.reporting.render.docx_fields import element

DARK_BLUE = RGBColor(0x12, 0x43, 0x6D)
_SIZES = {
    "Title": 22,
    "Subtitle": 14,
    "Heading 1": 19,
    "Heading 2": 15,
    "Heading 3": 12.5,
    "TOC Heading": 15,
    "Caption": 10.5,
}
_OWN = {"toc 1": 11, "toc 2": 11, "Table heading": 9.5, "Table words": 9.5, "Table note": 9.5}


def set_styles(word: WordDocument) -> None:
    """Give `word` the report's styles, in British English."""
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    normal.element.get_or_add_rPr().append(element("w:lang", {"w:val": "en-GB"}))
    for name, size in _SIZES.items():
        _headline(word.styles[name], size)
    for name, size in _OWN.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
        style.base_style, style.font.size = normal, Pt(size)
    word.styles["TOC Heading"].paragraph_format.space_before = Pt(16)
    word.styles["Caption"].paragraph_format.keep_with_next = True
    word.styles["Caption"].paragraph_format.space_before = Pt(10)
    _contents(word)
    for name in ("Table heading", "Table words"):
        word.styles[name].paragraph_format.space_after = Pt(2)
    word.styles["Table heading"].font.bold = True
    word.styles["Table note"].paragraph_format.space_before = Pt(4)
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = DARK_BLUE, True


def _headline(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = "Arial", Pt(size), True, False
    style.font.color.rgb = DARK_BLUE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for spaced in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spaced)
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _contents(word: WordDocument) -> None:
    for name, indent in (("toc 1", 0.0), ("toc 2", 0.5)):
        look = word.styles[name].paragraph_format
        look.left_indent, look.right_indent, look.space_after = Cm(indent), Cm(1), Pt(3)
        look.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    word.styles["Footer"].font.size = Pt(9)
    stops = word.styles["Footer"].paragraph_format.tab_stops
    while len(stops):
        del stops[0]
    stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
