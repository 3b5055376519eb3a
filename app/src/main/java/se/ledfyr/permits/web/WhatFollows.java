package se.ledfyr.permits.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.FiledPeriods;

/// How many reflection periods end, or have ended, without anybody having said what follows: on the start page.
@Component
class WhatFollows implements StartPart {

    private static final int ORDER = 60;

    private final Applications applications;
    private final FiledPeriods periods;

    WhatFollows(Applications applications, FiledPeriods periods) {
        this.applications = applications;
        this.periods = periods;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Piece> of(Texts texts) {
        if (!Acting.ifBound().map(acting -> acting.may(Right.WORK_WITH_PEOPLE)).orElse(false)) {
            return Optional.empty();
        }
        int asked = applications.countAsked();
        int filed = periods.countAsked();
        return asked + filed == 0
                ? Optional.empty()
                : Optional.of(new Piece("permits/start", Map.of("asked", asked, "filed", filed)));
    }
}
