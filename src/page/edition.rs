//! Our edition of a guideline as HTML: what its Markdown says, with tables that can be scrolled by keyboard.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// The body of a section. `table` is what a table is called where it has no other name.
#[must_use]
pub fn section_html(markdown: &str, table: &str) -> String {
    let name = table.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let open = format!("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{name}\">");
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).flat_map(|event| {
        let around = |text: &str| Some(Event::Html(CowStr::from(text.to_owned())));
        match event {
            Event::Start(Tag::Table(_)) => [around(&open), Some(event)],
            Event::End(TagEnd::Table) => [Some(event), around("</div>")],
            // The loader refuses HTML in an edition; were there any, it would be text.
            Event::Html(text) | Event::InlineHtml(text) => [Some(Event::Text(text)), None],
            event => [Some(event), None],
        }
    });
    let mut written = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut written, events.flatten());
    written
}

#[cfg(test)]
mod tests {
    use super::section_html;

    #[test]
    fn an_edition_is_markup_only_as_far_as_markdown_goes() {
        let html = section_html("**A** <script>x</script>\n\n| a | b |\n|---|---|\n| 1 | <2 |\n", "Doses \"a\"");
        assert!(html.contains("<strong>A</strong> &lt;script&gt;x&lt;/script&gt;"), "{html}");
        let table = "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Doses &quot;a&quot;\"><table>";
        assert!(html.contains(table) && html.contains("<td>&lt;2</td>") && html.ends_with("</div>"), "{html}");
    }
}
