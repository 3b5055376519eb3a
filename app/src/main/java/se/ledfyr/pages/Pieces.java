package se.ledfyr.pages;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Renders pieces inside the template of a page. A controller hands this to its template, which writes
/// `${pieces.of(page, piece)}` where the piece belongs.
@Component
public class Pieces {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /// Escaped like everything in a template.
    public Content of(Page page, Piece piece) {
        Map<String, Object> parameters = new HashMap<>(piece.model());
        parameters.put("page", page);
        return output -> templates.render(piece.template() + ".jte", parameters, output);
    }
}
