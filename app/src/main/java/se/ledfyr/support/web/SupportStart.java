package se.ledfyr.support.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;
import se.ledfyr.support.ApplicationList;
import se.ledfyr.support.Courses;
import se.ledfyr.support.Home;
import se.ledfyr.support.Homes;
import se.ledfyr.support.Office;

/// What waits in the programme's office, on its start page.
@Component
class SupportStart implements StartPart {

    private final Office office;
    private final ApplicationList applications;
    private final Courses courses;
    private final Homes homes;

    SupportStart(Office office, ApplicationList applications, Courses courses, Homes homes) {
        this.office = office;
        this.applications = applications;
        this.courses = courses;
        this.homes = homes;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Piece> of(Texts texts) {
        if (!office.isHere()) {
            return Optional.empty();
        }
        List<Home> tonight = homes.list();
        return Optional.of(new Piece(
                "support/start",
                Map.of(
                        "waiting", applications.countToDecide(),
                        "ending", courses.countEnding(),
                        "free", tonight.stream().mapToInt(Home::free).sum(),
                        "homes", tonight.size())));
    }
}
