package se.ledfyr.permits.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Texts;

/// Makes the [Words] of a page.
@Component("permitWordsFor")
class WordsFor {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final Codes codes;
    private final Organisations organisations;
    private final Clock clock;

    WordsFor(Codes codes, Organisations organisations, Clock clock) {
        this.codes = codes;
        this.organisations = organisations;
        this.clock = clock;
    }

    Words reader(Texts texts) {
        return new Words(
                texts,
                codes.book(),
                LocalDate.ofInstant(clock.instant(), LOCAL_TIME),
                organisations.list().stream().collect(Collectors.toMap(Organisation::id, Organisation::name)));
    }
}
