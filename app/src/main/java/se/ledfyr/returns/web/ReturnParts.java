package se.ledfyr.returns.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.casework.PersonSection;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.PersonId;
import se.ledfyr.returns.ReturnLine;
import se.ledfyr.returns.Returns;
import se.ledfyr.returns.Stage;
import se.ledfyr.returns.StageCounts;

/// What returns show elsewhere: in the menu, on the start page, on the page of a case and of a person.
@Configuration(proxyBeanMethods = false)
class ReturnParts {

    private static final int ROOM_ORDER = 40;
    private static final int SECTION_ORDER = 350;
    private static final int START_ORDER = 120;

    @Bean
    Room returnsRoom() {
        return new ReturnsRoom();
    }

    @Bean
    StartPart returnsStart(Returns returns) {
        return new Start(returns);
    }

    @Bean
    CaseSection returnsOfCase(Returns returns, WordMaker words) {
        return new OfCase(returns, words);
    }

    @Bean
    PersonSection returnsOfPerson(Returns returns, WordMaker words) {
        return new OfPerson(returns, words);
    }

    private static boolean follows() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.FOLLOW_RETURNS))
                .isPresent();
    }

    private record ReturnsRoom() implements Room {

        @Override
        public String path() {
            return "/returns";
        }

        @Override
        public String key() {
            return "returns.room";
        }

        @Override
        public int order() {
            return ROOM_ORDER;
        }

        @Override
        public RoomGroup group() {
            return RoomGroup.SUPPORT;
        }

        @Override
        public boolean isOpen() {
            return follows();
        }
    }

    private record Start(Returns returns) implements StartPart {

        @Override
        public int order() {
            return START_ORDER;
        }

        @Override
        public Optional<Piece> of(Texts texts) {
            if (!follows()) {
                return Optional.empty();
            }
            StageCounts counts = returns.count();
            boolean operator = returns.self().kind() == OrganisationKind.RETURN_OPERATOR;
            boolean waits = operator && counts.of(Stage.WAITING) > 0;
            return waits || counts.overdue() > 0
                    ? Optional.of(new Piece("returns/start", Map.of("counts", counts, "operator", operator)))
                    : Optional.empty();
        }
    }

    private record OfCase(Returns returns, WordMaker words) implements CaseSection {

        @Override
        public int order() {
            return SECTION_ORDER;
        }

        @Override
        public Optional<View> of(CaseFile file, Texts texts) {
            return view(returns, words, file.person(), file.registration(), texts);
        }
    }

    private record OfPerson(Returns returns, WordMaker words) implements PersonSection {

        @Override
        public int order() {
            return SECTION_ORDER;
        }

        @Override
        public Optional<CaseSection.View> of(Registration registration, Texts texts) {
            boolean counted = registration.removal().isEmpty();
            return view(returns, words, registration.person(), counted ? registration.id() : null, texts);
        }
    }

    private static Optional<CaseSection.View> view(
            Returns returns, WordMaker words, PersonId person, @Nullable RegistrationId registration, Texts texts) {
        if (!follows()) {
            return Optional.empty();
        }
        List<ReturnLine> lines = returns.listOf(person);
        boolean live = lines.stream().anyMatch(line -> line.application().isLive());
        boolean mayOpen = !live && Acting.current().may(Right.OPEN_RETURNS);
        if (lines.isEmpty() && !mayOpen) {
            return Optional.empty();
        }
        String open = mayOpen && registration != null ? "/returns/new?registration=" + registration.value() : "";
        Piece piece = new Piece(
                "returns/section", Map.of("lines", lines, "open", open, "mayOpen", mayOpen, "words", words.in(texts)));
        return Optional.of(new CaseSection.View("returns", texts.get("returns.section"), piece));
    }
}
