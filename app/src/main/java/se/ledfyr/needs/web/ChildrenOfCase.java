package se.ledfyr.needs.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.needs.Children;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// The children of whoever a case is about, on its page, with the question that is always asked. Only the holder has
/// it.
@Component
class ChildrenOfCase implements CaseSection {

    private static final int ORDER = 110;

    private final Children children;
    private final WordsFor words;

    ChildrenOfCase(Children children, WordsFor words) {
        this.children = children;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        if (!file.isHeldBy(Acting.current().organisation())) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("caseId", file.id());
        model.put("open", file.isOpen());
        model.put("picture", children.of(file));
        model.put("words", words.reader(texts));
        return Optional.of(
                new View("children", texts.get("needs.children.section"), new Piece("needs/children-section", model)));
    }
}
