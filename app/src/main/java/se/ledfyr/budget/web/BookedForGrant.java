package se.ledfyr.budget.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.budget.Programme;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Texts;
import se.ledfyr.support.Course;
import se.ledfyr.support.GrantSection;

/// On the page of somebody in the support programme: what has been booked for the grant.
@Component
class BookedForGrant implements GrantSection {

    private static final int ORDER = 610;

    private final BookedDesk desk;

    BookedForGrant(BookedDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<CaseSection.View> of(Course course, Texts texts) {
        return desk.of(Programme.NSP, course.grant().id().value(), texts);
    }
}
