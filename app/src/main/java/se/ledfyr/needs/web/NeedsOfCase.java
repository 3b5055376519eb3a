package se.ledfyr.needs.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.needs.Child;
import se.ledfyr.needs.ChildId;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.Needs;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// The needs of a case, on its page.
@Component
class NeedsOfCase implements CaseSection {

    private static final int ORDER = 100;

    private final Needs needs;
    private final Children children;
    private final WordsFor words;

    NeedsOfCase(Needs needs, Children children, WordsFor words) {
        this.needs = needs;
        this.children = children;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        boolean holds = file.isHeldBy(Acting.current().organisation());
        List<Need> all = needs.listOf(file.id());
        if (all.isEmpty() && !holds) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("caseId", file.id());
        model.put("mayAdd", holds && file.isOpen());
        model.put("needs", all);
        model.put("children", byId(all));
        model.put("words", words.reader(texts));
        return Optional.of(new View("needs", texts.get("needs.section"), new Piece("needs/case-section", model)));
    }

    /// The children these needs are of, found one by one: who only owes one need sees only that child.
    private Map<ChildId, Child> byId(List<Need> all) {
        return all.stream()
                .flatMap(need -> Optional.ofNullable(need.child()).stream())
                .distinct()
                .flatMap(id -> children.find(id).stream())
                .collect(Collectors.toMap(Child::id, child -> child));
    }
}
