package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Makes the [Words] of a page.
@Component
class LegalWords {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final Codes codes;
    private final Members members;
    private final Languages languages;
    private final Clock clock;

    LegalWords(Codes codes, Members members, Languages languages, Clock clock) {
        this.codes = codes;
        this.members = members;
        this.languages = languages;
        this.clock = clock;
    }

    Words reader(HttpServletRequest request) {
        return reader(texts(request));
    }

    Words reader(Texts texts) {
        return new Words(
                texts,
                codes.book(),
                LocalDate.ofInstant(clock.instant(), LOCAL_TIME),
                members.list().stream().collect(Collectors.toMap(Member::id, Member::name)));
    }

    Texts texts(HttpServletRequest request) {
        return languages.of(request);
    }
}
