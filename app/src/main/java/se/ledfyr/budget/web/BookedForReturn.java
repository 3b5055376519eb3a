package se.ledfyr.budget.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.budget.Programme;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Texts;
import se.ledfyr.returns.ReturnFile;
import se.ledfyr.returns.ReturnSection;

/// On the page of a return: what has been booked for it.
@Component
class BookedForReturn implements ReturnSection {

    private static final int ORDER = 610;

    private final BookedDesk desk;

    BookedForReturn(BookedDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<CaseSection.View> of(ReturnFile file, Texts texts) {
        return desk.of(Programme.AMP, file.application().id().value(), texts);
    }
}
