package se.ledfyr.emergency.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Texts;
import se.ledfyr.returns.ReturnFile;
import se.ledfyr.returns.ReturnSection;
import se.ledfyr.support.Course;
import se.ledfyr.support.GrantSection;

/// Whom somebody in a programme is sealed to, on the page of their grant and on that of their return: the office
/// that decides about support and whoever carries out returns know people without a registration.
final class SealInProgrammes {

    private static final int ORDER = 900;

    private SealInProgrammes() {}

    /// On the page of a grant of support.
    @Component
    static class OfGrant implements GrantSection {

        private final SealSection seals;

        OfGrant(SealSection seals) {
            this.seals = seals;
        }

        @Override
        public int order() {
            return ORDER;
        }

        @Override
        public Optional<CaseSection.View> of(Course course, Texts texts) {
            return seals.of(course.grant().person(), texts);
        }
    }

    /// On the page of a return, where the organisation keeps the person.
    @Component
    static class OfReturn implements ReturnSection {

        private final SealSection seals;

        OfReturn(SealSection seals) {
            this.seals = seals;
        }

        @Override
        public int order() {
            return ORDER;
        }

        @Override
        public Optional<CaseSection.View> of(ReturnFile file, Texts texts) {
            return Optional.ofNullable(file.line().person()).flatMap(person -> seals.of(person, texts));
        }
    }
}
